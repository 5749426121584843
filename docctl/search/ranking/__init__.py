"""In which order the clauses that match are shown. Pure."""
