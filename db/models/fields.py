"""Field types that a STRICT table of SQLite accepts, each with the CHECK that keeps its values honest."""

from __future__ import annotations

import datetime as dt
from typing import Any

from peewee import SQL, ForeignKeyField, IntegerField, TextField


class Text(TextField):
    """Any text; empty rather than NULL."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", "")
        super().__init__(**options)


class Checked(TextField):
    """A TEXT column whose CHECK names the column itself, so it is written when the field is bound."""

    def rule(self, column: str) -> str:
        """The SQL condition that a value other than NULL meets."""
        raise NotImplementedError

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:
        """Add the CHECK, now that the column has a name."""
        super().bind(model, name, set_attribute)
        self.constraints = [SQL(f"CHECK ({self.rule(self.column_name)})")]


class Code(Checked):
    """One of a few words that both speaking floors translate."""

    def __init__(self, *codes: str, **options: Any) -> None:
        self.codes = codes
        options.setdefault("default", codes[0])
        super().__init__(**options)

    def rule(self, column: str) -> str:
        """The value is one of the codes."""
        return f"{column} IN ({', '.join(repr(code) for code in self.codes)})"


class Day(Checked):
    """A date as ISO text; Python sees only `datetime.date`."""

    def rule(self, column: str) -> str:
        """A date that exists: SQLite's bare `date(d)` lets 30 February through, `'+0 days'` does not."""
        return f"{column} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND {column} IS date({column}, '+0 days')"

    def db_value(self, value: Any) -> Any:
        """ISO text, or NULL."""
        return value.isoformat() if isinstance(value, dt.date) else value

    def python_value(self, value: Any) -> Any:
        """A `datetime.date`, or None."""
        return dt.date.fromisoformat(value) if isinstance(value, str) else value


class Clock(Checked):
    """A time of day as «14:10», or empty."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", "")
        super().__init__(**options)

    def rule(self, column: str) -> str:
        """Hours 00–23, minutes 00–59."""
        return f"{column} = '' OR ({column} GLOB '[0-2][0-9]:[0-5][0-9]' AND {column} < '24:00')"


class Count(IntegerField):
    """A whole number from zero to a million: more is a slip of the finger."""

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:
        """Add the CHECK, now that the column has a name."""
        super().bind(model, name, set_attribute)
        self.constraints = [SQL(f"CHECK ({self.column_name} BETWEEN 0 AND 1000000)")]


class Flag(IntegerField):
    """Yes or no, kept as 1 or 0."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", False)
        super().__init__(**options)

    def bind(self, model: Any, name: str, set_attribute: bool = True) -> None:
        """Add the CHECK, now that the column has a name."""
        super().bind(model, name, set_attribute)
        self.constraints = [SQL(f"CHECK ({self.column_name} IN (0, 1))")]

    def db_value(self, value: Any) -> Any:
        """1 or 0."""
        return None if value is None else int(bool(value))

    def python_value(self, value: Any) -> Any:
        """True or False."""
        return None if value is None else bool(value)


def link(model: Any, **options: Any) -> ForeignKeyField:
    """A foreign key that never cascades: what a paper names cannot vanish under it."""
    return ForeignKeyField(model, on_delete="RESTRICT", on_update="RESTRICT", backref="+", lazy_load=False, **options)
