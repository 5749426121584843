"""The profile that LibreOffice is started with: nothing in a document acts, nothing is fetched or updated."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Java/VirtualMachine", "DisableJava", "true"),
    ("Office.Common/Misc", "FirstRun", "false"),
    ("Office.Common/Save/Document", "CreateBackup", "false"),
    ("Office.Recovery/AutoSave", "Enabled", "false"),
)
"""Node below ``org.openoffice``, property, value. Update.Link 2 is never."""
NO_JAVA = """<?xml version="1.0" encoding="UTF-8"?>
<java xmlns="http://openoffice.org/2004/java/framework/1.0"
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<enabled xsi:nil="false">false</enabled>
</java>
"""
JAVA_FILES = ("javasettings_Linux_X86_64.xml", "javasettings_Linux_AARCH64.xml")


def write_profile(folder: Path) -> None:
    """An empty profile with the settings in it."""
    user = folder / "user"
    (user / "config").mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text("".join(_lines()), "utf-8")
    for name in JAVA_FILES:
        (user / "config" / name).write_text(NO_JAVA, "utf-8")


def _lines() -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
    for node, name, value in SETTINGS:
        yield f'<item oor:path="/org.openoffice.{node}"><prop oor:name="{name}" oor:op="fuse">'
        yield f"<value>{escape(value)}</value></prop></item>\n"
    yield "</oor:items>\n"
