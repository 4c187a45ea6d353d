"""The one exception that carries a refusal up to the floors that speak."""

from __future__ import annotations


class Refused(Exception):
    """Something asked for cannot be done; nothing was changed.

    `code` names the sentence that the speaking floors hold, `field` the input it concerns (None when it is
    the whole action), `values` what the sentence needs filled in.
    """

    def __init__(self, code: str, field: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __repr__(self) -> str:
        return f"Refused({self.code!r}, field={self.field!r}, {self.values!r})"
