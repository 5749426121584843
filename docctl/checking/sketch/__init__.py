"""Drafts written as text, for the rules' own examples and cases.

A sketch says only what differs from a compliant document, so that an example shows what it is about:

- a line is a paragraph; empty lines are ignored and end a table; ``¶`` alone is an empty paragraph;
  `` // `` is a line break, TAB (or ``\\t``) a tab; a leading ``\\`` makes the rest of the line plain text;
- ``{bold, align=center, num=1.1} text`` sets a paragraph, ``[[field=PAGE|2]]`` a run in it; the names
  are the fields of `Marks`;
- ``| a | b |`` is a row of a table (``|!`` a repeated heading row); in a cell `` // `` separates
  paragraphs, ``^`` joins it to the cell above and ``<`` to the one at its left;
- ``=== page``; ``=== section landscape left=20 …``; ``=== header``, ``=== header first``,
  ``=== footer even`` until ``=== body``; ``=== file macros comments=2 …``: the names are the fields of
  `PageMarks` and `FileMarks`.

What is not said: A4, margins 30, 15, 20, 20 mm, Times New Roman 14 (12 and left in tables and headers),
single spacing, justified, the language of most letters.
"""

from docctl.checking.sketch.reading import read_sketch

__all__ = ["read_sketch"]
