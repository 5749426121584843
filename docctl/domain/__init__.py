"""Values that the whole program speaks in: drafts, places, parts, forms, findings. Pure, no disk."""
