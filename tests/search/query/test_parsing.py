"""What a query means, and that every text means something."""

import sys
from datetime import date
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docctl.search.query.parsing import Parsed, parse
from docctl.search.query.printing import printed
from docctl.search.request import Filters, Phrase, Prefix, Request, Word

TODAY = date(2026, 3, 1)


def request(query: str) -> Request:
    return parse(query, TODAY).request


def filters(query: str) -> Filters:
    parsed = parse(query, TODAY)
    assert parsed.notes == ()
    assert parsed.request == Request(filters=parsed.request.filters)
    return parsed.request.filters


def note(query: str) -> str:
    parsed = parse(query, TODAY)
    assert parsed.request == Request()
    (told,) = parsed.notes
    return told.message.format(value=told.value)


def group(*words: str) -> tuple[Word, ...]:
    return tuple(map(Word, words))


class TestWords:
    def test_each_is_wanted(self) -> None:
        assert request("оқу ісі") == Request(wanted=(group("оқу"), group("ісі")))

    def test_punctuation_and_brackets_are_not_there(self) -> None:
        assert request("(оқу), — ісі?!") == request("оқу ісі")

    def test_numbers_acts_and_dates_are_words(self) -> None:
        found = request("№ 319-III 6.23 27.02.2026")
        assert found.wanted == (group("319-III"), group("6.23"), group("27.02.2026"))

    def test_a_word_twice_is_one(self) -> None:
        assert request("оқу оқу") == request("оқу")

    def test_with_a_minus_it_is_excluded(self) -> None:
        for sign in "-−–":
            assert request(f"оқу {sign}ісі").excluded == group("ісі")

    def test_with_a_plus_it_is_required(self) -> None:
        assert request("+оқу").required == (group("оқу"),)

    def test_a_hyphen_inside_is_no_minus(self) -> None:
        assert request("оқу-әдістемелік").excluded == ()

    def test_with_a_star_it_is_a_beginning(self) -> None:
        assert request("құжат*").wanted == ((Prefix("құжат"),),)

    def test_a_star_alone_is_nothing(self) -> None:
        assert request("* ** -*") == Request()


class TestPhrases:
    @pytest.mark.parametrize("quotes", ["«»", '""', "“”", "„“"])
    def test_all_quotes_make_one(self, quotes: str) -> None:
        query = f"{quotes[0]}білім туралы{quotes[1]} заң"
        assert request(query) == Request(wanted=(group("заң"),), required=((Phrase(("білім", "туралы")),),))

    def test_of_one_word_is_a_phrase_and_a_plus_is_none(self) -> None:
        assert request("«заң»").required == ((Phrase(("заң",)),),)
        assert request("+заң").required == (group("заң"),)

    def test_may_hold_other_quotes(self) -> None:
        assert request('"«Білім туралы» заң"').required == ((Phrase(("Білім", "туралы", "заң")),),)

    def test_a_quote_that_nothing_closes_is_not_there(self) -> None:
        assert request('"білім туралы') == request("білім туралы")

    def test_can_be_excluded(self) -> None:
        assert request('-"білім туралы"').excluded == (Phrase(("білім", "туралы")),)


class TestAlternatives:
    @pytest.mark.parametrize("word", ["OR", "НЕМЕСЕ", "ИЛИ"])
    def test_are_one_group(self, word: str) -> None:
        assert request(f"а {word} б {word} в г").wanted == (group("а", "б", "в"), group("г"))

    def test_with_a_phrase_are_a_condition(self) -> None:
        assert request('акт OR "оқу ісі"').required == ((Word("акт"), Phrase(("оқу", "ісі"))),)

    @pytest.mark.parametrize("query", ["OR", "а OR", "OR а", "а OR OR", "OR OR а"])
    def test_need_two_sides(self, query: str) -> None:
        assert request(query) in (request("а"), Request())

    def test_in_small_letters_it_is_a_word(self) -> None:
        assert len(request("а or б").wanted) == 3

    def test_a_field_and_what_is_excluded_are_no_side(self) -> None:
        assert request("а OR -б").excluded == group("б")
        assert request("а OR year:2024").filters == Filters(years=(2024,))


