"""What the office has laid down in its settings, as the lifecycle asks for it."""

from docctl.app.desk import Desk
from docctl.domain.registry.commands import Policy


def policy_of(desk: Desk) -> Policy:
    """The policy on the day of the command; raises ConfigurationError."""
    settings = desk.workspace.settings()
    return Policy(
        today=desk.today,
        sign_offs=settings.sign_offs,
        numbers=settings.numbers,
        review_years=settings.review_years,
    )
