"""Templates of documents: built from readable sources, filled in for a unit."""
