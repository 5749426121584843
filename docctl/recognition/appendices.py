"""Labels of appendices, which may stand before a sheet's name: «Приложение 1», "Appendix A"."""

from docctl.domain.folding import fold
from docctl.domain.patterns import regex

_HEAD = 40
"""Characters in which a label stands."""
_MARK = 2
"""Characters of the longest letter or number of an appendix."""
_WORD = regex(r"[^\W_]+")
_ENDS = " \t\n\u00a0.,:;–—-"


def after_label(text: str, words: frozenset[str]) -> str | None:
    """What follows the label of an appendix at the beginning of a text; None when it begins with none.

    Args:
        text: a heading or an entry of the contents.
        words: the folded words for an appendix.
    """
    head = [(fold(match[0]), match.end()) for match in _WORD.finditer(text[:_HEAD])][:2]
    named = [word in words for word, _ in head]
    if not any(named):
        return None
    other = head[1 - named.index(True)][0] if len(head) > 1 else ""
    marked = 0 < len(other) <= _MARK
    if not named[0] and not marked:
        return None
    return text[head[1 if marked else 0][1] :].strip(_ENDS)
