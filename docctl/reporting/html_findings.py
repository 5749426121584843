"""Findings and rules in the HTML report."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from docctl.checking.rule import Rule
from docctl.domain.finding import Finding
from docctl.domain.words import Language
from docctl.reporting.html_markup import NOTHING, Markup, in_lines, joined, tag
from docctl.reporting.places import part_name, worded
from docctl.reporting.rules import telling_lines, unfilled
from docctl.reporting.style import SEVERITY_NAMES
from docctl.wording import Translate


class Numbered(Struct, frozen=True):
    """A finding with its number in the report, by which links reach it."""

    number: int
    finding: Finding

    @property
    def anchor(self) -> str:
        """The id of its element."""
        return f"f{self.number}"


def numbered(findings: Iterable[Finding], first: int) -> tuple[Numbered, ...]:
    """The findings numbered from `first` on."""
    return tuple(Numbered(number, finding) for number, finding in enumerate(findings, first))


def cards(found: Sequence[Numbered], _: Translate) -> Markup:
    """The findings as a list; nothing for none."""
    return tag("ul", *(_card(each, _) for each in found), class_="found") if found else NOTHING


def _card(each: Numbered, _: Translate) -> Markup:
    finding = each.finding
    where = ", ".join(filter(None, (part_name(finding.place.part, _), worded(finding.place, _))))
    quoted = f" · “{finding.place.excerpt}”" if finding.place.excerpt else ""
    link = tag("a", finding.rule, href=f"#rule-{finding.rule}")
    head = tag("span", link, f" · {_(SEVERITY_NAMES[finding.severity])}", class_="code")
    hint = tag("p", f"→ {finding.hint}") if finding.hint else NOTHING
    return tag(
        "li",
        head,
        tag("p", finding.message),
        hint,
        tag("p", f"{where}{quoted}", class_="where"),
        class_=f"finding {finding.severity.value}",
        id=each.anchor,
        tabindex="-1",
    )


def references(found: Sequence[Numbered]) -> Markup:
    """Links from the text to the findings about it."""
    return joined(
        *(
            tag("a", each.finding.rule, href=f"#{each.anchor}", class_=f"ref {each.finding.severity.value}")
            for each in found
        )
    )


def explanations(rules: Iterable[Rule], language: Language, _: Translate) -> Markup:
    """Every rule with why it matters, the remedy, a right and a wrong example, each on demand."""
    return joined(*(_explanation(rule, language, _) for rule in rules))


def _explanation(rule: Rule, language: Language, _: Translate) -> Markup:
    example = rule.example
    texts = (
        (_("Why it matters"), tag("p", rule.why.in_language(language))),
        (_("How to put it right"), tag("p", unfilled(rule.hint.in_language(language)))),
        (_("Right"), _sketch(example.right, example.wrong)),
        (_("Wrong"), _sketch(example.wrong, example.right)),
        (_("Source"), tag("p", f"{rule.source.act} {rule.source.clause}".strip())),
    )
    body = joined(*(joined(tag("h3", heading), text) for heading, text in texts))
    summary = tag("summary", f"{rule.code} · {rule.name.in_language(language)}")
    # The target of links lies inside, so that browsers open what they lead to without a script.
    return tag("details", summary, tag("div", body, id=f"rule-{rule.code}"))


def _sketch(sketch: str, other: str) -> Markup:
    return tag("pre", in_lines("\n".join(line[2:] for line in telling_lines(sketch, other))))
