"""Ratios against named baselines, measured in one run. Never part of the tests: machines differ."""
