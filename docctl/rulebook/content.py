"""The content of a rulebook."""

from msgspec import Struct

from docctl.domain.form import Form
from docctl.domain.lexicon import Lexicon
from docctl.rulebook.rule_file import RuleFile


class Content(Struct, frozen=True):
    """Everything under ``rules/``, proved, as it is kept between runs."""

    rules: tuple[RuleFile, ...]
    forms: tuple[Form, ...]
    lexicon: Lexicon
