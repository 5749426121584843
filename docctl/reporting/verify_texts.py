"""What each problem of verification means, and how to recover from it."""

from collections.abc import Mapping

from msgspec import Struct

from docctl.store.verification.problems import Code
from docctl.wording import N_


class Text(Struct, frozen=True):
    """Sentences about a kind of problem; gettext keys."""

    meaning: str
    recovery: str


_FROM_A_SOUND_COPY = N_(
    "Stop recording here. Restore the last backup into a new folder (docctl restore FILE DIR) or clone the"
    " shared repository, run docctl verify there, and go on working in that copy; keep this one for inquiry."
)
_BACK_TO_THE_RECORD = N_(
    "If the change is wanted, make it by the docctl command for it. Otherwise take the recorded version back:"
    " git checkout HEAD -- PATH"
)
_CORRECT_OPENLY = N_(
    "Find out who made the commit and why (git show COMMIT). If it is the last one and nobody else has it"
    " yet, take it back: git reset --keep COMMIT~1. Otherwise go on from a copy made before it (docctl"
    " restore), and record what was meant by the docctl command for it; docctl verify goes on"
    " naming the commit where it is."
)
_ASK_THE_ACTOR = N_(
    "Ask the person named whether it was theirs. If it was, let the office record it again properly; if not,"
    " go on from a copy made before it (docctl restore FILE DIR) and change the keys."
)
_SET_TAG = N_(
    "Set it again on the commit that is expected: git tag --force --annotate --message=TAG TAG COMMIT. Where"
    " tags must be signed, take it from the shared repository or from a backup instead."
)

