"""Small helps in reading: the columns that a row type asks for, and queries of two columns."""

from __future__ import annotations

import dataclasses
from typing import Any


def columns(model: Any, kind: Any) -> list[Any]:
    """The columns that the fields of `kind` name: `x_id` is the link `x`; what the model lacks keeps its default."""
    found = {part.name: _field(model, part.name) for part in dataclasses.fields(kind)}
    return [column.alias(name) for name, column in found.items() if column is not None]


def pairs(query: Any) -> dict[str, str]:
    """A query of two text columns as a dictionary; of several lines with the same first column the last stands."""
    return {str(key): str(value) for key, value in query.tuples()}


def _field(model: Any, name: str) -> Any:
    return model._meta.fields.get(name) or model._meta.fields.get(name.removesuffix("_id"))
