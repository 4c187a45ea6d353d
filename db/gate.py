"""What a form hands in, made fit for a row: cleaned, trimmed, and of a length that a field can show."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from db.errors import Refused
from db.models.record import Record
from db.rules import text


def checked(model: type[Record], values: dict[str, Any], long: Collection[str] = ()) -> dict[str, Any]:
    """The values with their text cleaned; fields not in `long` hold one line.

    Raises Refused `text_too_long` (values: limit), and `unknown_field` for a name that the model lacks.
    """
    for name in values:
        if name not in model._meta.fields:
            raise Refused("unknown_field", name)
    return {name: _value(name, value, name in long) for name, value in values.items()}


def _value(name: str, value: Any, multiline: bool) -> Any:
    if not isinstance(value, str):
        return value
    limit = text.MAX_TEXT if multiline else text.MAX_LINE
    cleaned = text.plain(value, multiline=multiline).strip()
    if text.too_long(cleaned, limit):
        raise Refused("text_too_long", name, length=len(cleaned), limit=limit)
    return cleaned


def refuse_unknown(fields: Collection[str], known: Collection[str]) -> None:
    """Raise ValueError for a name that cannot be typed over here: a slip of the program, never a person's."""
    if unknown := set(fields).difference(known):
        raise ValueError(f"not a field here: {unknown}")


def required(values: dict[str, Any], *names: str) -> None:
    """Raise Refused `required` for the first named value that is given and empty."""
    for name in names:
        if name in values and not values[name]:
            raise Refused("required", name)
