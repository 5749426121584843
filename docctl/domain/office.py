"""What the office has said of itself in ``docctl.toml``."""

from msgspec import Struct

from docctl.domain.words import Wordings


class Office(Struct, frozen=True):
    """The organisation and who approves in it. Empty wordings were not said: nothing is held against them."""

    organisation: Wordings = Wordings()
    approvers: Wordings = Wordings()
    cities: Wordings = Wordings()
