"""The words for marks: periods, the columns of their Excel list, and for what becomes of its rows."""

from collections.abc import Mapping

from db.quality.entry import EntryRow
from db.quality.figures import figures_of
from db.quality.marks_matching import GOES_ON
from db.quality.marks_rows import COLUMNS, MARKS
from db.quality.views import When
from db.quality.years import YearRules
from db.rules import marks_line, quality
from db.rules.marks_line import MarksLine
from db.rules.names import Name
from db.rules.quality import marks_of
from db.workbooks import RowResult
from tui import messages, quality_words, texts
from tui.texts import N_, _

LABEL = 19

FIELDS = {
    "year": N_("School year"),
    "class": N_("Class"),
    "subject": N_("Subject"),
    "teacher": N_("Teacher"),
    "period": N_("Period of marks"),
    "listed_start": N_("On the list at the beginning"),
    "arrived": N_("Arrived"),
    "departed": N_("Departed"),
    "listed": N_("On the list at the end"),
    "exempt": N_("Exempt"),
    "not_assessed": N_("Not assessed"),
    "one_three": N_("With one «3»"),
    "one_four": N_("With one «4»"),
    "hours_plan": N_("Hours by the programme"),
    "hours_taught": N_("Hours taught"),
    "behind": N_("Why behind"),
}
"""The columns but for those of the marks, English sources."""

OTHER_HEADERS = {
    "year": ("Окуу жылы", "Жылы", "Учебный год", "Год"),
    "class": ("Классы", "Класс", "Класстар"),
    "subject": ("Предмети", "Предметтер", "Сабак"),
    "teacher": ("Мугалими", "Мугалимдин аты-жөнү", "Ф. И. О.", "ФИО", "ФИО учителя", "Педагог"),
    "period": ("Чейрек", "Чейреги", "Четверть", "Мезгили", "Период", "Quarter"),
    "listed": (
        "Окуучулардын саны",
        "Окуучу саны",
        "Саны",
        "Тизмеде",
        "Всего",
        "Количество учащихся",
        "Кол-во уч-ся",
        "Кол-во учащихся",
        "Кол-во учеников",
        "Количество учеников",
        "По списку",
        "Окуучулар",
        "Pupils",
        "N",
    ),
    "exempt": ("Осв", "Бошотулган", "Освобождены"),
    "not_assessed": ("н/а", "Аттестацияланбаган", "Аттест. эмес", "Не аттестовано"),
}
"""How schools' own tables name the columns."""

ROW_OUTCOMES = {
    "added": N_("new marks"),
    "changed": N_("the marks are changed"),
    "same": N_("nothing changes"),
    "duplicate": N_("stands higher up already"),
}
"""What becomes of a row."""

ROW_ADDS = {"class": N_("the class is added"), "teacher": N_("the teacher is added to the school's people")}
"""What a row makes beside the marks."""

ROW_PROBLEMS = {
    "class_missing": N_("the class is missing; in merged cells only the first one holds it"),
    "class_unclear": N_("a class is expected: 4-А"),
    "subject_missing": N_("the subject is missing; in merged cells only the first one holds it"),
    "subject_unclear": N_("a subject is expected, not a number: have the columns shifted?"),
    "teacher_unclear": N_("a surname with the given name or initials is expected"),
    "teacher_several": N_("several people fit: write the name whole"),
    "year_unclear": N_("a school year is expected: 2026-2027"),
    "period_missing": N_("the period is missing: 1-чейрек, жыл"),
    "period_unclear": N_("a period is expected: 1-чейрек, 1-жарым жылдык, жыл"),
    "listed_missing": N_("how many are on the list is missing"),
    "sum_unequal": N_("the marks and the not assessed are not as many as are on the list without the exempt"),
    "exempt_over_listed": N_("more exempt than are on the list"),
    "moves_unequal": N_("the list at the beginning, with who came and without who left, is not the list at the end"),
    "five_point_file": N_("this year's marks go up to 10, the file has only «5» to «2»"),
    "ten_point_file": N_("this year's marks go from «5» to «2»: another mark has pupils"),
    "grade_unmarked": N_("this grade has no marks by the rules of the year"),
    "percent": N_("a number of pupils is expected, not a share or percent"),
    "negative": N_("a number below zero"),
    "not_a_number": N_("a whole number is expected"),
    "number_out_of_range": N_("the number is too large"),
    "twice": N_("the same class, subject, teacher and period stand higher up with other numbers"),
    "text_too_long": N_("the text is too long"),
    "cell_error": N_("the cell holds an error"),
}
"""What is wrong with a cell."""


def period(kind: str, part: int) -> str:
    """A period in words: «1-чейрек»."""
    return quality_words.period(When(0, kind, part))


def field(name: str) -> str:
    """What stands over a column, in the language spoken now."""
    return f"«{name.removeprefix('mark_')}»" if name in MARKS else _(FIELDS[name])


