"""The index of clauses: a disposable cache beside the registry, never wrong, rebuilt when in doubt."""
