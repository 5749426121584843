"""Rules, forms and word lists as people write them: YAML read strictly, an office's own over the shipped.

The only importer of yaml. A mistake is a `ConfigurationError` that names file, line and what was expected.
"""