class TestFields:
    @pytest.mark.parametrize("name", ["number", "нөмір", "номир", "номер", "NUMBER", "Нөмірі"])
    def test_are_called_in_three_languages(self, name: str) -> None:
        assert filters(f"{name}:158") == Filters(numbers=("158",))

    def test_values_may_be_quoted(self) -> None:
        assert filters('unit:"Мұрағат бөлімі"') == Filters(units=("Мұрағат бөлімі",))
        assert filters("number:«12/3 н»") == Filters(numbers=("12/3 н",))

    def test_several_values_are_alternatives(self) -> None:
        assert filters("number:1 number:2") == Filters(numbers=("1", "2"))

    @pytest.mark.parametrize("value", ["regulation", "ереже", "Положение"])
    def test_kinds_have_names(self, value: str) -> None:
        assert filters(f"kind:{value}") == Filters(kinds=("regulation",))

    def test_an_offices_own_kind_stays(self) -> None:
        assert filters("kind:memo") == Filters(kinds=("memo",))

    @pytest.mark.parametrize("value", ["withdrawn", '"күшін жоғалтқан"', '"утратил силу"'])
    def test_statuses_have_names(self, value: str) -> None:
        assert filters(f"status:{value}") == Filters(statuses=("withdrawn",))

    def test_years_editions_clauses(self) -> None:
        assert filters("year:2023-2025") == Filters(years=(2023, 2024, 2025))
        assert filters("edition:2") == Filters(editions=(2,))
        assert filters("басылым:барлығы") == Filters(all_editions=True)
        assert filters("тармақ:6.23.") == Filters(clauses=("6.23",))

    def test_days(self) -> None:
        assert filters("as-of:2024-05-01") == filters("күні:01.05.2024") == Filters(as_of=date(2024, 5, 1))
        assert filters("дата:сегодня") == Filters(as_of=TODAY)

    def test_from_and_to_are_years(self) -> None:
        assert filters("from:2024-01-01 to:2025-12-31") == Filters(years=(2024, 2025))
        assert filters("до:2025-12-31 с:2024-01-01") == Filters(years=(2024, 2025))
        assert filters("from:2025-01-01") == Filters(years=(2025, 2026, 2027))

    @pytest.mark.parametrize(
        ("query", "told"),
        [
            ("year:soon", "“soon” is no year"),
            ("edition:second", "“second” is no edition"),
            ("clause:six", "“six” is no number of a clause"),
            ("status:new", "“new” is no status"),
            ("from:2024-13-01", "“2024-13-01” is no date"),
            ("as-of:99.99.2024", "“99.99.2024” is no date"),
            ('number:""', "no value"),
            ("-kind:ереже", "cannot be excluded: “kind”"),
        ],
    )
    def test_a_wrong_value_is_told_and_left_out(self, query: str, told: str) -> None:
        assert told in note(query)

    def test_from_after_to_is_told(self) -> None:
        assert parse("from:2025-01-01 to:2024-01-01", TODAY).notes

    def test_another_name_is_a_word(self) -> None:
        assert request("уақыт:таң").wanted == (group("уақыт"), group("таң"))
        assert request("https://example.kz/a").filters == Filters()


PIECES = st.sampled_from(
    [
        *'"«»“”„-+*: \n',
        "OR",
        "ИЛИ",
        "kind:",
        "жыл:2024",
        "from:",
        "а",
        "Қаулы",
        "6.23",
        "319-III",
        "\u00ad",
        "\x00",
    ]
)
TEXTS = st.one_of(st.text(st.characters()), st.lists(PIECES).map("".join), st.lists(PIECES).map(" ".join))


@given(TEXTS)
@example("\ud800")
@example("x\u00ad\ny")
@example("OR_")
def test_what_is_printed_parses_back(text: str) -> None:
    asked = parse(text, TODAY).request
    assert parse(printed(asked), TODAY) == Parsed(asked)


def calls(text: str) -> int:
    """Calls of functions, those in C among them, that parsing the text takes."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    parse(text, TODAY)
    sys.setprofile(counted)
    try:
        parse(text, TODAY)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", ['"', "«", "-", "а:", "а", '"а ', "а OR ", "а ", "year:2024 ", "-а* "])
def test_a_text_twice_as_long_takes_twice_the_steps(piece: str) -> None:
    assert calls(piece * 2000) <= 2.5 * calls(piece * 1000)
