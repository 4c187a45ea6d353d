"""The plan as the plain values of its papers: the year's, a quarter's, a month's (DOMAIN.md 12.1, 12.2)."""

from collections.abc import Iterator
from gettext import NullTranslations

from db.rules.calendar import YEAR_BEGINS_IN
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import clock, long_date
from templates_docx.plan_terms import day_and_month, month_name, month_text, state_text, term_shown, term_text
from templates_docx.values import BLANK, Filled, Record, Typed, Values, head, sentence, signed

CONSIDERED = {
    "отурум": N_("considered at a meeting, protocol № {number}"),
    "чогулуш": N_("considered at a gathering, protocol № {number}"),
    "жыйын": N_("considered at an assembly, protocol № {number}"),
}
MEETINGS = {"отурум": N_("Meetings"), "чогулуш": N_("Gatherings"), "жыйын": N_("Assemblies")}
MEETING = {
    "отурум": N_("Meeting № {number} of the association"),
    "чогулуш": N_("Gathering № {number} of the association"),
    "жыйын": N_("Assembly № {number} of the association"),
}
"""By the school's own word for a meeting (WORDS.md 12)."""

TITLES = {
    "year": N_("Work plan of the school year {first}-{last}"),
    "quarter": N_("Work plan of quarter {part}, {first}-{last}"),
    "month": N_("Work plan of {month} {year}"),
}
EMPTY = {
    "year": N_("Nothing has been entered in the plan yet."),
    "quarter": N_("Nothing is planned for this quarter."),
    "month": N_("Nothing is planned for this month."),
}
LAST_STEP = {"year": "approved", "quarter": "agreed", "month": "agreed"}
"""The step that makes a plan valid; until then its paper is a draft (DOMAIN.md 2.3)."""
BEYOND = N_("Work done beyond the plan")
DATED = ("day", "span")


def year_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return a year's plan with its title page; `content` is the plan's, `day` the ISO date of an unapproved one."""
    typed, words = voice(content, paper)
    about = content["head"]
    values = _common(content, day, typed, words)
    values |= {
        "motto": typed(about["motto"]),
        "theme": typed(about["theme"]) or BLANK,
        "goals": typed(about["goals"]) or BLANK,
        "tasks": typed(about["tasks"]) or BLANK,
        "sections": _sections(content, typed, words),
        "meetings": [_meeting(row, typed, words) for row in content["meetings"]],
        "meetings_title": words.gettext(by_word(MEETINGS, content)),
    }
    return Filled(values, _file_title(content, words), typed.untranslated)


def quarter_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return a quarter's plan: the year's table with the month of each line."""
    typed, words = voice(content, paper)
    values = _common(content, day, typed, words)
    values |= {
        "sections": _sections(content, typed, words),
        "meetings": [_meeting(row, typed, words) for row in content["meetings"]],
        "meetings_title": words.gettext(by_word(MEETINGS, content)),
    }
    return Filled(values, _file_title(content, words), typed.untranslated)


def month_values(content: Record, day: str, paper: PaperLanguage) -> Filled:
    """Return a month's plan by days; what has no day of its own stands below, meetings stand between the lines."""
    typed, words = voice(content, paper)
    rows = [(_order(line), _event(line, typed, words)) for _section, line in planned_lines(content)]
    rows += [((False, row["date"] or "", ""), _meeting_event(row, content, typed, words))
             for row in content["meetings"]]  # fmt: skip
    events = [event for _order, event in sorted(rows, key=lambda row: row[0])]
    beyond = [_event(line, typed, words) for line in content["unplanned"]]
    values = _common(content, day, typed, words) | {
        "rows": [{"number": number, **event} for number, event in enumerate(events, 1)],
        "beyond": [{"number": number, **event} for number, event in enumerate(beyond, 1)],
        "beyond_title": words.gettext(BEYOND),
    }
    return Filled(values, _file_title(content, words), typed.untranslated)


def voice(content: Record, paper: PaperLanguage) -> tuple[Typed, NullTranslations]:
    """Return what prints the plan's typed texts, and the paper's sentences."""
    return Typed(content["language"], paper, content["twins"]), texts(paper)


def planned_lines(content: Record) -> Iterator[tuple[Record, Record]]:
    """Yield (section, line) of everything that stands in the plan."""
    for section in content["sections"]:
        yield from ((section, line) for line in section["lines"])


def by_word(forms: dict[str, str], content: Record) -> str:
    """Choose the form that belongs to the school's word for a meeting."""
    return forms.get(content["words"]["meeting_ky"], forms["отурум"])


def title(content: Record, words: NullTranslations) -> str:
    """Name the plan: of a school year, a quarter or a month."""
    scope, part, first = content["scope"], content["part"], content["first_year"]
    month = month_name(part, words) if scope == "month" else ""
    year = first if scope != "month" or part >= YEAR_BEGINS_IN else first + 1
    return words.gettext(TITLES[scope]).format(first=first, last=first + 1, part=part, month=month, year=year)


