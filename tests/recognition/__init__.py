"""Recognition over sketches of whole documents and of single parts."""
