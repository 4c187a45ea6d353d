"""Terms and people of a plan as one types them, and a plan's things as lists name them."""

import datetime as dt
from typing import Any

from db import members
from db.errors import Refused
from db.events import classes
from db.plans import lines, terms
from db.plans.facts import Offer
from db.plans.rows import Line, Section
from db.rules import plan_terms
from db.rules.people import find
from db.rules.plan_term_words import read_term
from tui import clock, plan_words, texts, words
from tui.texts import _


def term(text: str, first_year: int) -> dict[str, Any]:
    """Read a term: «15,11», «10,11 – 15,11», «ноябрь», «2-чейрек», «жыл бою».

    Raises Refused `term_expected`, and what is wrong with a term of that school year (`plan_terms.fault`).
    """
    found = read_term(text, first_year)
    if found is None:
        raise Refused("term_expected", "term")
    found = terms.entered(found, first_year)
    return {
        "term": found.kind, "begins": found.begins, "ends": found.ends, "month": found.month, "quarter": found.quarter
    }  # fmt: skip


def owners(text: str, association_id: int, known: dict[int, str]) -> tuple[int, ...]:
    """Read surnames with commas between them; raises Refused `not_found`, `several_found`.

    `known`: those who stand there already, also when they have left since.
    """
    people = [(each.person_id, each.name) for each in members.members(association_id)]
    found: list[int] = []
    for part in filter(None, (one.strip().lstrip("!@") for one in text.split(","))):
        ids = tuple(key for key, shown in known.items() if shown == part) or find(part, people)
        if len(ids) != 1:
            names = ", ".join(name.listed for key, name in people if key in ids)
            if not ids and (gone := left(part, association_id)):
                raise Refused("owner_left", "owner_ids", name=gone)
            raise Refused("several_found" if ids else "not_found", "owner_ids", text=part, names=names)
        found += [each for each in ids if each not in found]
    return tuple(found)


def left(letters: str, association_id: int) -> str:
    """Who has left the association and may be meant by the letters; empty where nobody is."""
    everyone = members.members(association_id, include_left=True)
    gone = [(each.person_id, each.name) for each in everyone if each.until is not None]
    ids = find(letters, gone)
    return ", ".join(dict.fromkeys(name.listed for key, name in gone if key in ids))


def doubts(when: dict[str, Any], typed_classes: str, first_year: int) -> list[str]:
    """What a person should look at before a line is kept: a day without lessons, a class that there is not."""
    said = []
    term = plan_terms.Term(*(when[name] for name in terms.WHEN))
    if (later := terms.on_school_days(term, first_year)) != term:
        day = plan_words.term_of(*terms.columns_of(later).values())
        said.append(_("there are no lessons that day; the next school day is {day}").format(day=day))
    known = classes.known_classes(first_year) if typed_classes else ()  # asked with every key
    return [*said, *map(no_class, classes.doubts(typed_classes, known))]


def no_class(doubt: classes.Doubt) -> str:
    """That there is no such class, and which one may be meant."""
    nearest = _("; perhaps {name}?").format(name=doubt.nearest) if doubt.nearest else ""
    return _("there is no class {name} this year").format(name=doubt.class_name) + nearest


def line_or_none(line_id: int) -> Line | None:
    """The line as it stands today; None once it is gone."""
    try:
        return lines.line(line_id, clock.today())
    except Refused:
        return None


def section_name(of: Section) -> str:
    """A section's name in the language spoken, in the other one where it has none."""
    return (of.ru or of.ky) if texts.language() == "ru" else (of.ky or of.ru)


def section_title(of: Section) -> str:
    """«8. Ачык сабактар, өз ара катышуу»."""
    return f"{of.number}. {section_name(of)}"


def names(of: Line) -> str:
    """Who answers for a line."""
    return ", ".join(owner.listed for owner in of.owners)


def as_typed(of: Line) -> str:
    """A line as it would be typed in one line of text: «Кириш текшерүү иши 4-А !Асанова 15,09»."""
    day = f"{of.begins:%d,%m}" if of.begins and of.term == "day" else ""
    called = f"!{of.owners[0].surname}" if len(of.owners) == 1 else ""
    return " ".join(each for each in (of.text, of.classes, called, day) if each)


def offer(of: Offer) -> str:
    """What could prove a line, short enough for a box: «№ 3, 24.11.2026: …», «Ачык сабак: …, 4-А, 18.11»."""
    if of.table == "meeting":
        return meeting_name(of.meeting_number, of.held_on)
    if of.table == "agenda_item":
        return f"№ {of.meeting_number}, {words.day(of.held_on)}: {of.title}"
    if of.table == "task":
        return f"» {words.day(of.done_on)}: {of.title}"
    return happened(of.table, of.kind, of.title, of.classes, of.done_on)


def happened(table: str, kind: str, title: str, classes: str, day: dt.date | None = None) -> str:
    """Work that was done: «Ачык сабак: Квадраттык теңдемелер, 4-А, 18.11»."""
    said = [each for each in (title, classes, f"{day:%d.%m}" if day else "") if each]
    return ": ".join(each for each in (plan_words.happened(table, kind), ", ".join(said)) if each)


def meeting_name(number: int | None, held_on: dt.date | None) -> str:
    """«№ 3 отурум, 24.11.2026»."""
    return _("Meeting № {number}, {day}").format(number=number, day=words.day(held_on))


def whole(of: Line) -> str:
    """All that is known of a line, in two or three lines of text."""
    kind = _(plan_words.KINDS[of.kind]) if of.kind != "other" else ""
    state = _(plan_words.STATES[of.state])
    if of.reason:
        state = f"{state} ({of.reason})"
    facts = [plan_words.term(of), kind, of.classes, of.time_place, names(of), state]
    return "\n".join((f"{of.section_number}. {of.text}", " · ".join(each for each in facts if each)))


def part_name(first_year: int, scope: str = "year", part: int = 0) -> str:
    """Which plan: «2026-2027-окуу жылы», «2-чейрек · 2026-2027-окуу жылы», «ноябрь 2026»."""
    if scope == "month":
        return f"{words.month(part)} {plan_terms.month_year(part, first_year)}"
    quarter = _("quarter {number}").format(number=part) if scope == "quarter" else ""
    return " · ".join(each for each in (quarter, words.school_year(first_year)) if each)


def quarter_of(first_year: int, year: int, month: int) -> int:
    """The quarter in which a month's last day lies, else the next one, else the last."""
    last = plan_terms.month_bounds(year, month)[1]
    quarters = terms.days(first_year).quarters
    return next((each.number for each in quarters if each.ends >= last), quarters[-1].number)


def trimmed(text: str) -> str:
    """A line's text within a sentence: without its full stop."""
    return text.rstrip(" .;")


def shortened(text: str) -> str:
    """A line's text within a sentence, at most 40 letters of it."""
    return text if len(text) < 40 else f"{text[:38]}…"
