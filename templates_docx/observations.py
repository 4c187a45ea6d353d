"""The analysis sheet of a lesson (DOMAIN.md 6.1), filled in or blank."""

from collections.abc import Iterable
from decimal import Decimal
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, short_date
from templates_docx.headings import heading_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values, capital, sentence, signed

KINDS = {"open_lesson": N_("Open lesson"), "visit": N_("Visit to a lesson")}
AIMS = ("learning", "developing", "upbringing")
SEEN = ("strong", "weak", "conclusions")
RULED = ("_" * 56,) * 3
"""Lines to write on by hand."""


def sheet_values(heading: Record, sheet: Record, paper: PaperLanguage) -> Filled:
    """Return a sheet as it was filled in; what is missing has room to be written by hand.

    A sheet is {"kind": code of the activity, "teachers": [NAME], "classes", "subject", "day": ISO or None, "lesson":
    number or None, "topic", "form", "seen_by": [str], "observer": str, "led": whether the observer leads the
    association, "visit_aim", "learning", "developing", "upbringing", "listed": count or None, "present": count or
    None, "highest", "scores": [{"name_ky", "name_ru", "score": number or None, "note"}], "total", "possible", "mean":
    decimal text or "", "strong", "weak", "conclusions", "advice": [str], "self_analysis", "acquainted": ISO or None,
    "blank": whether it is a form to be filled in by hand, "nothing": whether no sheet was written yet}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    values = heading_values(heading, typed, words) | _head(sheet, typed, words) | _scores(sheet, typed, words)
    values |= {name: _room(sheet[name], sheet, typed) for name in SEEN}
    values |= {
        "advice": [sentence(capital(typed(each))) for each in sheet["advice"]] or _ruled(sheet),
        "self_analysis": _room(sheet["self_analysis"], sheet, typed, needed=False),
        "observer": sheet["observer"],
        "teacher": ", ".join(signed(each) for each in sheet["teachers"]),
        "acquainted": long_date(sheet["acquainted"], words),
        "led": sheet["led"],
        "nothing": sheet["nothing"],
    }
    return Filled(values, _title(sheet, words), typed.untranslated)


def _head(sheet: Record, typed: Typed, words: NullTranslations) -> Values:
    """Return the rows over the scores; an empty one is a cell to write in."""
    number = "" if sheet["lesson"] is None else words.gettext("lesson {number}").format(number=sheet["lesson"])
    kind = KINDS.get(sheet["kind"])
    listed, present = (BLANK if sheet[name] is None else str(sheet[name]) for name in ("listed", "present"))
    return {
        "kind": words.gettext(kind) if kind else "",
        "teachers": ", ".join(each["full"] for each in sheet["teachers"]),
        "class_subject": _joined((typed(sheet["classes"]), typed(sheet["subject"]))),
        "day_lesson": _joined((long_date(sheet["day"], words), number)),
        "topic": typed(sheet["topic"]),
        "form": typed(sheet["form"]),
        "seen_by": ", ".join(sheet["seen_by"]),
        "visit_aim": typed(sheet["visit_aim"]),
        "pupils": f"{listed} / {present}",
    } | {name: typed(sheet[name]) for name in AIMS}


def _scores(sheet: Record, typed: Typed, words: NullTranslations) -> Values:
    """Return the scored aspects with their sum; a visit written in brief has none."""
    scored = any(each["score"] is not None or each["note"] for each in sheet["scores"])
    if not scored and sheet["kind"] == "visit" and not sheet["blank"]:
        return {"scores": [], "summed": "", "highest": sheet["highest"]}
    rows = [
        {
            "number": number,
            "name": typed.named(each, "name"),
            "score": "" if each["score"] is None else each["score"],
            "note": typed(each["note"]),
        }
        for number, each in enumerate(sheet["scores"], 1)
    ]
    said = words.gettext("Sum of the scores: {total} of {possible}; mean score: {mean}.")
    known = {"total": sheet["total"], "possible": sheet["possible"], "mean": number_text(sheet["mean"])}
    blank = {"total": BLANK, "possible": BLANK, "mean": BLANK}
    return {"scores": rows, "summed": said.format(**(known if scored else blank)), "highest": sheet["highest"]}


def number_text(mean: str) -> str:
    """Write a mean with a comma and without zeros at its end."""
    return f"{Decimal(mean):f}".rstrip("0").rstrip(".").replace(".", ",") if mean else BLANK


def _room(text: str, sheet: Record, typed: Typed, *, needed: bool = True) -> list[str]:
    """Return a text by its lines; ruled lines where it is still to be written."""
    lines = [line for line in text.splitlines() if line.strip()]
    if lines:
        return [typed(line) for line in lines]
    return _ruled(sheet) if needed or sheet["blank"] else []


def _ruled(sheet: Record) -> list[str]:
    """Return lines to write on: of a visit written in brief only what was written is printed."""
    return list(RULED) if sheet["blank"] or sheet["kind"] != "visit" else []


def _title(sheet: Record, words: NullTranslations) -> str:
    teachers = ", ".join(each["listed"] for each in sheet["teachers"])
    parts = (teachers, sheet["classes"], short_date(sheet["day"]), "" if sheet["blank"] else sheet["observer"])
    return (
        words.gettext("Lesson analysis, {lesson}").format(lesson=_joined(parts))
        if any(parts)
        else words.gettext("Lesson analysis, empty form")
    )


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
