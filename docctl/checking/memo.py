"""What several rules ask of one subject, worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from docctl.checking.check import Subject

Result = TypeVar("Result")


def once_per_subject(function: Callable[[Subject], Result]) -> Callable[[Subject], Result]:
    """Keep the answer with the subject, so that it goes when the subject goes."""

    @wraps(function)
    def remembered(subject: Subject) -> Result:
        if remembered not in subject.answers:
            subject.answers[remembered] = function(subject)
        answer: Result = subject.answers[remembered]
        return answer

    return remembered
