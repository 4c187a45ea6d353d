"""How the transition is written on the screen: table cells, all of a row, the wording of what is made of it."""

from fractions import Fraction

from db.errors import Refused
from db.quality.levels import Group
from db.quality.transition_rows import Part, TransitionRow
from db.quality.views import When
from db.rules import quality
from db.rules.people import find
from db.rules.quality import NO_BREAK
from tui import quality_words, texts, typed_task
from tui.texts import N_, _

SAME = "*"
"""Stands beside a difference of the same pupils: it is not that of the figures before it."""
SIGNS = {"": " ", "ok": " ", "attention": "!", "alarm": "!!"}
STYLES = {"attention": "warning", "alarm": "error"}
FLAGS = {
    "ok": N_("usual"), "attention": N_("attention"), "alarm": N_("to the agenda"), "": N_("not known yet"),
}  # fmt: skip
LEVELS = {"high": N_("High"), "middle": N_("Middle"), "low": N_("Low")}
HANDOVERS = {"handover": N_("Handover of the class"), "adaptation": N_("How the pupils settled (October)")}
OUTCOMES = {
    "rise": N_("since the measures it has moved: {points}"), "kept": N_("since the measures it has not moved"),
    "fall": N_("since the measures it has fallen further: {points}"),
}  # fmt: skip
MADE = {"agenda_item": N_("agenda question"), "task": N_("task"), "plan_line": N_("line of the plan")}


def points(value: Fraction | None) -> str:
    """«+1,2» or «−4,5»."""
    return quality.points(Fraction(0), value) if value is not None else quality.NOTHING


def with_unit(value: Fraction | None) -> str:
    """«−4,5 п. п.»."""
    unit = _("p. p.")
    return f"{points(value)}{NO_BREAK}{unit}"


def share(of: Part | None) -> str:
    """The quality of a part, «56,0»."""
    return quality.number(of.figures.quality if of else None)


def cells(of: TransitionRow) -> tuple[str, ...]:
    """The cells of the list."""
    entry = quality.number(of.entry.figures.quality if of.entry else None)
    return (
        SIGNS[of.flag], f"{of.class_before}→{of.class_name}", of.subject, share(of.before), entry, share(of.first),
        share(of.newest), points(of.difference) + SAME * of.by_same, state(of),
    )  # fmt: skip


def state(of: TransitionRow) -> str:
    """What was done, or by how much it has moved since."""
    if of.moved is not None:
        return f"↗ {points(of.moved)}" if of.outcome == "rise" else f"→ {points(of.moved)}"
    return _("measures") if of.made else ""


def whole(of: TransitionRow) -> str:
    """All that is known of a row, a line each."""
    few = _("few pupils: the figure says little")
    lines = [
        f"{name(of)} – {_(FLAGS[of.flag])}" + (f" · {few}" if of.few else ""),
        _("before: {before}; after: {after}").format(before=part(of.before), after=part(of.newest)),
        *([_compared(of)] if of.by_same else []),
        *_moves(of),
        *_written(of),
        *_made(of),
    ]
    return "\n".join(lines)


def part(of: Part | None) -> str:
    """«Асанова Г. М., 25 окуучу, жетишүү 96,0 %, сапат 56,0 %, орточо 3,72»."""
    if of is None:
        return _("no marks yet")
    figures = of.figures
    said = _("{pupils} pupils, pass {passed}, quality {quality}, mean {mean}").format(
        pupils=of.pupils, passed=quality.percent(figures.pass_rate), quality=quality.percent(figures.quality),
        mean=quality.number(figures.mean, 2),
    )  # fmt: skip
    period = quality_words.period(When(0, of.period, of.part))
    return f"{of.teacher.listed}, {said} ({period})" if of.teacher else f"{said} ({period})"


def name(of: TransitionRow) -> str:
    """«4-А → 5-А, Математика»."""
    return f"{of.class_before} → {of.class_name}, {of.subject}"


def _compared(of: TransitionRow) -> str:
    said = _("compared: {count} pupils who were there both years, {points}")
    return f"{SAME} {said.format(count=of.same.compared, points=with_unit(of.difference))}"


def _moves(of: TransitionRow) -> list[str]:
    named = ((_("came: {names}"), of.arrived), (_("left: {names}"), of.departed))
    said = [text.format(names=", ".join(names)) for text, names in named if names]
    return ["; ".join(said)] if said else []


def _written(of: TransitionRow) -> list[str]:
    if of.stored is None:
        return []
    shown = ((_("Cause"), of.stored.cause), (_("Measure"), of.stored.measure))
    said = [f"{label}: {text}".replace("\n", " ") for label, text in shown if text]
    return [" · ".join(said)] if said else []


def _made(of: TransitionRow) -> list[str]:
    if not of.made:
        return []
    listed = ", ".join(f"{_(word)} {of.made[table]}" for table, word in MADE.items() if table in of.made)
    moved = OUTCOMES.get(of.outcome)
    said = _("made of it: {listed}").format(listed=listed)
    return [said + (f" · {_(moved).format(points=with_unit(of.moved))}" if moved else "")]


# What is made of a row


def question(of: TransitionRow) -> str:
    """The title of a question."""
    fell = N_("How quality fell after primary school: {place} ({points})")
    told = N_("Quality of knowledge after primary school: {place} ({points})")
    return _typed(fell if _fell(of) else told).format(
        place=f"{of.class_name} {of.subject}", points=with_unit(of.difference)
    )


def work(of: TransitionRow) -> str:
    """The text of a task."""
    fell = N_("Find the cause and hold extra lessons: {place}")
    told = N_("Analyse continuity: {place}")
    return _typed(fell if _fell(of) else told).format(place=f"{of.class_name} {of.subject}")


def line(of: TransitionRow) -> str:
    """The text of a line of the plan."""
    fell = N_("Raise quality after primary school, check in the next quarter: {place}")
    told = N_("Watch quality after primary school: {place}")
    return _typed(fell if _fell(of) else told).format(place=f"{of.class_name} {of.subject}")


def _typed(source: str) -> str:
    return texts.in_language(source, typed_task.language())


def _fell(of: TransitionRow) -> bool:
    return of.difference is not None and of.difference < 0


# Levels


def level_cells(of: Group) -> tuple[str, ...]:
    """The cells of a group; ~ stands before pupils that the marks alone propose."""
    pupils = of.shown_pupils
    sign = "~" if of.pupils is None and pupils is not None else ""
    shown = quality.NOTHING if pupils is None else f"{sign}{pupils}"
    who = of.person.listed if of.person else ""
    return f"  {_(LEVELS[of.level])}", shown, of.work.replace("\n", " "), who, of.result.replace("\n", " ")


def group_name(of: Group) -> str:
    """«5-А Математика, төмөнкү»."""
    return f"{of.class_name} {of.subject}, {_(LEVELS[of.level]).lower()}"


def school_person(text: str) -> int | None:
    """Anyone of the school by a few letters; None for nothing. Raises Refused `not_found`, `several_found`."""
    if not text:
        return None
    people = typed_task.people()
    ids = tuple(key for key, one in people if one.listed == text) or find(text.lstrip("!@"), people)
    if len(ids) != 1:
        names = ", ".join(one.listed for key, one in people if key in ids)
        raise Refused("several_found" if ids else "not_found", text=text, names=names)
    return ids[0]
