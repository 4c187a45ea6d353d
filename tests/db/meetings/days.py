"""Days of one school year on which the tests hold meetings, one a month."""

from __future__ import annotations

import datetime as dt

AUGUST, OCTOBER, NOVEMBER = dt.date(2026, 8, 28), dt.date(2026, 10, 16), dt.date(2026, 11, 14)
JANUARY, MARCH = dt.date(2027, 1, 15), dt.date(2027, 3, 12)
NEXT_AUGUST = dt.date(2027, 8, 27)
