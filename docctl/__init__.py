"""Document control for internal normative documents."""

__version__ = "0.1.0"
