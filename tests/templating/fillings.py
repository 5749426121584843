"""What templates are filled in with: usual names, long ones, names with quotes, almost nothing."""

from docctl.templating.fields import Fields, Person

KINDS = ("regulation", "job_description")
LANGUAGES = ("kk", "ru", "en")
FILLINGS = ("usual", "long", "quotes")

UNITS = {
    "usual": {"kk": "Цифрлық даму бөлімі", "ru": "Отдел цифрового развития", "en": "Research Library"},
    "long": {
        "kk": "Ғылыми және инновациялық жобаларды басқару орталығының халықаралық бағдарламалар бөлімі",
        "ru": "Отдел международных программ Центра управления научными и инновационными проектами",
        "en": "Department of International Programmes of the Centre for Research and Innovation Projects",
    },
    "quotes": {"kk": "«Болашақ» орталығы", "ru": "Центр «Болашак»", "en": "“Bolashak” Centre & Archive"},
}
ORGANISATIONS = {
    "usual": {
        "kk": "«Сарыарқа университеті» КеАҚ",
        "ru": "НАО «Университет Сарыарка»",
        "en": "Saryarqa University NJSC",
    },
    "long": {
        "kk": "«Ыбырай атындағы Оңтүстік өңірлік зерттеу университеті» коммерциялық емес акционерлік қоғамы",
        "ru": "Некоммерческое акционерное общество «Южный исследовательский университет имени Ыбырая»",
        "en": "Southern Regional Research University Non-Profit Joint-Stock Company",
    },
}
POSITIONS = {"kk": "Бас маман", "ru": "Ведущий специалист", "en": "Lead Librarian"}
EDITIONS = {"kk": "бірінші", "ru": "первое", "en": "first"}
CITIES = {"kk": "Қарағанды", "ru": "Караганда", "en": "Karaganda"}
APPROVERS = {
    "kk": Person("Басқарма төрағасы-ректор", "А.Б. Үлгібаев"),
    "ru": Person("Председатель правления – ректор", "А.Б. Улгибаев"),
    "en": Person("Chair of the Board – Rector", "A.B. Ulgibayev"),
}
DEVELOPERS = {
    "kk": Person("Бөлім басшысы", "Ж.Қ. Төлеубаева"),
    "ru": Person("Начальник отдела", "С.В. Тарелкина"),
    "en": Person("Head of the unit", "M.K. Oralbayeva"),
}
VICE_RECTORS = {
    "kk": (
        Person("Цифрландыру жөніндегі проректор", "Е.М. Сәрсенғали"),
        Person("Академиялық мәселелер жөніндегі проректор", "Г.Н. Өтегенова"),
        Person("Ғылым жөніндегі проректор", "И.П. Сосновский"),
    ),
    "ru": (
        Person("Проректор по науке", "И.П. Сосновский"),
        Person("Проректор по академическим вопросам", "Г.Н. Отегенова"),
        Person("Проректор по цифровизации", "Е.М. Сарсенгали"),
    ),
    "en": (
        Person("Vice-Rector for Research", "I.P. Sosnovsky"),
        Person("Vice-Rector for Academic Affairs", "G.N. Otegenova"),
        Person("Vice-Rector for Digitalisation", "E.M. Sarsengali"),
    ),
}
LAWYERS = {
    "kk": Person("Заң бөлімінің жетекшісі", "Қ.Ә. Мұхтаров"),
    "ru": Person("Начальник юридического отдела", "К.А. Мухтаров"),
    "en": Person("Head of the Legal Department", "K.A. Mukhtarov"),
}


def blank(kind: str, language: str, filling: str = "usual") -> Fields:
    """What is known outside of a workspace: the unit, the year, the approver's position."""
    return Fields(
        unit=UNITS[filling][language],
        title="",
        edition_word=EDITIONS[language],
        year="2026",
        approver=Person(APPROVERS[language].position),
    )


def whole(kind: str, language: str, filling: str = "usual") -> Fields:
    """All that `new` can be told; with long names there are three vice-rectors."""
    return Fields(
        unit=UNITS[filling][language],
        title="",
        position=POSITIONS[language] if kind == "job_description" else "",
        organisation=ORGANISATIONS.get(filling, ORGANISATIONS["usual"])[language],
        number="158",
        edition_word=EDITIONS[language],
        city=CITIES[language],
        year="2026",
        approver=APPROVERS[language],
        developed=(DEVELOPERS[language],),
        agreed=VICE_RECTORS[language] if filling == "long" else VICE_RECTORS[language][:1],
        lawyer=(LAWYERS[language],),
    )
