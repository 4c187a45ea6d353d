"""What stands above and below a paper that is not one meeting's: school, association, leader, day."""

from datetime import date
from gettext import NullTranslations

from templates_docx.dates import long_date
from templates_docx.values import BLANK, Record, Typed, Values, head, signed


def heading_values(heading: Record, typed: Typed, texts: NullTranslations) -> Values:
    """Return head, day, place and signature; `heading` has the parts of a meeting's content and `leader`, `date`."""
    return head(heading, typed) | {
        "date": long_date(heading["date"], texts) or BLANK,
        "place": typed.named(heading["school"], "place") or BLANK,
        "leader": signed(heading["leader"]) or BLANK,
    }


def heading(association_id: int, day: date) -> Record:
    """Read the heading of an association's papers as things stand."""
    from db import appointments, associations, schools, settings
    from db.meetings.content import printed

    school, association = schools.school(), associations.association(association_id)
    leader = appointments.leader(association_id)
    names = ("name", "head", "place", "ministry")
    return {
        "language": settings.get("typing_language", association_id, "ky"),
        "example": settings.get("example", None, "") == "1",
        "school": {f"{name}_{code}": getattr(school, f"{name}_{code}", "") for name in names for code in ("ky", "ru")},
        "association": {"name_ky": association.name_ky, "name_ru": association.name_ru},
        "leader": printed(leader.name) if leader else None,
        "date": day.isoformat(),
        "twins": {},
    }
