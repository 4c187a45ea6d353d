"""The words over the columns of a plan's Excel list, and for what becomes of its rows."""

from db.plan_workbooks import COLUMNS
from tui import plan_words, texts
from tui.texts import N_, _

FIELDS = {
    "section": N_("Section, №"),
    "text": N_("Contents of the work"),
    "kind": N_("Kind of work"),
    "classes": N_("Class or classes"),
    "term": N_("Term of the work"),
    "time_place": N_("Time and place"),
    "owners": N_("Who answers for it"),
    "expected_result": N_("What comes of it"),
    "note": N_("Note to the work"),
}
"""The columns, English sources."""

OTHER_HEADERS = {
    "section": ("Бөлүм", "Бөлүм №", "Раздел", "Раздел №", "Section"),
    "text": ("Аткарылуучу иштер", "Иш-чара", "Иш-чаралар", "Мероприятие", "Мероприятия", "Содержание", "Work"),
    "kind": ("Түрү", "Вид"),
    "classes": ("Класс", "Класстар", "Классы"),
    "term": ("Мөөнөтү", "Мөөнөт", "Күнү", "Айы", "Срок", "Сроки", "Дата", "Сроки проведения", "Term"),
    "time_place": ("Убактысы/орду", "Орду", "Время/место", "Место"),
    "owners": ("Жооптуу", "Жооптуулар", "Жооптуу адам", "Ответственный", "Ответственные", "Отв."),
    "expected_result": ("Натыйжа", "Күтүлгөн натыйжа", "Результат", "Выход", "Ожидаемый результат"),
    "note": ("Кошумча", "Эскертүү", "Примечание", "Примечания"),
}
"""How schools' own plans name the columns."""

ROW_OUTCOMES = {
    "added": N_("a new line of the plan"),
    "changed": N_("the line is changed"),
    "same": N_("nothing changes"),
    "duplicate": N_("stands higher up already"),
}
"""What becomes of a row."""

ROW_PROBLEMS = {
    "section_missing": N_("the number of the section is missing; in merged cells only the first one holds it"),
    "section_unknown": N_("there is no such section in this plan"),
    "text_missing": N_("the work is missing"),
    "term_missing": N_("the term is missing; in merged cells only the first one holds it"),
    "term_unclear": N_("a term is expected: 15.11, 9–14.02, a month, 2-чейрек, жыл бою"),
    "day_outside_year": N_("the day is outside the school year"),
    "span_reversed": N_("the last day is before the first"),
    "owner_unknown": N_("nobody of this name is a member"),
    "owner_several": N_("several members fit: write the name whole"),
    "owner_left": N_("is no longer a member"),
    "not_in_list": N_("none of the words that are known here"),
    "text_too_long": N_("the text is too long"),
    "cell_error": N_("the cell holds an error"),
}
"""What is wrong with a cell."""


def headers() -> list[str]:
    """What stands over the columns, in the language spoken now."""
    return [_(FIELDS[name]) for name in COLUMNS]


def labels() -> dict[str, str]:
    """Kinds, a quarter and the whole year in words, in the language spoken now."""
    kinds = {kind: _(word) for kind, word in plan_words.KINDS.items()}
    return kinds | {"term_quarter": _("quarter {number}"), "term_year": _(plan_words.TERMS["year"])}


def known_headers() -> dict[str, str]:
    """Header → column, in all languages and as schools write it."""
    known = {word: name for name, words in OTHER_HEADERS.items() for word in words}
    for language in texts.LANGUAGES:
        known |= {texts.in_language(source, language): name for name, source in FIELDS.items()}
    return known


def known_labels() -> dict[str, str]:
    """Word of a kind → its code, in all languages."""
    kinds = plan_words.KINDS.items()
    return {texts.in_language(word, language): kind for language in texts.LANGUAGES for kind, word in kinds}
