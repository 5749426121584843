"""Words of Kazakh, Russian and English: tokens and the keys under which the index files them. Pure."""
