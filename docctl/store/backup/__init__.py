"""The whole registry in one file, and back."""
