"""The office's own files laid over the shipped ones, key by key."""

from collections.abc import Sequence

from docctl.yaml_files.plain import Plain, YamlFile

ITEM_KEY = "role"
"""List items that carry this key are matched by it; other lists are replaced whole."""


def merged(layers: Sequence[YamlFile]) -> dict[str, Plain]:
    """The data of all layers, the later over the earlier."""
    data: dict[str, Plain] = {}
    for layer in layers:
        data = _over(layer.data, data)
    return data


def _over(upper: Plain, lower: Plain) -> Plain:
    if isinstance(upper, dict) and isinstance(lower, dict):
        return lower | {key: _over(value, lower.get(key)) for key, value in upper.items()}
    if _keyed(upper) and _keyed(lower):
        return _items_over(upper, lower)
    return upper


def _keyed(value: Plain) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(item, dict) and isinstance(item.get(ITEM_KEY), str) for item in value)
    )


def _items_over(upper: list[Plain], lower: list[Plain]) -> list[Plain]:
    """Known items changed in their place, new ones at the end."""
    changes = {item[ITEM_KEY]: item for item in upper}
    kept = [_over(changes.pop(item[ITEM_KEY], {}), item) for item in lower]
    return kept + list(changes.values())
