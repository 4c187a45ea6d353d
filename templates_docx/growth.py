"""How members grow on paper: the member's card, the register of courses (DOMAIN.md 12.12), best practice (12.11)."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.events import LEVELS
from templates_docx.growth_records import FORMS, STAGES, protocol, row, span, word
from templates_docx.headings import heading_values
from templates_docx.members import category_text, member_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values, capital, signed

SECTIONS = {
    "course": N_("Courses of further training"),
    "attestation": N_("Attestation"),
    "self_education": N_("Self-education"),
    "practice": N_("Best practice"),
    "mentoring": N_("Mentoring"),
    "methodical_work": N_("Methodical work"),
}
"""Table → its heading on the card."""

MOMENTS = {
    "reported": N_("report"),
    "spoke": N_("speech"),
    "proposed": N_("proposal made"),
    "promised": N_("task taken on"),
    "did": N_("task done"),
    "open_lesson": N_("open lesson"),
    "event": N_("event held"),
    "pupils": N_("pupil's place"),
    "visited": N_("lesson visited"),
    "was_visited": N_("own lesson visited by others"),
    "sheet": N_("lesson analysed"),
    "studied": N_("document studied"),
    "absent": N_("absence"),
}
"""Kind of a moment of the time line → its word; what stands in a section of its own is not told twice."""


def member_card_values(heading: Record, member: Record | None, paper: PaperLanguage) -> Filled:
    """Return the card of a member; without one (nobody is a member yet) a sentence says so.

    A member is what `members.members_values` takes, with "class_teacher_of", "phone", "records": {table: records of
    `growth_records.row`}, "moments": [{"date": ISO, "kind", "title"}] of the year of `heading`.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    values = heading_values(heading, typed, words) | {"year": year, "there": member is not None}
    values |= {"fields": {}, "sections": [], "moments": []}
    if member is not None:
        own = {"class_teacher_of": typed(member["class_teacher_of"]), "phone": member["phone"]}
        values["fields"] = member_values(1, member, typed, words) | own
        values["sections"] = [
            {"title": words.gettext(title), "lines": [row(table, of, typed, words) for of in member["records"][table]]}
            for table, title in SECTIONS.items()
            if member["records"].get(table)
        ]
        told = (each for each in member["moments"] if each["kind"] in MOMENTS)
        values["moments"] = [_moment(each, typed, words) for each in told]
    name = str(member["name"]["full"]) if member else year
    return Filled(values, words.gettext("Card of a member, {name}").format(name=name), typed.untranslated)


def courses_values(heading: Record, members: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the register of courses and categories, a row a course; who had none has a row without one.

    A member is {"name": NAME, "courses": courses as `growth_records.row` takes them, "next": ISO or None, "category":
    code, "category_year", "order", "given": ISO or None}; `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    rows = [line for number, each in enumerate(members, 1) for line in _course_rows(number, each, typed, words)]
    values = heading_values(heading, typed, words) | {
        "year": year,
        "rows": rows,
        "empty": words.gettext("There are no members yet."),
        "summary": _summary(members, words),
    }
    return Filled(values, words.gettext("Courses and attestation, {year}").format(year=year), typed.untranslated)


def practice_values(heading: Record, practice: Record | None, paper: PaperLanguage) -> Filled:
    """Return the paper of a best practice; without one a sentence says that there is none.

    A practice is {"name": NAME, "topic", "essence", "grounds", "result", "materials", "steps": [{"stage", "date": ISO
    or None, "level", "place", "note", "meeting": {"number", "date"} or None}]}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    known = practice or {}
    steps = known.get("steps", ())
    numbers = dict.fromkeys(protocol(each["meeting"]) for each in steps if each["meeting"])
    spread = [_where(each, typed, words) for each in steps if each["stage"] == "spread"]
    values = heading_values(heading, typed, words) | {"there": practice is not None}
    values |= {name: typed(known.get(name, "")) for name in ("topic", "essence", "grounds", "result", "materials")}
    values |= {
        "author": known["name"]["full"] if known else "",
        "author_signed": signed(known.get("name")),
        "spread": "\n".join(part for part in spread if part),
        "protocols": ", ".join(numbers) or BLANK,
        "steps": [_step(number, each, typed, words) for number, each in enumerate(steps, 1)],
    }
    named = str(known["name"]["full"]) if known else long_date(heading["date"], words)
    return Filled(values, words.gettext("Best practice, {name}").format(name=named), typed.untranslated)


def _moment(of: Record, typed: Typed, words: NullTranslations) -> Values:
    meeting = words.gettext("meeting № {number}").format(number=of["title"])
    what = meeting if of["kind"] == "absent" else typed(" ".join(of["title"].split()))
    return {"date": short_date(of["date"]), "kind": capital(word(MOMENTS, of["kind"], words)), "what": what}


def _course_rows(number: int, of: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    """Return a row a course; name, next term and category stand in the first one."""
    order = words.gettext("order № {number}").format(number=of["order"]) if of["order"] else ""
    given = (category_text(of["category"], of["category_year"], words), order, short_date(of["given"]))
    first = {
        "number": str(number),
        "teacher": of["name"]["listed"],
        "next": short_date(of["next"]),
        "category": "\n".join(part for part in given if part),
    }
    rows = [_course(each, typed, words) for each in of["courses"]] or [dict.fromkeys(_COURSE, "–")]
    return [each | (first if not at else dict.fromkeys(first, "")) for at, each in enumerate(rows)]


_COURSE = ("what", "form", "hours", "span", "certificate")


def _course(of: Record, typed: Typed, words: NullTranslations) -> Values:
    number = f"№ {of['certificate']}" if of["certificate"] else ""
    return {
        "what": "\n".join(part for part in (typed(of["provider"]), typed(of["topic"]), typed(of["project"])) if part),
        "form": word(FORMS, of["form"], words),
        "hours": str(of["hours"] or ""),
        "span": span(of["begins"], of["ends"]),
        "certificate": "\n".join(part for part in (number, short_date(of["certified_on"])) if part),
    }


def _summary(members: Sequence[Record], words: NullTranslations) -> str:
    taught = sum(bool(each["courses"]) for each in members)
    hours = sum(of["hours"] or 0 for each in members for of in each["courses"])
    text = words.gettext("Members who took courses: {count} of {all}, hours in all: {hours}.")
    return text.format(count=taught, all=len(members), hours=hours)


def _step(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "number": number,
        "stage": capital(word(STAGES, of["stage"], words)),
        "date": short_date(of["date"]),
        "where": _where(of, typed, words),
        "protocol": protocol(of["meeting"]) if of["meeting"] else "",
        "note": typed(of["note"]),
    }


def _where(of: Record, typed: Typed, words: NullTranslations) -> str:
    level = word(LEVELS, of["level"], words)
    return ", ".join(part for part in (typed(of["place"]), level) if part)
