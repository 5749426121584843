"""The command line: parse, call a use case, print. The one error boundary."""
