"""The words for what a member's card holds: on the card, and over the columns of an Excel list."""

from db.workbooks import COLUMNS, FULL_NAME
from tui import texts
from tui.texts import N_, _

FIELDS = {
    "surname": N_("Surname"),
    "given": N_("Given name"),
    "patronymic": N_("Patronymic"),
    "short_form": N_("Short form"),
    "subjects": N_("Subjects"),
    "classes": N_("Classes"),
    "load_hours": N_("Load, hours a week"),
    "class_teacher_of": N_("Class teacher of"),
    "education": N_("Education"),
    "institution": N_("Graduated from"),
    "speciality": N_("Speciality"),
    "born": N_("Born on"),
    "service_total": N_("Service in all, years"),
    "service_teaching": N_("Service as teacher, years"),
    "category": N_("Category"),
    "category_year": N_("Category since, year"),
    "conditions": N_("Working conditions"),
    "conditions_note": N_("What is lacking or needed"),
    "awards": N_("Awards"),
    "self_education": N_("Theme of self-education"),
    "phone": N_("Telephone"),
}
"""The fields of a person, English sources."""

CATEGORIES = {"none": N_("no category"), "second": N_("second"), "first": N_("first"), "highest": N_("highest")}
CONDITIONS = {"present": N_("there are"), "lacking": N_("not enough"), "needed": N_("needed")}
ROLES = {"leader": N_("Leader"), "secretary": N_("Secretary")}
MANNERS = {"elected": N_("elected"), "appointed": N_("appointed")}

FULL_NAME_HEADERS = ("ФИО", "Ф. И. О.", "Ф.И.О.", "Аты-жөнү", "Фамилиясы, аты, атасынын аты", "Full name")
"""How lists of schools name a column that holds the whole name."""


def headers() -> list[str]:
    """What stands over the columns of the workbook, in the language spoken now."""
    return [_(FIELDS[name]) for name in COLUMNS]


def labels() -> dict[str, str]:
    """The codes of choices in words, in the language spoken now."""
    return {code: _(word) for code, word in (CATEGORIES | CONDITIONS).items()}


def known_headers() -> dict[str, str]:
    """Header → field, in all languages: a list made under one is read under another."""
    known = dict.fromkeys(FULL_NAME_HEADERS, FULL_NAME)
    for language in texts.LANGUAGES:
        known |= {texts.in_language(FIELDS[name], language): name for name in COLUMNS}
    return known


def known_labels() -> dict[str, str]:
    """Word of a choice → its code, in all languages."""
    codes = CATEGORIES | CONDITIONS
    return {texts.in_language(word, language): code for language in texts.LANGUAGES for code, word in codes.items()}
