"""Full-text search over the clauses of the registry; the only importer of whoosh."""
