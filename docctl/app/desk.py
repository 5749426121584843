"""What a command that writes works with."""

from datetime import date

from msgspec import Struct

from docctl.app.workspace import Workspace
from docctl.domain.words import Language


class Desk(Struct, frozen=True, kw_only=True):
    """Where the command works, who acts, in which language, on which day."""

    workspace: Workspace
    actor: str
    """«Name <mail>»."""
    language: Language
    """Of messages: findings that are recorded are worded in it."""
    today: date
    dry_run: bool = False
    sign_key: str = ""
    """SSH key that signs what is recorded; empty: the call names none."""