def _file_title(content: Record, words: NullTranslations) -> str:
    """Name the file by the version too, so that a later one leaves the first where it is."""
    version = words.gettext("version {number}").format(number=content["version"])
    return f"{title(content, words)}, {version}" if content["version"] > 1 else title(content, words)


def _common(content: Record, day: str, typed: Typed, words: NullTranslations) -> Values:
    steps = {each["step"]: each for each in content["approvals"]}
    scope = content["scope"]
    approved = LAST_STEP[scope] in steps or "approved" in steps
    day = max((each["date"] for each in content["approvals"]), default=day)
    values = head(content, typed) | {
        "draft": not approved,
        "edition": _edition(content, typed, words),
        "title": title(content, words),
        "date": long_date(day, words),
        "place": typed.named(content["school"], "place") or BLANK,
        "leader": signed(content["leader"]) or BLANK,
        "empty": words.gettext(EMPTY[scope]),
    }
    return values | _stamps(content, steps, words)


def _stamps(content: Record, steps: dict[str, Record], words: NullTranslations) -> Values:
    """Return who considered, agreed and approved, and when; what is not yet known is left to be written in."""
    school, considered = content["school"], steps.get("considered", {})
    number = considered.get("meeting_number") or BLANK
    values: Values = {"considered": words.gettext(by_word(CONSIDERED, content)).format(number=number)}
    for step, office in (("agreed", "head_of_studies"), ("approved", "director")):
        values[f"{step}_by"] = steps.get(step, {}).get("name") or school[office]
    for step in ("considered", "agreed", "approved"):
        values[f"{step}_on"] = long_date(steps.get(step, {}).get("date"), words)
    return values


def _edition(content: Record, typed: Typed, words: NullTranslations) -> str:
    if content["version"] < 2:
        return ""
    reason = typed(content["reason"])
    pattern = words.gettext("version {number}. Reason: {reason}") if reason else words.gettext("version {number}")
    return pattern.format(number=content["version"], reason=reason)


def _sections(content: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    """Return the sections that have lines, and last, apart, what was done beyond the plan."""
    sections: dict[int, Values] = {}
    for section, line in planned_lines(content):
        number = section["number"]
        if number not in sections:
            sections[number] = {"title": f"{number}. {typed.named(section, 'title')}", "lines": []}
        sections[number]["lines"].append(_line(line, f"{number}.{line['number']}", typed, words))
    beyond = [_line(line, str(line["number"]), typed, words) for line in content["unplanned"]]
    return [*sections.values(), *([{"title": words.gettext(BEYOND), "lines": beyond}] if beyond else [])]


def _line(line: Record, number: str, typed: Typed, words: NullTranslations) -> Values:
    term = term_shown(line)
    return {
        "number": number,
        "month": month_text(term, words),
        "text": _with_result(line, typed, words),
        "term": term_text(term, words),
        "owners": owners_text(line),
        "done": state_text(line, typed, words),
        "note": typed(line["note"]),
    }


def work_text(line: Record, typed: Typed) -> str:
    """Write what is to be done, with its classes."""
    text = typed(line["text"]) or BLANK
    return f"{text} ({line['classes']})" if line["classes"] else text


def _with_result(line: Record, typed: Typed, words: NullTranslations) -> str:
    """Write what is to be done and, under it, the result that is expected."""
    text, result = work_text(line, typed), typed(line["expected_result"])
    return text + "\n" + words.gettext("Result: {result}").format(result=result) if result else text


def owners_text(line: Record) -> str:
    """Write who answers for a line, one below the other."""
    return ",\n".join(signed(owner) for owner in line["owners"])


def _meeting(row: Record, typed: Typed, words: NullTranslations) -> Values:
    number = row["number"] or BLANK
    items = ((place, sentence(typed(title))) for place, title in enumerate(row["items"], 1) if title)
    reporters = [f"{place}. {name}" for place, name in enumerate(row["reporters"], 1) if name]
    return {
        "number": number,
        "date": day_and_month(row["date"]) or BLANK,
        "items": "\n".join(f"{place}. {item}" for place, item in items),
        "reporters": "\n".join(reporters),
        "result": words.gettext("protocol № {number}").format(number=number),
    }


def _event(line: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "day": term_text(term_shown(line), words),
        "text": _with_result(line, typed, words),
        "place": typed(line["time_place"]),
        "owners": owners_text(line),
        "done": state_text(line, typed, words),
    }


def _order(line: Record) -> tuple[bool, str, str]:
    """Sort the lines of a month by day, those without a day of their own behind, the soonest due first."""
    term = term_shown(line)
    dated = term["kind"] in DATED
    return (False, term["begins"], term["ends"] or "") if dated else (True, line["last"], line["first"])


def _meeting_event(row: Record, content: Record, typed: Typed, words: NullTranslations) -> Values:
    return {
        "day": day_and_month(row["date"]) or BLANK,
        "text": words.gettext(by_word(MEETING, content)).format(number=row["number"] or BLANK),
        "place": ", ".join(part for part in (clock(row["planned_time"]), typed(row["place"])) if part),
        "owners": signed(content["leader"]),
        "done": "",
    }
