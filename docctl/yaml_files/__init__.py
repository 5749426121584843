"""YAML as docctl reads and writes it: strictly, with the lines of keys, bound to types.

The only importer of yaml. A mistake is a `ConfigurationError` that names file, line and what was expected.
"""
