"""The use case `withdraw`: a document goes out of force."""

from docctl.app.desk import Desk
from docctl.app.querying import not_there
from docctl.app.transition import Done, Subject, carry_out
from docctl.domain.registry import documents
from docctl.domain.registry.card import Withdrawal
from docctl.domain.registry.commands import Withdraw
from docctl.domain.registry.holdings import normal_number
from docctl.store.change import Change, operation_id
from docctl.store.snapshot import Snapshot

ACTION = "withdraw"


def withdraw(desk: Desk, number: str, withdrawal: Withdrawal) -> Done:
    """The document counts no longer from that day on; raises TransitionRefused, UsageError."""
    number = normal_number(number)
    said = {"basis": withdrawal.basis, "date": str(withdrawal.date)}
    operation = operation_id(ACTION, number, desk.actor, said)

    def decide(snapshot: Snapshot) -> Change:
        card = snapshot.card(number)
        if card is None:
            raise not_there(number, snapshot)
        withdrawn = documents.withdraw(card, Withdraw(withdrawal.basis, withdrawal.date, operation))
        return Change(
            action=ACTION,
            actor=desk.actor,
            operation=operation,
            document=card.number,
            ground=withdrawal.basis,
            cards=(withdrawn,),
        )

    return carry_out(desk, Subject(operation=operation, document=number), decide)
