"""The roles file, ``registry/roles.yaml``, as people write it."""

from docctl.errors import DamagedRecord
from docctl.store.access.roles import Roles, mail_of
from docctl.store.record_file import read_record


def read_roles(content: bytes, at: str) -> Roles:
    """The roles in a file; `at` names it in errors.

    Raises DamagedRecord with file and line: no YAML, a key unknown or missing, a person without a mail
    address or written down twice.
    """
    roles, file = read_record(content, at, Roles)
    seen: set[str] = set()
    for index, member in enumerate(roles.people):
        mail = mail_of(f"{member.name} <{member.mail}>")
        if not mail or mail in seen:
            raise DamagedRecord(
                "Every person in the roles file has a mail address of their own; “{mail}” is none or stands"
                " twice.",
                at=f"{at}:{file.line(('people', index, 'mail'))}",
                mail=member.mail,
            )
        seen.add(mail)
    return roles
