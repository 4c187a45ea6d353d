"""Changes of the curriculum with what was done for them, and the register of calendar plans (DOMAIN.md 3.2, 12.5)."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values, signed

STEPS = ("corrected", "considered", "agreed", "approved", "test_made", "test_held")


def curriculum_values(heading: Record, changes: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the changes of a school year, each with the matrix of what was done.

    A change is {"text", "valid_from": ISO or None, "subjects", "classes", "norm": title, "norm_number", "meeting":
    number or None, "held_on": ISO or None, "note", "missing": count, "plans": […]}; a plan under it is {"teacher":
    NAME, "subject", "class_name", "meeting": number or None, "note"} with each of the six steps as an ISO day,
    "missing" or "not_needed". `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    made = [_change(number, each, typed, words) for number, each in enumerate(changes, 1)]
    values = heading_values(heading, typed, words) | {"year": year, "changes": made}
    title = words.gettext("Changes of the curriculum, {year}").format(year=year)
    return Filled(values, title, typed.untranslated)


def plans_values(heading: Record, plans: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the register of a school year's calendar plans.

    A plan is {"teacher": NAME, "subject", "class_name", "hours_week", "hours_year": number or None, "changes": texts,
    "meeting": number or None, "considered_on", "agreed_on", "approved_on": ISO or None, "remark"}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    rows = [_plan(number, each, typed) for number, each in enumerate(plans, 1)]
    values = heading_values(heading, typed, words) | {"year": year, "rows": rows}
    return Filled(values, words.gettext("Calendar plans, {year}").format(year=year), typed.untranslated)


def _change(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    norm = _joined((typed(of["norm"]), of["norm_number"] and f"№ {of['norm_number']}"))
    left = words.gettext("Steps not done yet: {count}.").format(count=of["missing"])
    return {
        "number": number,
        "text": typed(of["text"]),
        "valid_from": long_date(of["valid_from"], words),
        "subjects": typed(of["subjects"]) or words.gettext("all subjects"),
        "classes": typed(of["classes"]) or words.gettext("all classes"),
        "norm": norm,
        "discussed": f"№ {of['meeting']}, {long_date(of['held_on'], words)}" if of["meeting"] else "",
        "note": typed(of["note"]),
        "rows": [_steps(place, each, typed, words) for place, each in enumerate(of["plans"], 1)],
        "summary": (left if of["missing"] else words.gettext("All is done.")) if of["plans"] else "",
    }


def _steps(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "number": number,
        "teacher": signed(of["teacher"]),
        "subject": typed(of["subject"]),
        "class_name": of["class_name"],
        "note": typed(of["note"]),
    } | {step: _step(of, step, words) for step in STEPS}


def _step(of: Record, step: str, words: NullTranslations) -> str:
    """Write the day of a step, with the protocol's number of the meeting that considered it."""
    if of[step] == "missing":
        return words.gettext(N_("not done yet"))
    if of[step] == "not_needed":
        return words.gettext(N_("not needed"))
    number = f"№ {of['meeting']}" if step == "considered" and of["meeting"] else ""
    return _joined((number, short_date(of[step])))


def _plan(number: int, of: Record, typed: Typed) -> Values:
    hours = _joined((of["hours_week"] or ("–" if of["hours_year"] else ""), str(of["hours_year"] or "")), " / ")
    considered = _joined((of["meeting"] and f"№ {of['meeting']}", short_date(of["considered_on"])))
    return {
        "number": number,
        "teacher": signed(of["teacher"]),
        "subject": typed(of["subject"]),
        "class_name": of["class_name"],
        "hours": hours,
        "change": ";\n".join(typed(each) for each in of["changes"]),
        "considered": considered,
        "agreed": short_date(of["agreed_on"]),
        "approved": short_date(of["approved_on"]),
        "remark": typed(of["remark"]),
    }


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
