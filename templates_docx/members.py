"""The members' list with education, service, category, load (DOMAIN.md 12.13)."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values

CATEGORIES = {
    "none": N_("no category"),
    "second": N_("second"),
    "first": N_("first"),
    "highest": N_("highest"),
}
"""A teacher's qualification, by the code of `person.category`."""


def members_values(heading: Record, members: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the members in the order given.

    A member is {"name": NAME, "born": ISO or None, "education", "institution", "speciality", "service_total": years
    or None, "service_teaching", "category", "category_year": year or None, "subjects", "classes", "load_hours":
    hours a week or None, "awards", "self_education"}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    rows = [member_values(number, member, typed, words) for number, member in enumerate(members, 1)]
    values = heading_values(heading, typed, words) | {"rows": rows}
    title = words.gettext("Members, {date}").format(date=long_date(heading["date"], words))
    return Filled(values, title, typed.untranslated)


def member_values(number: int, member: Record, typed: Typed, words: NullTranslations) -> Values:
    """Return the fields of one member as they are printed."""
    return {
        "number": number,
        "full": member["name"]["full"],
        "short": member["name"]["signed"],
        "born": short_date(member["born"]),
        "education": _joined(typed(member[key]) for key in ("education", "institution", "speciality")),
        "service": _service(member),
        "category": category_text(member["category"], member["category_year"], words),
        "work": _joined(
            (typed(member["subjects"]), typed(member["classes"]), _load(member["load_hours"], words)), "\n"
        ),
        "awards": typed(member["awards"]),
        "theme": typed(member["self_education"]),
    }


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)


def _service(member: Record) -> str:
    years = (member["service_total"], member["service_teaching"])
    return "" if years == (None, None) else " / ".join("–" if year is None else str(year) for year in years)


def category_text(code: str, year: int | None, words: NullTranslations) -> str:
    """Return «биринчи, 2024»."""
    category = words.gettext(CATEGORIES[code]) if code in CATEGORIES else code
    return f"{category}, {year}" if category and year else category


def _load(hours: int | None, words: NullTranslations) -> str:
    return words.gettext("{hours} h").format(hours=hours) if hours else ""
