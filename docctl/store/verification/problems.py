"""What verification can find: each kind of problem by its code. Pure."""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct


class Code(StrEnum):
    """A kind of problem; its meaning and the way out are worded in `docctl.reporting.verify`."""

    OBJECT_DAMAGED = "object-damaged"
    OBJECT_REPLACED = "object-replaced"
    GRAFT = "graft"
    ALTERNATES = "alternates"
    HISTORY_CUT = "history-cut"
    HISTORY_REWRITTEN = "history-rewritten"
    NO_WITNESS = "no-witness"
    WITNESS_DAMAGED = "witness-damaged"
    CHAIN_BROKEN = "chain-broken"
    SEQUENCE_BROKEN = "sequence-broken"
    TIME_BACKWARDS = "time-backwards"
    NOT_RECORDED = "not-recorded"
    MERGE_INVENTED = "merge-invented"
    EDITION_CHANGED = "edition-changed"
    FACTS_CHANGED = "facts-changed"
    TAG_MISSING = "tag-missing"
    TAG_MOVED = "tag-moved"
    TAG_FOREIGN = "tag-foreign"
    TAG_LIGHT = "tag-light"
    CARD_UNREADABLE = "card-unreadable"
    CARD_INCONSISTENT = "card-inconsistent"
    NAME_DIFFERS = "name-differs"
    HASH_DIFFERS = "hash-differs"
    FILE_MISSING = "file-missing"
    FILE_FOREIGN = "file-foreign"
    NOT_A_FILE = "not-a-file"
    TWINS = "twins"
    WORK_TREE_CHANGED = "work-tree-changed"
    WORK_TREE_MISSING = "work-tree-missing"
    WORK_TREE_FOREIGN = "work-tree-foreign"
    INDEX_DIFFERS = "index-differs"
    ROLES_UNREADABLE = "roles-unreadable"
    NOT_ALLOWED = "not-allowed"
    ACTOR_DIFFERS = "actor-differs"
    SIGNATURE_MISSING = "signature-missing"
    SIGNATURE_BAD = "signature-bad"
    SIGNATURE_FOREIGN = "signature-foreign"
    SET_ASIDE = "set-aside"


NOTES = frozenset({Code.NO_WITNESS, Code.SET_ASIDE})
"""What is worth knowing and no damage."""


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One problem at one place."""

    code: Code
    where: str
    """A path from the top of the workspace, a commit, a tag, another ref; or ``commit path``."""
    found: str = ""
    """What is there: a hash, a commit, a person, a line of git's."""
    expected: str = ""
    """What should be there, where that can be said."""

    @property
    def is_damage(self) -> bool:
        """Whether something is wrong, rather than only worth knowing."""
        return self.code not in NOTES


class Verified(Struct, frozen=True, kw_only=True):
    """What one verification looked at and found."""

    head: str
    """The commit that was verified."""
    transitions: int
    documents: int
    editions: int
    submissions: int
    files: int
    problems: tuple[Problem, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return not any(problem.is_damage for problem in self.problems)


def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems, each once: damage before notes, by kind in the order of `Code`, then by place."""
    rank = {code: at for at, code in enumerate(Code)}
    return tuple(
        sorted(set(problems), key=lambda one: (not one.is_damage, rank[one.code], one.where, one.found))
    )
