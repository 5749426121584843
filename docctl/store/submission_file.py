"""A submission as a file: ``registry/submissions/S-2026-0007.yaml``."""

from docctl.domain.registry.submission import Submission
from docctl.store.record_file import read_record, write_record


def write_submission(submission: Submission) -> bytes:
    """The submission as a file: `read_submission` gives the same value."""
    return write_record(submission)


def read_submission(content: bytes, at: str) -> Submission:
    """The submission in a file; `at` is its path.

    Raises DamagedRecord, naming file and line, when anything in it is not as it must be.
    """
    submission, _ = read_record(content, at, Submission)
    return submission
