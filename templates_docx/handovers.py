"""A class handed over, or how its pupils settled in the next stage, on paper: what is asked, figures, signatures."""

from gettext import NullTranslations

from db.rules import quality
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year
from templates_docx.headings import heading_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values, sentence, signed

TITLES = {"handover": N_("HANDOVER OF A CLASS"), "adaptation": N_("HOW PUPILS SETTLED IN THE NEXT STAGE")}
PARTS = {
    "subjects": N_("Subjects"),
    "strong": N_("Strong pupils, what goes well"),
    "weak": N_("Weak pupils, what needs help"),
    "lessons_visited": N_("Lessons visited"),
    "tests": N_("Diagnostic works"),
    "questionnaire": N_("Questionnaire"),
    "conclusion": N_("Conclusion"),
    "advice": N_("Advice"),
}
"""Long fields in the order in which they are printed."""


def handover_values(heading: Record, of: Record | None, paper: PaperLanguage) -> Filled:
    """Return one record, or a sentence where there is none.

    It is {"kind", "year", "class_name", "date", "listed", "giver", "taker": NAME or None, the long fields, "rows":
    [{"subject", "before", "entry", "after", "difference", "teacher"}]}; `heading` has "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    kind = of["kind"] if of else "handover"
    scope = " · ".join((school_year(of["year"] if of else heading["year"], words), *([of["class_name"]] if of else [])))
    values = heading_values(heading, typed, words) | {
        "title": words.gettext(TITLES[kind]),
        "scope": scope,
        "known": of is not None,
        "empty": words.gettext("No class was handed over this year, and no check of how pupils settled is known."),
        **(_values(of, typed, words) if of else _nothing()),
    }
    title = f"{words.gettext(TITLES[kind]).capitalize()}, {scope}"
    return Filled(values, title, typed.untranslated)


def _values(of: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "class_name": of["class_name"],
        "held_on": long_date(of["date"], words) or BLANK,
        "giver": signed(of["giver"]),
        "taker": signed(of["taker"]),
        "listed": BLANK if of["listed"] is None else str(of["listed"]),
        "parts": [
            {"title": words.gettext(title), "text": sentence(typed(of[name]))} for name, title in PARTS.items()
            if of[name]
        ],
        "rows": [_row(each, typed) for each in of["rows"]],
    }  # fmt: skip


def _nothing() -> Values:
    return dict.fromkeys(("class_name", "held_on", "giver", "taker", "listed"), "") | {"parts": [], "rows": []}


def _row(of: Record, typed: Typed) -> Values:
    return {
        "subject": typed(of["subject"]),
        "before": quality.number(of["before"]),
        "entry": quality.number(of["entry"]),
        "after": quality.number(of["after"]),
        "difference": quality.points(of["before"], of["after"]),
        "teacher": signed(of["teacher"]),
    }
