"""The rules themselves, listed and explained."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from docctl.checking.rule import Rule
from docctl.domain.patterns import regex
from docctl.domain.words import Language
from docctl.reporting.style import SEVERITY_NAMES, Paint, indented, plain
from docctl.wording import N_, Translate

GROUP_NAMES = {
    "DOC": N_("The file"),
    "PAGE": N_("Page setup"),
    "FMT": N_("Text format"),
    "TTL": N_("Title page"),
    "HDR": N_("Running header"),
    "EDN": N_("Edition"),
    "SIG": N_("Signature sheet"),
    "TOC": N_("Contents"),
    "SEC": N_("Structure"),
    "NUM": N_("Numbering"),
    "ABR": N_("Abbreviations"),
    "REF": N_("References"),
    "TXT": N_("Text"),
    "ACQ": N_("Acquaintance sheet"),
    "CHG": N_("Change sheet"),
}


_VALUE = regex(r"\{\w+\}")

SHORT = 6
"""Lines of an example that is shown whole."""


def listed(rules: Iterable[Rule], language: Language, translate: Translate, paint: Paint = plain) -> str:
    """A line to a rule, by group."""
    lines: list[str] = []
    for group, members in groupby(rules, lambda rule: rule.group):
        heading = f"{group}  {translate(GROUP_NAMES[group])}" if group in GROUP_NAMES else group
        lines += ["", paint(heading, "part")]
        lines += [_line(rule, language, translate, paint) for rule in members]
    return "\n".join(lines[1:]) + "\n"


def _line(rule: Rule, language: Language, translate: Translate, paint: Paint) -> str:
    severity = translate(SEVERITY_NAMES[rule.severity])
    return f"  {rule.code:8}{paint(f'{severity:14}', rule.severity.value)}{rule.name.in_language(language)}"


def explained(rule: Rule, language: Language, translate: Translate, paint: Paint = plain) -> str:
    """Why the rule matters, how to put it right, a right and a wrong example, the source."""
    severity = translate(SEVERITY_NAMES[rule.severity])
    title = paint(f"{rule.code} · {rule.name.in_language(language)}", "title")
    lines = [f"{title} · {paint(severity, rule.severity.value)}"]
    for heading, text in _sections(rule, language):
        lines += ["", paint(translate(heading), "part"), *text]
    return "\n".join(lines) + "\n"


def _sections(rule: Rule, language: Language) -> Iterator[tuple[str, list[str]]]:
    yield N_("Why it matters"), indented(rule.why.in_language(language), 2)
    yield N_("How to put it right"), indented(unfilled(rule.hint.in_language(language)), 2)
    yield N_("Right"), telling_lines(rule.example.right, rule.example.wrong)
    yield N_("Wrong"), telling_lines(rule.example.wrong, rule.example.right)
    yield N_("Source"), indented(f"{rule.source.act} {rule.source.clause}", 2)
    if parameters := _parameters(rule):
        yield N_("Parameters that the office may set"), parameters


def unfilled(wording: str) -> str:
    """The wording with an ellipsis for each value that only a finding has."""
    return _VALUE.sub("…", wording)


def telling_lines(sketch: str, other: str) -> list[str]:
    """A short sketch whole; of a long one the lines that the other has not, with their neighbours."""
    lines, others = sketch.splitlines(), set(other.splitlines())
    telling = {at for at, line in enumerate(lines) if line not in others} or {0}
    near = {at for at in range(len(lines)) if not telling.isdisjoint((at - 1, at, at + 1))}
    if len(lines) <= SHORT:
        near = set(range(len(lines)))
    shown = []
    for at, line in enumerate(lines):
        if at in near:
            shown.append(f"  {line}")
        elif shown[-1:] != ["  …"]:
            shown.append("  …")
    return shown


def _parameters(rule: Rule) -> list[str]:
    values = msgspec.to_builtins(rule.params)
    return [f"  {name}: {msgspec.json.encode(value).decode()}" for name, value in values.items()]


def as_json(rules: Iterable[Rule]) -> str:
    """The rules with all that their files say."""
    return msgspec.json.format(msgspec.json.encode(list(rules)), indent=1).decode() + "\n"
