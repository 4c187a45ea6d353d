"""The transition on paper (DOMAIN.md 5, 12.8): the same pupils before and after primary school, by class and subject.

A row is {"class_before", "class_name", "subject", "before": PART, "entry": quality or None, "first": PART or None,
"newest": PART or None, "compared": number or None, "difference", "flag", "few", "moved": points or None, "cause",
"measure"}; a PART is {"year", "period", "part", "pupils", "figures", "teacher": NAME or None}.
"""

from collections.abc import Sequence
from fractions import Fraction
from gettext import NullTranslations

from db.rules import quality
from db.rules.quality import NO_BREAK
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.charts import column
from templates_docx.dates import school_year
from templates_docx.headings import heading_values
from templates_docx.quality_words import POINTS, period
from templates_docx.values import Filled, Record, Typed, Values, sentence, signed

MOST_COLUMNS = 24
"""More of them a chart cannot show side by side."""
SIGNS = {"attention": " !", "alarm": " !!"}
SAID = {
    "alarm": N_("To the agenda of the association: {names}."), "attention": N_("Attention is needed: {names}."),
}  # fmt: skip


def transition_values(heading: Record, content: Record, paper: PaperLanguage) -> Filled:
    """Return the comparison; `content` is {"year", "class_name", "attention", "alarm", "small", "rows", "moves"}.

    `moves` are [{"class_name", "arrived": names, "departed": names}] of the classes with any.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = " · ".join(each for each in (school_year(content["year"], words), content["class_name"]) if each)
    rows = content["rows"]
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "rows": [_row(number, of, typed, words) for number, of in enumerate(rows, 1)],
        "notes": _notes(content, words) if rows else [],
        "moves": [_moves(of, words) for of in content["moves"]],
        "conclusion": _conclusion(rows, typed, words),
        "chart": chart(rows, typed, words) or "",
        "empty": words.gettext(
            "No class of this year comes from primary school with marks of both years: there is nothing to compare."
        ),
    }
    title = words.gettext("Transition comparison, {scope}").format(scope=scope)
    return Filled(values, title, typed.untranslated)


def _row(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    before, first, newest = of["before"], of["first"], of["newest"]
    after = f"{quality.number(of['difference'])}" if of["difference"] is not None else quality.NOTHING
    return {
        "number": str(number),
        "cohort": f"{of['class_before']} →\n{of['class_name']}",
        "subject": typed(of["subject"]),
        "teacher_before": signed(before["teacher"]),
        "pupils": str(before["pupils"]),
        **_figures("before", before),
        "entry": quality.number(of["entry"]),
        **_figures("first", first),
        "newest": _newest(newest, words),
        "difference": _plus(of["difference"], after) + SIGNS.get(of["flag"], ""),
        "teacher_after": signed(newest["teacher"]) if newest else "",
        "compared": _compared(of, words),
        "said": _said(of, typed, words),
    }


def _figures(name: str, of: Record | None) -> Values:
    figures = of["figures"] if of else {}
    shown = {"passed": ("pass_rate", 1), "quality": ("quality", 1), "mean": ("mean", 2)}
    return {f"{name}_{key}": quality.number(figures.get(at), places) for key, (at, places) in shown.items()}


def _newest(of: Record | None, words: NullTranslations) -> str:
    return f"{quality.number(of['figures']['quality'])}\n({period(of, words)})" if of else quality.NOTHING


def _compared(of: Record, words: NullTranslations) -> str:
    if of["compared"] is not None:
        return words.gettext("{count}, the same pupils").format(count=of["compared"])
    after = of["newest"]["pupils"] if of["newest"] else quality.NOTHING
    return f"{of['before']['pupils']} → {after}"


def _said(of: Record, typed: Typed, words: NullTranslations) -> str:
    moved = _plus(of["moved"], quality.number(of["moved"]))
    since = words.gettext("Since the measures: {points}").format(points=f"{moved}{NO_BREAK}{words.gettext(POINTS)}")
    few = words.gettext("few pupils") if of["few"] else ""
    parts = (typed(of["cause"]), typed(of["measure"]), since if of["moved"] is not None else "", few)
    return "\n".join(part for part in parts if part)


def _notes(content: Record, words: NullTranslations) -> list[str]:
    """How the difference is counted, what the signs mean, who is compared."""
    said = (
        N_("Difference = quality in the newest period − quality at the end of primary school, in percentage points."),
        N_(
            "A fall up to {attention} p. p. is usual; beyond {attention} – attention (!); beyond {alarm} – to the "
            "agenda of the association (!!)."
        ),
        N_(
            "Where the same pupils are counted, the difference is theirs, without those who came or left; elsewhere "
            "everyone on the list is compared: before → now."
        ),
    )
    return [words.gettext(each).format(attention=content["attention"], alarm=content["alarm"]) for each in said]


def _moves(of: Record, words: NullTranslations) -> str:
    named = [(N_("came: {names}"), of["arrived"]), (N_("left: {names}"), of["departed"])]
    said = [words.gettext(text).format(names=", ".join(names)) for text, names in named if names]
    return sentence(f"{of['class_name']} – {'; '.join(said)}")


def _conclusion(rows: Sequence[Record], typed: Typed, words: NullTranslations) -> list[str]:
    """Which rows call for something, the deepest fall first; a sentence where none does."""
    found = []
    for flag, text in SAID.items():
        flagged = sorted((of for of in rows if of["flag"] == flag), key=lambda of: of["difference"])
        names = [f"{_name(of, typed)} ({quality.number(of['difference'])}{NO_BREAK}{words.gettext(POINTS)})"
                 for of in flagged]  # fmt: skip
        found += [words.gettext(text).format(names="; ".join(names))] if names else []
    known = any(of["difference"] is not None for of in rows)
    return found or ([words.gettext("Nowhere has the quality fallen beyond the threshold.")] if known else [])


def chart(rows: Sequence[Record], typed: Typed, words: NullTranslations) -> Values | None:
    """Return the columns before, entry test, after; None of nothing that is compared."""
    known = [of for of in rows if of["newest"]][:MOST_COLUMNS]
    if not known:
        return None
    series = {
        words.gettext("End of primary school"): [of["before"]["figures"]["quality"] for of in known],
        words.gettext("Entry test"): [of["entry"] for of in known],
        words.gettext("First period after"): [of["first"]["figures"]["quality"] for of in known],
        words.gettext("Newest period"): [of["newest"]["figures"]["quality"] for of in known],
    }
    shown = {name: numbers for name, numbers in series.items() if any(each is not None for each in numbers)}
    title = words.gettext("Quality of knowledge before and after primary school, %")
    return column(title, [_name(of, typed) for of in known], shown)


def _name(of: Record, typed: Typed) -> str:
    return f"{of['class_name']} {typed(of['subject'])}"


def _plus(value: Fraction | None, shown: str) -> str:
    return f"+{shown}" if value is not None and value > 0 and shown.strip("0,") else shown
