"""Messages in Kazakh, Russian and English: gettext catalogues keyed by the English sentence.

The catalogues lie in ``docctl/locale``; `make messages` collects and compiles them.
"""

import gettext
import os
from functools import cache
from pathlib import Path

from docctl.wording import N_, Translate

DOMAIN = "docctl"
LOCALES = Path(__file__).parent / "locale"
SOURCE = "en"
"""The language of the sentences in the code."""


@cache
def translator(language: str) -> Translate:
    """What puts English sentences into the language ``kk``, ``ru`` or ``en``; English stays as it is."""
    if language == SOURCE:
        return N_
    return gettext.translation(DOMAIN, str(LOCALES), [language]).gettext


def speak(language: str) -> None:
    """Let libraries that use the process's gettext (click) speak the language too."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)