TEXTS: Mapping[Code, Text] = {
    Code.OBJECT_DAMAGED: Text(
        N_(
            "A part of the repository is damaged or missing: its bytes are not those that were recorded."
            " What Git says of it stands beside it."
        ),
        _FROM_A_SOUND_COPY,
    ),
    Code.OBJECT_REPLACED: Text(
        N_(
            "Git is told to show another object instead of this one (git replace): people who look with Git"
            " see something else than what was recorded. docctl itself goes by the record."
        ),
        N_(
            "Look at both (git --no-replace-objects show), then remove the replacement: git replace -d OBJECT"
        ),
    ),
    Code.GRAFT: Text(
        N_(
            "The file .git/info/grafts gives commits other parents: history looks other than it was recorded."
        ),
        N_("Delete .git/info/grafts and run docctl verify again."),
    ),
    Code.ALTERNATES: Text(
        N_(
            "The repository borrows objects from another folder. When that folder is deleted or damaged, the"
            " record is lost with it."
        ),
        N_("Make this copy whole: git repack -a -d, then delete .git/objects/info/alternates"),
    ),
    Code.HISTORY_CUT: Text(
        N_(
            "The branch ends earlier than what was already recorded here: transitions at its end have been"
            " cut off. The commit that was the last one stands beside it."
        ),
        N_(
            "Take the last transitions back, if the commit is still there: git merge --ff-only COMMIT."
            " If Git does not know it, take it from the shared repository (docctl sync) or from a backup."
        ),
    ),
    Code.HISTORY_REWRITTEN: Text(
        N_(
            "The branch does not contain the transition that was the last one here: history has been"
            " rewritten or replaced by another one. The commit that was the last one stands beside it."
        ),
        N_(
            "Compare both histories (git log COMMIT, git log HEAD). Go back to the true one: git branch"
            " rescue HEAD, then git reset --hard COMMIT; or restore a backup. What is only on the other"
            " history has to be recorded again."
        ),
    ),
    Code.NO_WITNESS: Text(
        N_(
            "This copy has not yet noted what its last transition was, as after a clone: whether something"
            " was cut off before cannot be told here."
        ),
        N_("Nothing needs to be done: the next transition or docctl sync notes it."),
    ),
    Code.WITNESS_DAMAGED: Text(
        N_("The note of the last transition, .git/docctl/witness, cannot be read."),
        N_(
            "Compare the end of history with the shared repository or a backup; when it is complete, delete"
            " .git/docctl/witness."
        ),
    ),
    Code.CHAIN_BROKEN: Text(
        N_(
            "The sum that binds a transition to all before it is not right: this commit, or one before it, is"
            " not what docctl recorded."
        ),
        _FROM_A_SOUND_COPY,
    ),
    Code.SEQUENCE_BROKEN: Text(
        N_("The transitions are not numbered without a gap: one was left out, or put in by another program."),
        _FROM_A_SOUND_COPY,
    ),
    Code.TIME_BACKWARDS: Text(
        N_("A transition is dated before the one that it follows."),
        _CORRECT_OPENLY,
    ),
    Code.NOT_RECORDED: Text(
        N_(
            "A commit that docctl did not make changes the registry or the documents: nobody checked whether"
            " the change was allowed, and it has no ground and no actor."
        ),
        _CORRECT_OPENLY,
    ),
    Code.MERGE_INVENTED: Text(
        N_(
            "A merge made without docctl holds a file of the registry that is like neither of the two sides:"
            " somebody wrote it while merging."
        ),
        _CORRECT_OPENLY,
    ),
    Code.EDITION_CHANGED: Text(
        N_("A file of an approved edition, or of a draft that was handed in, was changed afterwards."),
        _CORRECT_OPENLY,
    ),
    Code.FACTS_CHANGED: Text(
        N_(
            "What a card says of an edition already recorded was changed or taken away afterwards. Only the"
            " day on which an edition ends may be added."
        ),
        _CORRECT_OPENLY,
    ),
    Code.TAG_MISSING: Text(
        N_("An edition has no tag that marks the commit which approved it; the commit stands beside it."),
        _SET_TAG,
    ),
    Code.TAG_MOVED: Text(
        N_("The tag of an edition marks another commit than the one that approved the edition."),
        _SET_TAG,
    ),
    Code.TAG_FOREIGN: Text(
        N_("A tag is named like that of an edition, but no transition has set it."),
        N_("Find out where it comes from (git show TAG), then delete it: git tag -d TAG"),
    ),
    Code.TAG_LIGHT: Text(
        N_("The tag of an edition is a bare name, not a tag object: it does not say who set it and when."),
        _SET_TAG,
    ),
    Code.CARD_UNREADABLE: Text(
        N_("A card, or the record of a submission, cannot be understood. What is wrong stands beside it."),
        N_(
            "Look when it was last right (git log -p -- PATH) and take that version back by a commit of its"
            " own; then run docctl verify again."
        ),
    ),
    Code.CARD_INCONSISTENT: Text(
        N_("What a card or a submission says does not agree with itself or with the rest of the registry."),
        _CORRECT_OPENLY,
    ),
    Code.NAME_DIFFERS: Text(
        N_("A file's name is not the one that belongs to the number written in it."),
        _CORRECT_OPENLY,
    ),
    Code.HASH_DIFFERS: Text(
        N_("A document does not have the SHA-256 that stands on its card: one of the two was changed."),
        _FROM_A_SOUND_COPY,
    ),
    Code.FILE_MISSING: Text(
        N_("A document that a card names is not in the repository."),
        _FROM_A_SOUND_COPY,
    ),
    Code.FILE_FOREIGN: Text(
        N_("A file was committed into the registry or among the documents that no card names."),
        N_("Find out where it comes from (git log -- PATH), then take it out: git rm PATH, git commit"),
    ),
    Code.NOT_A_FILE: Text(
        N_("A symbolic link or another repository stands where the registry keeps plain files."),
        N_("Find out where it comes from (git log -- PATH), then take it out: git rm PATH, git commit"),
    ),
    Code.TWINS: Text(
        N_(
            "Two names differ only by small and capital letters or by how a letter is encoded: on many"
            " systems one of the files would cover the other."
        ),
        N_("Withdraw the one that was recorded by mistake; record no more under that number."),
    ),
    Code.WORK_TREE_CHANGED: Text(
        N_("A file in the folder was changed by hand: what people see there is not what is recorded."),
        _BACK_TO_THE_RECORD,
    ),
    Code.WORK_TREE_MISSING: Text(
        N_("A file of the registry has been deleted from the folder; the record still has it."),
        _BACK_TO_THE_RECORD,
    ),
    Code.WORK_TREE_FOREIGN: Text(
        N_("A file lies in the folder of the registry or of the documents that was never recorded."),
        N_("Move it elsewhere, or hand it in with docctl submit or docctl register."),
    ),
    Code.INDEX_DIFFERS: Text(
        N_(
            "Git holds changes of the registry ready for a commit by hand (they are “staged”), or its list of"
            " files, the index, cannot be read."
        ),
        N_("Take them back: git restore --staged PATH. For an unreadable index: delete it, then git reset"),
    ),
    Code.ROLES_UNREADABLE: Text(
        N_("Who may do what cannot be read as it stood at that commit, so what came after cannot be judged."),
        N_("Mend registry/roles.yaml, registry/allowed_signers or docctl.toml, and commit it as the office."),
    ),
    Code.NOT_ALLOWED: Text(
        N_("A transition was recorded by somebody who did not have the role for it at that time."),
        _ASK_THE_ACTOR,
    ),
    Code.ACTOR_DIFFERS: Text(
        N_("A transition names another person as its actor than the commit names as its author."),
        _ASK_THE_ACTOR,
    ),
    Code.SIGNATURE_MISSING: Text(
        N_("Signatures were required at that time, but this transition or tag has none."),
        _ASK_THE_ACTOR,
    ),
    Code.SIGNATURE_BAD: Text(
        N_("A signature is not one over the bytes that it stands on: they or it were changed."),
        _ASK_THE_ACTOR,
    ),
    Code.SIGNATURE_FOREIGN: Text(
        N_("A transition or tag is signed, but not with a key of the person named as its actor."),
        _ASK_THE_ACTOR,
    ),
    Code.SET_ASIDE: Text(
        N_("Own transitions were set aside when those of others were taken over (docctl sync --set-aside)."),
        N_(
            "Record them again where they are still wanted; they are listed by git log REF. When nothing of"
            " them is needed any more: git update-ref -d REF"
        ),
    ),
}
