import pytest

from docctl.checking.checks.references_acts import Lack, lack_of
from docctl.domain.dates import dates_of
from tests.content import rulebook

COMPLETE = [
    "Қазақстан Республикасының 27.07.2007 жылғы№319-III «Білім туралы» Заңы",
    "Үлгілік қағидалар. ҚР Ғылым министрінің 2018 жылғы 30 қазандағы № 595 бұйрығымен бекітілген",
    "Закон РК от 27 июля 2007 г. N 319-III «Об образовании»",
    "Трудовой кодекс Республики Казахстан от 23.11.2015 № 414-V",
    "Law of the Republic of Kazakhstan No. 319-III of 27 July 2007",
    "Order of the Minister of Education dated 30 October 2018 No. 595",
]
SILENT = [
    "университеттің ішкі нормативтік құжаттары",
    "Қазақстан Республикасының заңдары мен заңға тәуелді актілері",
    "законодательство Республики Казахстан, приказы Министра",
    "Конституция Республики Казахстан",
    "ISO 9001:2015 сапа менеджменті жүйелері",
    "ГОСТ Р 7.0.97-2016 «Система стандартов»",
    "Академиялық адалдық кодексі",
    "Устав университета, приказ ректора о режиме работы",
    "лицензия Комитета от 5 мая 2020 года № 14",
    "Нормативтік актілер:",
]


def lack(text: str) -> Lack:
    return lack_of(text, dates_of(rulebook().lexicon))


@pytest.mark.parametrize("text", [*COMPLETE, *SILENT])
def test_nothing_is_lacking(text: str) -> None:
    assert lack(text) is Lack.NOTHING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Қазақстан Республикасының «Білім туралы» Заңы", Lack.DATE_AND_NUMBER),
        ("Қазақстан Республикасының № 319-III «Білім туралы» Заңы", Lack.DATE),
        ("ҚР Үкіметінің 2012 жылғы 17 мамырдағы қаулысы", Lack.NUMBER),
        ("Закон РК «Об образовании» от 27 июля 2007 года № ____", Lack.NUMBER),
        ("Order No. 595 of the Minister of Education", Lack.DATE),
        ("Қазақстан Республикасының 27.07.2007 № 319-III «Білім туралы»", Lack.KIND),
        ("«Об образовании» от 27 июля 2007 года № 319-III", Lack.KIND),
    ],
)
def test_what_is_lacking(text: str, expected: Lack) -> None:
    assert lack(text) is expected
