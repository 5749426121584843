"""What every command of one call shares: language, workspace option, who acts."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from docctl.domain.words import Language
from docctl.errors import UsageError
from docctl.messages import translator
from docctl.wording import Translate

LANGUAGE_OPTION = "--lang"
LANGUAGE_VARIABLE = "DOCCTL_LANG"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


class Session(Struct, frozen=True):
    """One call of docctl."""

    language: Language
    root: str | None = None
    """``--root`` as given."""
    actor: str | None = None
    """``--as`` as given: who acts, «Name <mail>»."""
    sign_key: str | None = None
    """``--sign-key`` as given: the SSH key that signs what is recorded."""

    @property
    def translate(self) -> Translate:
        """English sentences into the language of the call."""
        return translator(self.language)


def chosen_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language of the call: the option, else ``$DOCCTL_LANG``, else the locale, else Kazakh.

    Known before click reads the arguments, since help and complaints are said in it; an option that names no
    language is left for click to complain of. Raises UsageError when the variable names none.
    """
    by_option = _language(_option(arguments))
    if by_option is not None:
        return by_option
    said = environ.get(LANGUAGE_VARIABLE, "")
    by_variable = _language(said)
    if said and by_variable is None:
        raise UsageError(
            "{variable} names the language “{language}”, which has no messages: choose kk, ru or en.",
            variable=LANGUAGE_VARIABLE,
            language=said,
        )
    locale = next(filter(None, map(environ.get, LOCALE_VARIABLES)), "")
    return by_variable or _language(locale.partition(".")[0].partition("_")[0]) or Language.KK


def _option(arguments: Sequence[str]) -> str:
    """The last value of the language option."""
    value = ""
    for at, argument in enumerate(arguments):
        name, equals, after = argument.partition("=")
        if name == LANGUAGE_OPTION:
            value = after if equals else "".join(arguments[at + 1 : at + 2])
    return value


def _language(name: str) -> Language | None:
    return next((language for language in Language if language.value == name.lower()), None)
