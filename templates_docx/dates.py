"""Dates and hours as papers write them: «2026-жылдын 22-ноябры», «22 ноября 2026 г.», «14.10»."""

from datetime import date
from gettext import NullTranslations

from templates_docx.catalogue import N_

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
"""Translated in the form that follows the day: possessive in Kyrgyz, genitive in Russian (DOMAIN.md 9.1)."""


def long_date(day: str | None, texts: NullTranslations) -> str:
    """Write an ISO date in full, or nothing when it is not known."""
    if not day:
        return ""
    known = date.fromisoformat(day)
    month = texts.gettext(MONTHS[known.month - 1])
    return texts.gettext("{day} {month} {year}").format(day=known.day, month=month, year=known.year)


def short_date(day: str | None) -> str:
    """Write an ISO date for a table column, «22.11.2026», or nothing."""
    return date.fromisoformat(day).strftime("%d.%m.%Y") if day else ""


def clock(time: str) -> str:
    """Write «14:10» with a point, as protocols do: «14.10»."""
    return time.replace(":", ".")


def school_year(first: int, texts: NullTranslations) -> str:
    """Name the school year that begins in `first`: «2026-2027-окуу жылы», «2026-2027 учебный год»."""
    return texts.gettext("school year {first}-{last}").format(first=first, last=first + 1)
