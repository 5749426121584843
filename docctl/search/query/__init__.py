"""What a person types into the search: parsed, repaired where the vocabulary knows more then, never refused.

Own parser, not Whoosh's: that one is quadratic (a second for 20 KB), and raises for what it cannot read.
"""

from docctl.search.query.understanding import Understood, understand

__all__ = ["Understood", "understand"]
