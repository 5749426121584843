"""Files of other programs turned into Word files or PDF by LibreOffice, confined."""
