"""PDF files and scans: pages with lines of text at their places, and a draft made of them."""
