"""Kazakh words that a stemmer must know: a free list of our own.

It need not be complete. Short roots matter, and words whose ends look like suffixes (бөлім, мақала, жарғы).
Passives and verbal nouns in -у are left out on purpose: they are filed under their verb, тіркелген and тіркеу
under тірке.
"""

from docctl.search.words import nominals_a_o, nominals_p_oe, verbs

NOMINALS = frozenset(f"{nominals_a_o.WORDS}{nominals_p_oe.WORDS}".split())
"""What takes the endings of nouns, and particles, which take none."""
VERBS = frozenset(verbs.WORDS.split())
"""Verbs as they stand before their suffixes: жаз, тірке."""
