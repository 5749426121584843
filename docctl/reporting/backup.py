"""What a backup holds, in words."""

from docctl.reporting.style import harmless
from docctl.store.backup.manifest import Manifest
from docctl.wording import Translate


def render(manifest: Manifest, _: Translate) -> str:
    """The content of a backup for a person."""
    made = f"{manifest.made:%Y-%m-%d %H:%M:%S} UTC"
    lines = [
        _("Made {made} by docctl {docctl}.").format(made=made, docctl=manifest.docctl),
        _("It holds the registry up to transition {sequence}, commit {head}, on {branch}.").format(
            sequence=manifest.sequence, head=manifest.head[:12], branch=manifest.branch
        ),
        *(f"  {member.sha256}  {member.name}, {member.size} B" for member in manifest.members),
    ]
    return "".join(f"{harmless(line)}\n" for line in lines)
