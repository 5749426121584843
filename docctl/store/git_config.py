"""The few settings of a repository that decide whether docctl may work in it, read without a library."""

from pathlib import Path

from docctl.domain.patterns import regex

_SECTION = regex(r'\[\s*([\w.-]+)\s*(?:"(.*)")?\s*\]\s*(.*)')
_SETTING = regex(r"([A-Za-z][\w-]*)\s*(?:=\s*(.*?))?\s*(?:[#;].*)?")


def read_config(file: Path) -> dict[str, str]:
    """Settings as ``section.name`` and value, in small letters; of sections without a subsection only."""
    try:
        text = file.read_text("utf-8", "replace")
    except FileNotFoundError:
        return {}
    settings: dict[str, str] = {}
    section = ""
    for line in map(str.strip, text.splitlines()):
        rest = line
        if match := _SECTION.fullmatch(line):
            section, rest = "" if match[2] else match[1].lower(), match[3]
        if section and (setting := _SETTING.fullmatch(rest)):
            settings[f"{section}.{setting[1].lower()}"] = (setting[2] or "true").strip('"').lower()
    return settings
