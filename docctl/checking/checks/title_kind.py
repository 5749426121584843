"""Whether the title names its kind, alone or together with the kind line beside it."""

from msgspec import Struct

from docctl.checking.checks.title_wording import JOINING, Key, key_of, kind_phrases, names_kind
from docctl.domain.form import Form
from docctl.domain.parts import Found, TitlePage


class TitleParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `title_names_kind`."""

    joining: tuple[str, ...] = tuple(sorted(JOINING))
    """Words by which a title leans on the kind line beside it: ПОЛОЖЕНИЕ / об отделе качества."""
    plain_kinds: tuple[str, ...] = ("job_description",)
    """Kinds whose title leans on it without such a word: ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ / начальника отдела."""


def title_is_complete(page: TitlePage, form: Form, params: TitleParams = TitleParams()) -> bool:  # noqa: B008
    """Whether there is a title and a reader sees in it what kind of document it is."""
    if page.title is None:
        return False
    return names_kind(page.title.text, form) or _leans(page, page.title, form, params)


def _leans(page: TitlePage, title: Found, form: Form, params: TitleParams) -> bool:
    """Whether the kind stands on the line above or below the title, and the title goes on from or into it."""
    words = key_of(title.text)
    above, below = _neighbours(page, title)
    if not words:
        return False
    if above in kind_phrases(form):
        return words[0] in params.joining or form.kind in params.plain_kinds
    return below in kind_phrases(form) and words[-1] in params.joining


def _neighbours(page: TitlePage, title: Found) -> tuple[Key, Key]:
    """The words of the lines with text above and below the lines of the title."""
    written = [paragraph for paragraph in page.paragraphs if paragraph.text.strip()]
    first = next((i for i, p in enumerate(written) if p.index == title.place.paragraph), None)
    if first is None:
        return (), ()
    length, last = len(key_of(title.text)), first
    read = len(key_of(written[first].text))
    while read < length and last + 1 < len(written):
        last += 1
        read += len(key_of(written[last].text))
    above = key_of(written[first - 1].text) if first else ()
    below = key_of(written[last + 1].text) if last + 1 < len(written) else ()
    return above, below
