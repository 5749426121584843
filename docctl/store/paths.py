"""Where the records and files of the registry lie, from the top of a workspace, with «/»."""

from docctl.domain.patterns import regex
from docctl.errors import TransitionRefused
from docctl.store.naming import name_of

REGISTRY, DOCUMENTS, SUBMISSIONS = "registry", "docs_store", "submissions"
_ID = regex(r"S-[0-9]{4}-[0-9]{4,9}")


def card_path(number: str) -> str:
    """The card of the document; raises TransitionRefused for a number that cannot be a name."""
    return f"{REGISTRY}/{name_of(number)}.yaml"


def submission_path(submission: str) -> str:
    """The record of the submission with this id; raises TransitionRefused for what is no id."""
    return f"{REGISTRY}/{SUBMISSIONS}/{_checked(submission)}.yaml"


def edition_folder(number: str, edition: int) -> str:
    """The folder with the files of an edition; raises TransitionRefused as `card_path` does."""
    return f"{DOCUMENTS}/{name_of(number)}/{edition}"


def round_folder(submission: str, round_: int) -> str:
    """The folder with the files of one time that a draft was handed in, the first being 1."""
    return f"{DOCUMENTS}/{SUBMISSIONS}/{_checked(submission)}/{round_}"


def _checked(submission: str) -> str:
    if not _ID.fullmatch(submission):
        raise TransitionRefused(
            "“{submission}” is no submission; they look like S-2026-0007. “docctl inbox” lists them.",
            submission=submission,
        )
    return submission
