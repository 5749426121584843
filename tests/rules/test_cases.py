"""Every rule's cases come out as written, and every rule has what a rule must have."""

import pytest

from docctl.checking.cases import Case, example_failures, failures
from docctl.checking.rule import Rule
from tests.content import case_files, rule_codes, rulebook, samples

KAZAKH = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
SOME_RULE = "SEC001"
"""A case belongs to a rule, even when every rule judges it."""

CASES = [
    pytest.param(code, case, id=f"{code}-{case.name.replace(' ', '_')}")
    for code, file in case_files().items()
    for case in file.cases
]


def rule_of(code: str) -> Rule:
    rule = rulebook().rule(code)
    assert rule is not None, f"{code} is not in the rulebook"
    return rule


def expects_the_rule(case: Case, code: str) -> bool:
    return any((expected.rule or code) == code for expected in case.expect)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code: str, case: Case) -> None:
    wrong = failures(case, code, rulebook(), samples())
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", case_files())
def test_cases_are_named_after_their_rule(code: str) -> None:
    file = case_files()[code]
    names = [case.name for case in file.cases]
    assert file.code == code
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", rule_codes())
def test_every_rule_has_passing_and_failing_cases_and_a_word_file(code: str) -> None:
    file = case_files().get(code)
    assert file is not None, f"tests/rules/{code}.yaml is missing"
    assert any(expects_the_rule(case, code) for case in file.cases), "no case fails"
    assert not all(expects_the_rule(case, code) for case in file.cases), "no case passes"
    assert file.word is not None, "there is no `word:` file"


@pytest.mark.parametrize("code", rule_codes())
def test_the_examples_show_what_the_rule_says(code: str) -> None:
    wrong = example_failures(rule_of(code), rulebook())
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", rule_codes())
def test_texts_are_in_three_languages(code: str) -> None:
    rule = rule_of(code)
    for words in (rule.name, rule.message, rule.hint, rule.why, *rule.variants.values()):
        assert all(text.strip() for text in (words.kk, words.ru, words.en))
        assert words.kk != words.ru
    assert KAZAKH & set(rule.name.kk + rule.message.kk + rule.hint.kk)
    assert KAZAKH & set(rule.why.kk)
    assert not KAZAKH & set(rule.name.ru + rule.hint.ru + rule.why.ru)


@pytest.mark.parametrize("name", samples())
def test_a_compliant_sketch_has_no_findings(name: str) -> None:
    wrong = failures(Case(name=name, base=name), SOME_RULE, rulebook(), samples())
    assert not wrong, "\n".join(wrong)
