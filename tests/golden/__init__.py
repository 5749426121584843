"""What people see, kept as files: `make golden` accepts what is seen now, to be read before a commit."""
