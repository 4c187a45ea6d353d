"""A teacher's evaluation sheet (DOMAIN.md 4.5), to be filled by hand or filled; what it rests on, in words."""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules import fund
from db.rules.points import shown
from db.rules.proof_words import joined
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.members import CATEGORIES
from templates_docx.plan_terms import month_name
from templates_docx.values import BLANK, Filled, Record, Typed, Values, signed

GIVING = frozenset({"collecting", "self", "association", "commission"})
"""States in which a sheet is a draft: its points are not announced."""
NOT_APPLICABLE = N_("n/a")
COLUMNS = ("self", "association", "commission")
ALWAYS = 6
"""Columns of a sheet that are always printed; one's own and the commission's may be switched off."""
OUTCOMES = {
    "": N_("not answered yet"),
    "granted": N_("granted"),
    "partly": N_("partly granted"),
    "rejected": N_("not granted"),
}


def sheet_values(content: Record, sheets: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the sheets, one after the other, each on a page of its own; `content` is an evaluation's."""
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    made = [_sheet(each, content, typed, words) for each in sheets]
    values = heading_values(content, typed, words) | {
        "draft": bool(sheets) and content["evaluation"]["state"] in GIVING,
        "own": "self" in content["columns"],
        "commission": "commission" in content["columns"],
        "span": ALWAYS + sum(name in content["columns"] for name in ("self", "commission")),
        "sheets": [each | {"first": number == 0, "more": number > 0} for number, each in enumerate(made)],
        "empty": words.gettext("There is no evaluation sheet for this time."),
    }
    who = sheets[0]["name"]["signed"] if len(sheets) == 1 else ""
    title = ", ".join(part for part in (words.gettext("Evaluation sheet"), who, period(content, words)) if part)
    return Filled(values, title, typed.untranslated)


def self_values(content: Record, sheets: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return sheets to be filled by hand: criteria, maxima, and room for one's own points and proofs.

    Without sheets there is one without a name; without criteria a sentence.
    """
    typed, words = Typed(content["language"], paper, content["twins"]), texts(paper)
    criteria = content["criteria"]
    rows = [{**_criterion(each, typed), "own": "", "proofs": typed.named(each, "proof")} for each in criteria]
    sections = _sections(criteria, rows, typed)
    known = [_facts(each, content, typed, words) for each in sheets] or [_blank(content, words)]
    made = [
        each | {"sections": sections, "first": number == 0, "more": number > 0} for number, each in enumerate(known)
    ]
    values = heading_values(content, typed, words) | {
        "sheets": made if rows else [],
        "most": shown(sum(each["most"] for each in criteria if each["rule"] != "minus")),
        "empty": words.gettext("There are no adopted criteria yet."),
    }
    title = ", ".join(part for part in (words.gettext("Self-assessment sheet"), period(content, words)) if part)
    return Filled(values, title, typed.untranslated)


def period(content: Record, words: NullTranslations) -> str:
    """Name the time that is evaluated: «2026-2027-окуу жылынын 1-чейреги»; nothing where there is no evaluation."""
    of = content.get("evaluation")
    if of is None:
        return ""
    year = {"first": of["first_year"], "last": of["first_year"] + 1, "number": of["part"]}
    if of["period"] == "quarter":
        return words.gettext("quarter {number} of the school year {first}-{last}").format(**year)
    if of["period"] == "half":
        return words.gettext("half-year {number} of the school year {first}-{last}").format(**year)
    named = school_year(of["first_year"], words)
    return f"{named}, {month_name(of['part'], words)}" if of["period"] == "month" else named


def bases(of: Record, words: NullTranslations) -> list[str]:
    """On which protocols and order an evaluation rests; the association's always stands, to be filled by hand."""
    meeting = words.gettext("Protocol of the association № {number}, {day}")
    lines = [meeting.format(number=of["meeting_number"] or BLANK, day=long_date(of["association_on"], words) or BLANK)]
    if of["commission_number"]:
        commission = words.gettext("Protocol of the commission № {number}, {day}")
        day = long_date(of["commission_on"], words) or BLANK
        lines.append(commission.format(number=of["commission_number"], day=day))
    if of["order_number"]:
        lines.append(words.gettext("Order № {number}").format(number=of["order_number"]))
    return lines


def outcome(of: Record, words: NullTranslations) -> str:
    """What became of an appeal, with the points before and after."""
    code = of["outcome"]
    said = words.gettext(OUTCOMES[code])
    changed = f", {shown(of['old_points']) or '–'} → {shown(of['new_points'])}" if of["new_points"] is not None else ""
    return f"{said}{changed}"


def _sheet(of: Record, content: Record, typed: Typed, words: NullTranslations) -> Values:
    """One filled sheet."""
    evaluation = content["evaluation"]
    asked = {each["number"]: each for each in content["criteria"]}
    rows = [_line(line, asked[line["number"]], typed, words) for line in of["lines"]]
    applies = all(not line["not_applicable"] for line in of["lines"])
    return _facts(of, content, typed, words) | {
        "sections": _sections([asked[line["number"]] for line in of["lines"]], rows, typed),
        "sums": [_totals(of, content, words)],
        "total": shown(of["points"]),
        "rank": str(of["rank"] or ""),
        "share": "" if of["share"] is None else fund.som(of["share"]),
        "bases": bases(evaluation, words),
        "notes": "" if applies else words.gettext("n/a – the criterion does not apply."),
        "appeals": [_appeal(each, words, typed) for each in of["appeals"]],
        "by_head": of["by_head"],
        "rater": content["school"]["head_of_studies"] if of["by_head"] else signed(content["leader"]),
        "chair": evaluation["commission_chair"],
        "acquainted_on": long_date(of["acquainted_on"], words),
    }


def _facts(of: Record, content: Record, typed: Typed, words: NullTranslations) -> Values:
    """What stands above the table: period, name, work, category, criteria."""
    hours = words.gettext("{hours} hours").format(hours=of["load_hours"]) if of["load_hours"] else ""
    service = words.gettext("{years} years").format(years=of["service_teaching"]) if of["service_teaching"] else ""
    code = of["category"]
    category = words.gettext(CATEGORIES[code]) if code in CATEGORIES else ""
    left = words.gettext("left on {day}").format(day=short_date(of["left_on"])) if of["left_on"] else ""
    return {
        "period": period(content, words),
        "name": ", ".join(part for part in (of["name"]["full"], left) if part),
        "signed": of["name"]["signed"],
        "work": ", ".join(part for part in (typed(of["subjects"]), typed(of["classes"]), hours) if part) or BLANK,
        "category": ", ".join(part for part in (category, service) if part) or BLANK,
        "criteria": _adopted(content["criteria_version"], typed, words),
    }


def _blank(content: Record, words: NullTranslations) -> Values:
    """A form without a name."""
    empty = dict.fromkeys(("name", "signed", "work", "category"), BLANK)
    return empty | {"period": period(content, words) or BLANK, "criteria": ""}


def _adopted(of: Record, typed: Typed, words: NullTranslations) -> str:
    """Who adopted the criteria, and when."""
    day = long_date(of["adopted_on"], words)
    return ", ".join(part for part in (typed(of["title"]), typed(of["adopted_by"]), day) if part)


def _criterion(of: Record, typed: Typed) -> Values:
    most = -of["most"] if of["rule"] == "minus" else of["most"]
    return {
        "number": str(of["number"]), "name": criterion_name(of, typed),
        "indicator": typed.named(of, "indicator"), "most": shown(most),
    }  # fmt: skip


def _sections(criteria: Sequence[Record], rows: Sequence[Values], typed: Typed) -> list[Values]:
    """The rows of these criteria under the headings of their sections."""
    made: list[Values] = []
    for of, row in zip(criteria, rows, strict=True):
        title = typed.named({"name_ky": of["section_ky"], "name_ru": of["section_ru"]}, "name")
        if not made or made[-1]["title"] != title:
            made.append({"title": title, "lines": []})
        made[-1]["lines"].append(row)
    return made


def criterion_name(of: Record, typed: Typed) -> str:
    """Return a criterion's name in the paper's language."""
    return typed.named({"name_ky": of["ky"], "name_ru": of["ru"]}, "name")


def _line(line: Record, asked: Record, typed: Typed, words: NullTranslations) -> Values:
    """A criterion with its figures; the reason of a changed one stands with the proofs."""
    figures = {name: words.gettext(NOT_APPLICABLE) if line["not_applicable"] else shown(line[name]) for name in COLUMNS}
    reason = words.gettext("Reason: {reason}").format(reason=typed(line["reason"])) if line["reason"] else ""
    proofs = "; ".join(part for part in (joined(map(typed, line["proofs"])), reason) if part)
    return {**_criterion(asked, typed), **figures, "own": figures["self"], "proofs": proofs}


def _totals(of: Record, content: Record, words: NullTranslations) -> Values:
    """The last row: the sum of each column, and of the maxima without what only takes away."""
    given = {name: [line[name] for line in of["lines"] if not line["not_applicable"]] for name in COLUMNS}
    sums = {
        name: shown(sum(each or 0 for each in figures)) if any(each is not None for each in figures) else ""
        for name, figures in given.items()
    }
    most = sum(each["most"] for each in content["criteria"] if each["rule"] != "minus")
    total = {"number": "", "name": words.gettext("In total"), "indicator": "", "most": shown(most), "proofs": ""}
    return {**total, **sums, "own": sums["self"]}


def _appeal(of: Record, words: NullTranslations, typed: Typed) -> str:
    """An appeal in a line: when, about what, what became of it."""
    about = words.gettext("criterion {number}").format(number=of["criterion"]) if of["criterion"] else ""
    parts = (short_date(of["filed_on"]), about, typed(of["reason"]), outcome(of, words))
    return " – ".join(part for part in parts if part)
