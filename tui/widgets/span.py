"""Two days in one line: the first and the last."""

import datetime as dt
import re

from db.errors import Refused
from db.rules.dates import parse_date
from tui import words
from tui.widgets.fields import TextInput

Span = tuple[dt.date, dt.date]
_DASH = re.compile(r"\s[–—-]+\s|[–—]")


class SpanInput(TextInput):
    """«01.09.2026 – 04.11.2026»; a space between them is enough. The value is the pair, None where it is empty."""

    def __init__(self, name: str, label: str, span: Span | None, first: dt.date, last: dt.date) -> None:
        """Days without a year lie between `first` and `last`."""
        value = f"{words.day(span[0])} – {words.day(span[1])}" if span else ""
        super().__init__(name, label, value, check=lambda text: parse_span(text, first, last))


def parse_span(text: str, first: dt.date, last: dt.date) -> Span | None:
    """Read two days; raises Refused `span_expected`, `span_reversed`."""
    if not text:
        return None
    parts = _DASH.sub(" ", text).split()
    for at in range(1, len(parts)):
        begins, ends = (_day(" ".join(half), first, last) for half in (parts[:at], parts[at:]))
        if begins and ends:
            if ends < begins:
                raise Refused("span_reversed")
            return begins, ends
    raise Refused("span_expected")


def _day(text: str, first: dt.date, last: dt.date) -> dt.date | None:
    return parse_date(text, today=first, first=first, last=last, future=False)
