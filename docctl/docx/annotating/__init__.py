"""Comments put into an author's own Word file, everything else in it left as it is."""
