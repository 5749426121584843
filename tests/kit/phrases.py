"""Other words for the same thing: what a sample says, and what it might say as well."""

import tests.kit.variants_front  # noqa: F401  registers its variants
from tests.kit.variants import VARIANTS as WAYS_OF_SETTING
from tests.kit.variants import Variant

PHRASES: dict[str, tuple[str, ...]] = {
    "| Басылым: екінші |": (
        "| Басылым: 2 |",
        "| Басылым екінші |",
        "| 2-басылым |",
        "| Екінші басылым |",
        "| БАСЫЛЫМ: ЕКІНШІ |",
        "| Басылым – 2 |",
        "| Басылымы: 2-ші |",
    ),
    "| Издание: второе |": (
        "| Издание: 2 |",
        "| Издание второе |",
        "| Издание 2-е |",
        "| 2-е издание |",
        "| Редакция: 2 |",
        "| ИЗДАНИЕ: ВТОРОЕ |",
    ),
    "| Edition: second |": (
        "| Edition: 2 |",
        "| Second edition |",
        "| Edition 2 |",
        "| 2nd edition |",
        "| EDITION: SECOND |",
    ),
    "[[field=PAGE|2]]-бет, [[field=NUMPAGES|11]] беттен тұрады": (
        "[[field=PAGE|2]] бет, [[field=NUMPAGES|11]] беттен",
        "[[field=PAGE|2]]/[[field=NUMPAGES|11]]",
        "Бет [[field=PAGE|2]] / [[field=NUMPAGES|11]]",
        "[[field=NUMPAGES|11]] беттің [[field=PAGE|2]]-беті",
        "[[field=PAGE|2]] – [[field=NUMPAGES|11]]",
    ),
    "стр. [[field=PAGE|2]] из [[field=NUMPAGES|11]]": (
        "Страница [[field=PAGE|2]] из [[field=NUMPAGES|11]]",
        "с. [[field=PAGE|2]] из [[field=NUMPAGES|11]]",
        "Лист [[field=PAGE|2]] Листов [[field=NUMPAGES|11]]",
        "[[field=PAGE|2]] из [[field=NUMPAGES|11]]",
        "Стр. [[field=PAGE \\* MERGEFORMAT|2]] из [[field=NUMPAGES \\* MERGEFORMAT|11]]",
    ),
    "page [[field=PAGE|2]] of [[field=NUMPAGES|10]]": (
        "Page [[field=PAGE|2]] of [[field=NUMPAGES|10]]",
        "[[field=PAGE|2]] of [[field=NUMPAGES|10]]",
        "p. [[field=PAGE|2]]/[[field=NUMPAGES|10]]",
    ),
    "{align=right} «27» ақпан 2025 жыл": (
        "{align=right} 27 ақпан 2025 ж.",
        "{align=right} 2025 жылғы 27 ақпан",
        "{align=right} 2025 ж. «27» ақпан",
        "{align=right} 27.02.2025 ж.",
        "{align=right} «27» 02 2025 ж.",
        '{align=right} "27" ақпан 2025 жыл',
        "{align=right} « 27 » ақпан 2025 жыл",
        "{align=right} «27» _ақпан_ 2025 жыл",
    ),
    "{align=right} «14» марта 2025 г.": (
        "{align=right} 14 марта 2025 года",
        "{align=right} 14.03.2025",
        "{align=right} 14.03.2025 г.",
        "{align=right} «14» 03 2025 г.",
        "{align=right} от 14 марта 2025 г.",
        "{align=right} «14» марта 2025г.",
    ),
    "{align=right} 21 April 2025": (
        "{align=right} April 21, 2025",
        "{align=right} “21” April 2025",
        "{align=right} 21.04.2025",
        "{align=right} 2025-04-21",
        "{align=right} 21st of April 2025",
    ),
    "{align=center} Қарағанды 2025 ж.": (
        "{align=center} Қарағанды, 2025 жыл",
        "{align=center} Қарағанды қ., 2025 ж.",
        "{align=center} Қарағанды қаласы 2025",
        "{align=center} ҚАРАҒАНДЫ – 2025",
        "{align=center} Қарағанды\n{align=center} 2025",
    ),
    "{align=center} Караганда, 2025 г.": (
        "{align=center} г. Караганда, 2025 год",
        "{align=center} Караганда 2025",
        "{align=center} Караганда – 2025",
        "{align=center} г. Караганда\n{align=center} 2025 г.",
    ),
    "{align=center} № 42\n": (
        "{align=center} №42\n",
        "{align=center} Тіркеу № 42\n",
        "{align=center} № 42-н\n",
    ),
    "{align=center} № 57\n": ("{align=center} № П-57\n", "{align=center} Регистрационный № 57\n"),
    "{align=center} No. 64\n": ("{align=center} No 64\n", "{align=center} № 64\n"),
    "| Жасақтаған |": ("| Әзірлеген |", "| Жасақтаған: |", "| ЖАСАҚТАҒАН |", "| Әзірледі |"),
    "| Келісілді |": ("| Келісілген |", "| КЕЛІСІЛДІ: |", "| Келісті |"),
    "| Разработал |": ("| Разработано |", "| Разработчик: |", "| РАЗРАБОТАЛ |", "| Составил |"),
    "| Согласовано |": ("| Согласовано: |", "| СОГЛАСОВАНО |", "| Согласовал |"),
    "| Developed by |": ("| Developed |", "| Prepared by: |", "| DEVELOPED BY |"),
    "| Т.А.Ә. |": ("| Аты-жөні |", "| Т.А.Ә. (бар болса) |", "| Тегі, аты, әкесінің аты |", "| ТАӘ |"),
    "| Ф.И.О. |": ("| ФИО |", "| Фамилия, имя, отчество |", "| Фамилия и инициалы |", "| Фамилия И.О. |"),
    "| Name |": ("| Full name |", "| Name and surname |", "| Surname, initials |"),
    "| Қолы |": ("| Қолтаңбасы |", "| ҚОЛЫ |", "| Қол қою |"),
    "| Күні |": ("| Қол қойылған күні |", "| Күні, айы, жылы |"),
    "| Дата |": ("| Дата подписания |", "| ДАТА |"),
    "{align=center, bold} Мазмұны": ("{align=center, bold} МАЗМҰНЫ", "{align=center} Мазмұны"),
    "{align=center, bold} Содержание": ("{align=center, bold} СОДЕРЖАНИЕ", "{align=center} Оглавление"),
    "{align=center, bold} ЦИФРЛЫҚ ДАМУ БӨЛІМІ ТУРАЛЫ ЕРЕЖЕ": (
        "{align=center, bold} «Цифрлық даму бөлімі туралы ереже»",
        "{align=center, bold} ЦИФРЛЫҚ ДАМУ БӨЛІМІ // ТУРАЛЫ ЕРЕЖЕ",
        "{align=center, bold} ЦИФРЛЫҚ ДАМУ БӨЛІМІ\n{align=center, bold} ТУРАЛЫ\n{align=center, bold} ЕРЕЖЕ",
    ),
    "{align=center, bold} ПОЛОЖЕНИЕ ОБ ОТДЕЛЕ МЕЖДУНАРОДНОГО СОТРУДНИЧЕСТВА": (
        "{align=center, bold} Положение // об отделе международного сотрудничества",
        "{align=center, bold} ПОЛОЖЕНИЕ\n{align=center, bold} об отделе международного сотрудничества",
    ),
    "{align=right} Басқарма төрағасы-ректор\n": (
        "{align=right} Басқарма төрағасы – ректор\n",
        "{align=right} Басқарма Төрағасы – Ректоры\n",
        "{align=right} Басқарма төрағасы-\n{align=right} ректор\n",
    ),
    "{align=right} Председатель правления – ректор\n": (
        "{align=right} Председатель Правления-Ректор\n",
        "{align=right} Председатель правления –\n{align=right} ректор\n",
    ),
    "{align=right} ____________ А.Б. Үлгібаев": (
        "{align=right} А.Б. Үлгібаев",
        "{align=right} Ә. Үлгібаев",
        "{align=right} __________Үлгібаев А.Б.",
        "{align=right} Айдос Берікұлы Үлгібаев",
        "{align=right} А.Б. Үлгібаев ____________",
    ),
    "{align=right} УТВЕРЖДАЮ": (
        "{align=right} УТВЕРЖДАЮ:",
        "{align=right} Утверждаю",
        "{align=right} «УТВЕРЖДАЮ»",
    ),
    "{align=right} БЕКІТЕМІН": ("{align=right} «БЕКІТЕМІН»", "{align=right} Бекітемін:"),
    "Права": ("Права Отдела", "Права отдела международного сотрудничества"),
    "Құқықтары": ("Бөлімнің құқықтары", "Цифрлық даму бөлімінің құқықтары"),
    "Жауапкершілігі": ("Бөлімнің жауапкершілігі",),
    "Основные задачи": ("Основные задачи Отдела", "Основные задачи отдела"),
    "Rights": ("Rights of the Library", "Rights of the Research Library"),
    "| Басылым: бірінші |": ("| Басылым: 1 |", "| 1-басылым |", "| Бірінші басылым |"),
    "{align=right} 12.05.2025": ("{align=right} «12» мамыр 2025 ж.", "{align=right} 2025 жылғы «12» мамыр"),
    "{align=center} № 42-1": ("{align=center} № 42/1", "{align=center} № ЛН-42"),
}


def replaced(old: str, new: str) -> Variant:
    """The variant that says it in other words."""
    return lambda sketch: sketch.replace(old, new)


VARIANTS: dict[str, Variant] = {
    f"{old.strip()} → {new.strip()}": replaced(old, new) for old, news in PHRASES.items() for new in news
} | WAYS_OF_SETTING
"""Every variant by name, of words and then of setting: the order in which they can be combined."""
