"""What must be told with a step."""

from docctl.errors import TransitionRefused


def refuse_empty(**texts: str) -> None:
    """Raises TransitionRefused, naming the first of these texts that says nothing."""
    for name, text in texts.items():
        if not text.strip():
            raise TransitionRefused("“{field}” must not be empty.", field=name)
