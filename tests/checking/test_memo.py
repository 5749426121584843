from datetime import date

from docctl.checking.check import Subject
from docctl.checking.memo import once_per_subject
from docctl.domain.draft import Draft
from docctl.domain.lexicon import Lexicon
from docctl.domain.parts import Parts
from docctl.domain.words import Language


def subject() -> Subject:
    return Subject(
        draft=Draft(name="draft.docx", blocks=(), sections=()),
        parts=Parts(form=None, language=Language.KK),
        lexicon=Lexicon(),
        as_of=date(2026, 3, 1),
    )


def test_a_subject_is_asked_once() -> None:
    asked: list[Subject] = []

    @once_per_subject
    def answer(of: Subject) -> int:
        asked.append(of)
        return len(asked)

    one, other = subject(), subject()
    assert [answer(one), answer(one), answer(other), answer(other)] == [1, 1, 2, 2]
