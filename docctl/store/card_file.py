"""The card of a document as a file: ``registry/158.yaml``."""

from docctl.domain.registry.card import Card
from docctl.errors import DamagedRecord
from docctl.store.record_file import read_record, write_record


def write_card(card: Card) -> bytes:
    """The card as a file: `read_card` gives the same card, and the same card always gives the same bytes."""
    return write_record(card)


def read_card(content: bytes, at: str) -> Card:
    """The card in a file.

    Args:
        content: the whole file.
        at: its path, for errors.

    Raises:
        DamagedRecord: no YAML, a key unknown, missing or twice, a value of another type, editions that do
            not ascend; it names file and line.
    """
    card, file = read_record(content, at, Card)
    for index in range(1, len(card.editions)):
        if card.editions[index].edition <= card.editions[index - 1].edition:
            raise DamagedRecord(
                "Edition {edition} stands after edition {before}: editions ascend, and each stands once.",
                at=f"{at}:{file.line(('editions', index, 'edition'))}",
                edition=card.editions[index].edition,
                before=card.editions[index - 1].edition,
            )
    return card
