"""The words for marks: periods, the columns of their Excel list, and for what becomes of its rows."""

from db.quality.marks_rows import COLUMNS, MARKS
from db.quality.views import When
from db.workbooks import RowResult
from tui import quality_words, texts
from tui.texts import N_, _

FIELDS = {
    "year": N_("School year"),
    "class": N_("Class"),
    "subject": N_("Subject"),
    "teacher": N_("Teacher"),
    "period": N_("Period"),
    "listed_start": N_("On the list at the beginning"),
    "arrived": N_("Came"),
    "departed": N_("Left"),
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
    "period": ("Чейрек", "Четверть", "Мезгили"),
    "listed": (
        "Окуучулардын саны",
        "Окуучу саны",
        "Саны",
        "Тизмеде",
        "Всего",
        "Количество учащихся",
        "Кол-во уч-ся",
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
    return "; ".join([_(ROW_OUTCOMES[result.outcome]), *(_(ROW_ADDS[each]) for each in result.changes)])
