"""What makes letters stand out: bold headings, colour, highlighting."""

from collections.abc import Iterator

from msgspec import Struct

from docctl.checking.check import Outcome, Subject, always, check, hit
from docctl.checking.places import Located, everywhere, place_of
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Paragraph, Run
from docctl.domain.formats import CharFormat
from docctl.domain.place import Part


class BoldParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `bold_headings`."""

    tolerated: float = 0.1
    """Share of a heading's letters that may be plain."""


@check("bold_headings", BoldParams, reads=Aspect.FONTS)
def bold_headings(subject: Subject, params: BoldParams) -> Iterator[Outcome]:
    """Section headings are bold; capital letters do not make up for it."""
    for section in subject.parts.sections:
        plain, letters = _plain_letters(section.heading)
        if plain > params.tolerated * letters:
            variant = "" if plain == letters else "partly"
            yield hit(place_of(subject, section.heading), variant, title=section.title)


def _plain_letters(heading: Paragraph) -> tuple[int, int]:
    """How many letters are not bold, and how many there are."""
    plain = letters = 0
    for run in heading.runs:
        count = sum(map(str.isalpha, run.text))
        letters += count
        plain += 0 if run.format.bold else count
    return plain, letters


class ColourParams(Struct, frozen=True, forbid_unknown_fields=True):
    """Params of `coloured_text`."""

    darkest: int = 0x40
    """A colour none of whose parts (0 to 255) is over this passes for black."""
    link_colours: tuple[str, ...] = ("0000FF", "0563C1", "0000EE", "467886", "0066CC", "000080")
    """Colours that Word gives to links; underlined text may have them."""
    plain_highlights: tuple[str, ...] = ("none", "white", "auto", "FFFFFF")


@check("coloured_text", ColourParams, always, reads=Aspect.COLOURS)
def coloured_text(subject: Subject, params: ColourParams) -> Iterator[Outcome]:
    """Text is black on white; links may be blue, and running headers in the organisation's colours."""
    for spot in everywhere(subject):
        for run in spot.paragraph.runs:
            if (variant := _mark(run, spot, params)) is not None:
                value = run.format.color if variant == "colour" else run.format.highlight
                start = spot.paragraph.text.find(run.text)
                yield hit(
                    spot.place(max(start, 0), max(start, 0) + len(run.text)), variant, value=value or ""
                )
                break


def _mark(run: Run, spot: Located, params: ColourParams) -> str | None:
    form = run.format
    if (form.color is None and form.highlight is None) or not run.text.strip():
        return None
    if spot.paragraph.placeholder:
        return None
    if form.highlight is not None and form.highlight not in params.plain_highlights:
        return "highlight"
    if spot.part in (Part.HEADER, Part.FOOTER):
        return None
    if form.color is None or _black(form.color, params.darkest) or _link(run, form, spot, params):
        return None
    return "colour"


def _black(colour: str, darkest: int) -> bool:
    try:
        return all(part <= darkest for part in bytes.fromhex(colour))
    except ValueError:
        return True


def _link(run: Run, form: CharFormat, spot: Located, params: ColourParams) -> bool:
    if run.field == "HYPERLINK":
        return True
    return form.color in params.link_colours and (form.underline or spot.part is Part.CONTENTS)
