"""The words that recognition and the rules know, in each language (``rules/wordlists/``)."""

from msgspec import Struct

from docctl.domain.words import Wordings


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists; every list may be extended by an office.

    "Stems" are beginnings of words: they match the word in every case.
    """

    months: tuple[Wordings, ...] = ()
    """January first; every form in which a date may name the month. Kazakh forms are stems."""
    ordinals: tuple[Wordings, ...] = ()
    """"First" first. Kazakh and Russian cases are understood without being listed."""
    edition_labels: Wordings = Wordings()
    """Words before an edition: Басылым, Издание, Edition."""
    unit_words: Wordings = Wordings()
    """Generic words for a unit, as stems: бөлім, кеңсе, отдел, office."""
    position_words: Wordings = Wordings()
    """Words that positions are named by, as stems: ректор, басшы, начальник, head."""
    organisation_words: Wordings = Wordings()
    """Words that organisations and their legal forms are named by, as stems: университет, КеАҚ, НАО."""
    ministry_words: Wordings = Wordings()
    """Words of bodies above the organisation, which may stand over its name, as stems: министрлі."""
    section_words: Wordings = Wordings()
    """Words that count sections: бөлім, тарау, раздел, глава, section."""
    appendix_words: Wordings = Wordings()
    """Words that open an appendix: қосымша, приложение, appendix."""
    number_labels: Wordings = Wordings()
    """Words before the number of a document: №, Нөмірі, Номер, No."""
    page_words: Wordings = Wordings()
    """Words that stand by a page number, as stems: бет, стр, page."""
    total_words: Wordings = Wordings()
    """Words between a page number and the number of pages: из, of."""
    year_words: Wordings = Wordings()
    """Words after a year: ж, жыл, г, год, year."""
    city_words: Wordings = Wordings()
    """Words by a city's name: қ, қаласы, г, город, city."""
    cities: Wordings = Wordings()
    """Cities that a title page may name."""
    joining_words: Wordings = Wordings()
    """Words that join the words of a heading and do not count when headings are compared: мен, и, and, of."""
    language_words: Wordings = Wordings()
    """Frequent words that tell the languages apart."""
    measure_words: Wordings = Wordings()
    """Words after a figure that make it a quantity, no clause number, as stems: ставка, сағат, hours."""
    blank_words: Wordings = Wordings()
    """What a form says where a date, name or signature goes: қолы, подпись, дд, yyyy."""
    field_errors: Wordings = Wordings()
    """Beginnings of what Word shows for a field that leads nowhere: Error! Bookmark not defined."""
    other_kinds: Wordings = Wordings()
    """Kinds of document that have no form here, as printed on their own line: БҰЙРЫҚ, ПРИКАЗ, ORDER."""
