"""Word files made for tests: sketches laid out in every way that people and programs make them.

Written with raw XML, because python-docx cannot make most of what Word makes.
"""
