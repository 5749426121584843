"""Word files: opened safely, read as their reader sees them. The only importer of lxml and zipfile."""
