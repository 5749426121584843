"""Languages, and wordings that exist in each of them."""

from enum import StrEnum

from msgspec import Struct


class Language(StrEnum):
    """A language of documents and of messages."""

    KK = "kk"
    RU = "ru"
    EN = "en"


class Words(Struct, frozen=True):
    """One wording in Kazakh, Russian and English."""

    kk: str
    ru: str
    en: str

    def in_language(self, language: Language) -> str:
        """The wording in one language."""
        return str(getattr(self, language.value))


class Wordings(Struct, frozen=True):
    """Every accepted wording in each language; the first one is the prescribed one."""

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_language(self, language: Language) -> tuple[str, ...]:
        """The accepted wordings in one language, the prescribed one first."""
        wordings: tuple[str, ...] = getattr(self, language.value)
        return wordings

    def all(self) -> tuple[str, ...]:
        """The accepted wordings of all languages."""
        return self.kk + self.ru + self.en
