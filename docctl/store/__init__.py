"""The workspace in Git: the only importer of git and pygit2."""
