"""What a kind of file does not say is not judged, and that is said: neither a pass nor a finding."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from docctl.checking.cases import DAY
from docctl.checking.check import CHECKS, Subject
from docctl.checking.run import run_rules
from docctl.checking.sketch import read_sketch
from docctl.domain.aspects import Aspect
from docctl.domain.draft import Comment, Draft
from docctl.domain.finding import Finding, NotVerifiable
from docctl.domain.not_said import NOT_SAID
from docctl.domain.words import Language
from docctl.recognition import recognise
from tests.content import rulebook, samples

IN_PART = {"HDR005", "DOC005", "DOC006"}
"""Rules that judge what they can."""


def of_pdf(sample: str, *unknown: Aspect) -> Draft:
    return replace(read_sketch(samples()[sample]), format="pdf", unknown=frozenset(unknown))


def outcomes(draft: Draft, language: Language = Language.EN) -> Iterator[Finding | NotVerifiable]:
    book = rulebook()
    parts = recognise(draft, book.forms, book.lexicon)
    subject = Subject(draft=draft, parts=parts, lexicon=book.lexicon, as_of=DAY)
    return run_rules(subject, book, language)


def not_judged(draft: Draft, language: Language = Language.EN) -> dict[str, str]:
    return {it.rule: it.reason for it in outcomes(draft, language) if isinstance(it, NotVerifiable)}


def codes_reading(aspect: Aspect) -> set[str]:
    return {rule.code for rule in rulebook().rules if CHECKS[rule.check].reads is aspect}


@pytest.mark.parametrize("aspect", Aspect)
def test_each_aspect_that_is_not_said_has_its_sentence(aspect: Aspect) -> None:
    for language in Language:
        assert "{format}" in NOT_SAID[aspect].in_language(language)


@pytest.mark.parametrize("aspect", Aspect)
def test_rules_that_read_what_is_not_said_are_not_judged(aspect: Aspect) -> None:
    before, after = not_judged(of_pdf("regulation-kk")), not_judged(of_pdf("regulation-kk", aspect))
    told = {code: reason for code, reason in after.items() if code not in before}
    assert codes_reading(aspect) <= set(told)
    assert set(told) - codes_reading(aspect) <= IN_PART
    assert all(reason == NOT_SAID[aspect].en.replace("{format}", "PDF") for reason in told.values())


def test_the_reason_is_in_the_language_of_the_run() -> None:
    told = not_judged(of_pdf("regulation-kk", Aspect.MARGINS), Language.KK)
    assert told["PAGE003"].startswith("PDF файлынан қандай жиектер")


def test_nothing_is_found_where_nothing_is_said() -> None:
    spoilt = read_sketch(samples()["regulation-ru"].replace("{body}", "{body, size=30, font=Arial}"))
    draft = replace(spoilt, format="pdf", unknown=frozenset(Aspect))
    judged = {CHECKS[rule.check].name for rule in rulebook().rules if CHECKS[rule.check].reads}
    assert judged
    found = {it.rule for it in outcomes(draft) if isinstance(it, Finding)}
    assert found.isdisjoint(rule.code for rule in rulebook().rules if rule.check in judged)


def test_comments_that_are_seen_are_told_though_others_may_not_be() -> None:
    draft = replace(of_pdf("regulation-en", Aspect.COMMENTS), comments=(Comment(None, "why?"),))
    told = list(outcomes(draft))
    assert [it.rule for it in told if isinstance(it, Finding) and "why?" in it.message] == ["DOC005"]
    assert "DOC005" in {it.rule for it in told if isinstance(it, NotVerifiable)}


def test_a_typed_page_number_is_no_fault_where_fields_cannot_be_told() -> None:
    typed = samples()["regulation-en"].replace("[[field=PAGE|2]]", "2").replace("[[field=NUMPAGES|10]]", "10")
    assert typed != samples()["regulation-en"]
    draft = replace(read_sketch(typed), format="pdf")
    assert "HDR005" in {it.rule for it in outcomes(draft) if isinstance(it, Finding)}
    told = list(outcomes(replace(draft, unknown=frozenset({Aspect.FIELDS}))))
    assert "HDR005" not in {it.rule for it in told if isinstance(it, Finding)}
    assert "HDR005" in {it.rule for it in told if isinstance(it, NotVerifiable)}
