"""Rules, forms and word lists as people write them, an office's own over the shipped.

A mistake is a `ConfigurationError` that names file, line and what was expected.
"""
