"""The errors that docctl expects, each with a slug that docs/errors.md explains.

An error carries the untranslated sentence and its values; the boundary in `docctl.cli` translates it.
Anything else that is raised is a fault of docctl.
"""

from collections.abc import Callable, Mapping

from docctl.wording import Said


class DocctlError(Exception):
    """A failure that a person can act on.

    `message` is a gettext key in English with ``{named}`` values; it says what is wrong and the way out.
    `at` is the file, and the line where there is one: ``rules/TTL/TTL001.yaml:12``.
    """

    slug = "error"
    exit_code = 2

    def __init__(self, message: str, /, *, at: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.values: Mapping[str, object] = values

    def worded(self, translate: Callable[[str], str]) -> str:
        """The sentence in the language of `translate`, with its values and the file."""
        values = {name: translate(it) if isinstance(it, Said) else it for name, it in self.values.items()}
        sentence = translate(self.message).format(**values)
        return f"{self.at}: {sentence}" if self.at else sentence

    def recast(self, kind: "type[DocctlError]", at: str | None = None) -> "DocctlError":
        """The same sentence as an error of another kind: what is wrong of a rule file is damage of a card.

        `at` is its file, when that is another one or known only now.
        """
        return _rebuild(kind, self.message, self.at if at is None else at, dict(self.values))

    def __str__(self) -> str:
        return self.worded(str)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.at, dict(self.values)))


def _rebuild(kind: type[DocctlError], message: str, at: str, values: dict[str, object]) -> DocctlError:
    return kind(message, at=at, **values)


class UsageError(DocctlError):
    """The command was called with something it cannot work with."""

    slug = "usage"


class ConfigurationError(DocctlError):
    """A rule, form, word list or setting is wrong; the message names file, line and what was expected."""

    slug = "configuration"


class UnreadableDraft(DocctlError):
    """A draft that no parser may see or can read. `rule` is the DOC rule that reports it."""

    slug = "unreadable-draft"
    rule = "DOC001"


class ScannedDraft(UnreadableDraft):
    """A draft whose pages, or some of them, are pictures or say other letters than they show."""

    slug = "scanned-draft"
    rule = "DOC007"


class UnacceptedFormat(UnreadableDraft):
    """A draft of a kind of file that docctl does not take."""

    slug = "unaccepted-format"
    rule = "DOC002"


class TransitionRefused(DocctlError):
    """A step that a document's life does not allow now; nothing was changed. The message says the reason."""

    slug = "transition-refused"


class RepositoryTrouble(DocctlError):
    """The workspace's Git repository is in a state that docctl must not write into or cannot read."""

    slug = "repository-trouble"


class DamagedRecord(DocctlError):
    """A card or another file of the registry that cannot be understood; `at` is the file and the line."""

    slug = "damaged-record"


class Busy(DocctlError):
    """Somebody else is writing into the workspace; nothing was changed."""

    slug = "busy"
    exit_code = 4


class DiskTrouble(DocctlError):
    """The disk refused to write or to read; nothing was changed."""

    slug = "disk-trouble"
    exit_code = 4
