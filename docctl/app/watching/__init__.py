"""A folder that people drop drafts into: each is examined once, and answered once."""