def headers() -> dict[str, str]:
    """Column → its header, in the language spoken now."""
    return {name: field(name) for name in COLUMNS}


def known_headers() -> dict[str, str]:
    """Header → column, in all languages and as schools write it."""
    known = {word: name for name, words in OTHER_HEADERS.items() for word in words}
    known |= {name.removeprefix("mark_"): name for name in MARKS}
    for language in texts.LANGUAGES:
        known |= {texts.in_language(source, language): name for name, source in FIELDS.items()}
    return known


def becomes(result: RowResult) -> str:
    """What becomes of a row, with what it makes beside the marks."""
    return "; ".join([_(ROW_OUTCOMES[result.outcome]), *map(_made, result.changes)])


def _made(change: str) -> str:
    if change.startswith(GOES_ON):
        return _("the class is added as the next year of {name}").format(name=change.removeprefix(GOES_ON))
    return _(ROW_ADDS[change])


def style(of: EntryRow, rules: YearRules) -> str:
    """How a row stands out: what is still to be entered; grades without marks wait for nothing."""
    return "" if of.sheet else "dim" if of.grade in rules.ungraded else "warning"


def cells(of: EntryRow, names: Mapping[int, Name], rules: YearRules) -> tuple[str, ...]:
    """A row of the marks: whether it is entered, what, by whom, the counts, the quality."""
    teacher = names[of.teacher_id].listed if of.teacher_id in names else ""
    if of.sheet is None:
        waiting = _("no marks given") if of.grade in rules.ungraded else _("not entered")
        return "·", of.class_name, of.subject, teacher, waiting, ""
    if of.grade in rules.ungraded:
        return "✓", of.class_name, of.subject, teacher, _("on the list {count}").format(count=of.sheet.listed), ""
    counted = " ".join(str(of.sheet.marks.get(mark, 0)) for mark in marks_of(rules.scale))
    absent = f" · {_('n/a')} {of.sheet.not_assessed}" if of.sheet.not_assessed else ""
    found = quality.percent(figures_of((of.sheet,), rules).quality)
    return "✓", of.class_name, of.subject, teacher, counted + absent, found


def slip(of: EntryRow, rules: YearRules) -> str:
    """What the slip of a row tells beside the marks."""
    if of.sheet is None:
        return _("On the list: {count}. Enter types the marks, F4 the whole slip.").format(count=_dash(of.listed))
    sheet = of.sheet
    told = {
        "listed_start": sheet.listed_start, "arrived": sheet.arrived, "departed": sheet.departed,
        "listed": sheet.listed, "exempt": sheet.exempt or None, "one_three": sheet.one_three,
        "one_four": sheet.one_four, "hours_plan": sheet.hours_plan, "hours_taught": sheet.hours_taught,
    }  # fmt: skip
    lines = [f"{_(FIELDS[name])} {value}" for name, value in told.items() if value is not None]
    if rules.scale > max(quality.LEVELS):  # ten counts are too many for their column
        lines.insert(0, " ".join(f"«{mark}» {sheet.marks.get(mark, 0)}" for mark in marks_of(rules.scale)))
    return " · ".join([*lines, *([sheet.behind] if sheet.behind else [])])


def _dash(count: int | None) -> str:
    return "–" if count is None else str(count)


def meaning(of: MarksLine | None, rules: YearRules, listed: int | None, ungraded: bool) -> str:
    """What a line of counts comes to, with the formulas; how to type it where it is not whole yet."""
    if ungraded:
        return _("This grade has no marks: type how many are on the list.")
    if of is None:
        names = " ".join(f"«{mark}»" for mark in marks_of(rules.scale))
        known = _("The class's list has {listed}.").format(listed=listed) if listed is not None else ""
        how = _("Type {marks}, then the not assessed. With another list: list, exempt, marks, not assessed.")
        return "\n".join(part for part in (how.format(marks=names), known) if part)
    counted = quality.counts(of.marks, rules.scale, of.not_assessed, rules.least)
    shown = (
        (_("Due a mark"), f"{_dash(of.listed)} − {of.exempt} = {_dash(of.due)}"),
        (_("Counted"), " + ".join(str(each) for each in (*of.marks.values(), of.not_assessed)) + f" = {of.total}"),
        (_("Pass rate"), quality.pass_rate_formula(counted)), (_("Quality"), quality.quality_formula(counted)),
        (_("Degree (SOU)"), quality.degree_formula(counted, rules.weights)),
        (_("Mean mark"), quality.mean_formula(of.marks)),
    )  # fmt: skip
    lines = [f"{label:<{LABEL}}{value}" for label, value in shown]
    fault = marks_line.fault(of)
    return "\n".join([*lines, *([f"! {messages.explain(fault.code, **fault.values)}"] if fault else [])])
