"""Tests of docctl.templating."""
