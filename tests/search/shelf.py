"""A small registry to search in: documents in three languages, one with an older edition, one withdrawn."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from docctl.domain.registry.card import Card, CardStatus, Edition, Titles, Withdrawal
from docctl.domain.registry.clause_markdown import ClauseText, write_text
from docctl.domain.words import Language
from docctl.store.change import Change, NewFile, operation_id
from docctl.store.paths import edition_folder
from docctl.store.registry import Registry, open_registry
from tests.kit.registries import ACTOR, BEGIN, workspace

FIRST, SECOND = date(2023, 2, 1), date(2025, 3, 1)
"""The days on which the two editions of No. 158 came into force."""
WITHDRAWN = date(2024, 6, 1)
GENERAL, FUNCTIONS = ("1 Жалпы ережелер",), ("6 Негізгі функциялары",)


class Text(Struct, frozen=True):
    """An edition: the day from which it counts, and its clauses."""

    begins: date
    clauses: tuple[ClauseText, ...]


OLD = (
    ClauseText("1.1", GENERAL, "Осы Ереже Мұрағат бөлімінің жұмысын реттейді."),
    ClauseText("6.1", FUNCTIONS, "Келген хаттарды қағаз журналға тіркейді."),
)
NEW = (
    ClauseText("1.1", GENERAL, "Осы Ереже Мұрағат бөлімінің жұмысын реттейді."),
    ClauseText(
        "4.1",
        ("4 Нормативтік сілтемелер",),
        "«Білім туралы» Қазақстан Республикасының 2007 жылғы 27 шілдедегі № 319-III Заңы;",
    ),
    ClauseText(
        "6.1",
        FUNCTIONS,
        "Келген хаттарды электрондық журналға тіркейді, құжаттардың сақталу мерзімін белгілейді,"
        " істерді номенклатура бойынша рәсімдейді және жыл сайын есеп береді. Деректердің резервтік"
        " көшірмесін бөлек сақтайды. Сақтау\nмерзімі өткен құжатты комиссияның шешімімен жояды, ол туралы"
        " екі данада акт жасайды және актінің бірін ректордың кеңсесіне береді.",
    ),
)
RUSSIAN = (
    ClauseText("2.1", ("2 Обязанности",), "Юрист согласует проекты приказов и готовит договоры."),
    ClauseText(
        "2.2",
        ("2 Обязанности",),
        "Руководствуется Законом Республики Казахстан «Об образовании» и Уставом НАО.",
    ),
    ClauseText("2.3", ("2 Обязанности",), "Передаёт дела в Мұрағат бөлімі по описи."),
)
GONE = (ClauseText("3.1", ("3 Міндеттері",), "Гербтік мөрді сейфте сақтайды."),)
ENGLISH = (ClauseText("5.2", ("5 Duties",), "The office keeps copies of every signed agreement."),)
FURTHER = (ClauseText("1.1", GENERAL, "Кітапхана «Білім туралы» Заңға сәйкес оқырмандарға қызмет етеді."),)


def shelf(root: Path) -> Registry:
    """The registry in a new workspace."""
    registry = workspace(root)
    with registry.writing() as writing:
        for at, change in enumerate(_changes(), start=1):
            writing.record(change, lambda at=at: BEGIN + timedelta(days=at))  # type: ignore[misc]
    return open_registry(root)


def recorded(days: int) -> datetime:
    """A moment after so many of the documents were recorded."""
    return (BEGIN + timedelta(days=days, hours=1)).astimezone(UTC)


def _changes() -> Iterator[Change]:
    texts = Text(FIRST, OLD), Text(SECOND, NEW)
    archive = _card("158", "Мұрағат бөлімі туралы ереже", "Мұрағат бөлімі", *texts)
    yield _registered(archive, OLD, NEW)
    lawyer = _card(
        "12/3-н",
        "Должностная инструкция юриста",
        "Юридический отдел",
        Text(SECOND, RUSSIAN),
        kind="job_description",
        language=Language.RU,
    )
    yield _registered(lawyer, RUSSIAN)
    seal = _card("ДН-07", "Мөр сақтау ережесі", "Кеңсе", Text(FIRST, GONE), gone=WITHDRAWN)
    yield _registered(seal, GONE)
    title, unit = "Regulation on the Contract Office", "Contract Office"
    office = _card("77", title, unit, Text(FIRST, ENGLISH), language=Language.EN)
    yield _registered(office, ENGLISH)
    yield library()


def library() -> Change:
    """The last document to be recorded."""
    card = _card("200", "Кітапхана туралы ереже", "Ғылыми кітапхана", Text(SECOND, FURTHER))
    return _registered(card, FURTHER)


def _card(
    number: str,
    title: str,
    unit: str,
    *texts: Text,
    kind: str = "regulation",
    language: Language = Language.KK,
    gone: date | None = None,
) -> Card:
    ends = (*(text.begins for text in texts[1:]), gone)
    editions = tuple(
        Edition(
            edition=at,
            approved=text.begins,
            in_force_from=text.begins,
            in_force_to=end,
            language=language,
            file=f"{edition_folder(number, at)}/document.docx",
            sha256=hashlib.sha256(number.encode()).hexdigest(),
        )
        for at, (text, end) in enumerate(zip(texts, ends, strict=True), start=1)
    )
    return Card(
        number=number,
        kind=kind,
        language=language,
        title=Titles(**{language.value: title}),
        unit=unit,
        owner=f"{unit}: A. B. Head",
        status=CardStatus.WITHDRAWN if gone else CardStatus.IN_FORCE,
        withdrawal=Withdrawal("order 5", gone) if gone else None,
        editions=editions,
    )


def _registered(card: Card, *texts: tuple[ClauseText, ...]) -> Change:
    return Change(
        action="register",
        actor=ACTOR,
        operation=operation_id("register", card.number, ACTOR, {}),
        document=card.number,
        edition=card.last.edition,
        ground="taken over",
        cards=(card,),
        files=tuple(
            NewFile(
                f"{edition_folder(card.number, at)}/text.md",
                write_text(card.title.in_language(card.language), text).encode(),
            )
            for at, text in enumerate(texts, start=1)
        ),
    )
