"""All that is kept about one person, as she may ask for it: a section a table, a line a row, in her language."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations
from typing import Any

from db.rules.points import shown
from templates_docx import record_words
from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, capital

TENTHS = frozenset(
    {"proposed", "self_points", "association_points", "commission_points", "points", "old_points", "new_points"}
)
"""Fields that hold tenths of a point."""
SHARES = frozenset({"load_share", "period_share"})
"""Fields that hold thousandths."""
YEARS = frozenset({"first_year", "last_year"})
"""Fields that hold the year in which a school year begins."""


def everything_values(
    heading: Record, person: Record | None, parts: Sequence[Record], changes: int, paper: PaperLanguage
) -> Filled:
    """Return the sections; without a person a sentence says that there is no member.

    A part is {"table", "rows": [{"removed": bool, "values": [{"field", "sort", "value", "table"}]}]}; `person` is a
    NAME, `changes` how many entries of the history are about these rows.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    count = sum(len(part["rows"]) for part in parts)
    said = words.gettext("Records: {count}. Entries in the history of changes about them: {changes}.")
    values = heading_values(heading, typed, words) | {
        "full": person["full"] if person else "",
        "summary": said.format(count=count, changes=changes) if person else "",
        "sections": [_section(part, paper, words) for part in parts],
    }
    name = person["signed"] if person else "–"
    return Filled(values, words.gettext("All that is kept, {name}").format(name=name), 0)


def _section(part: Record, paper: PaperLanguage, words: NullTranslations) -> dict[str, Any]:
    title = f"{record_words.table(part['table'], paper)} ({len(part['rows'])})"
    lines = [{"number": at, "text": _row(row, paper, words)} for at, row in enumerate(part["rows"], 1)]
    return {"title": title, "lines": lines}


def _row(row: Record, paper: PaperLanguage, words: NullTranslations) -> str:
    """Write «Күнү: 12.11.2026; абалы: катышты»; a row that was taken away says so."""
    removed = [words.gettext("taken away, but kept")] if row["removed"] else []
    said = [f"{record_words.field(of['field'], paper)}: {_value(of, paper, words)}" for of in row["values"]]
    return capital("; ".join([*removed, *said]) or "–")


def _value(of: Record, paper: PaperLanguage, words: NullTranslations) -> str:
    name, value = of["field"], of["value"]
    if of["sort"] == "code":
        return record_words.code(name, value, paper)
    if of["sort"] == "day":
        return short_date(value)
    if of["sort"] == "flag":
        return words.gettext("yes") if value else words.gettext("no")
    if of["sort"] == "number":
        return _number(name, value)
    if name == "source_table":
        known = record_words.words(paper)
        return known.get(("table", str(value)), record_words.field(str(value), paper))
    if of["table"] == "evaluation":
        return _evaluation(str(value), words)
    prefix = "№ " if of["table"] == "meeting" else ""
    return prefix + "; ".join(line.strip() for line in str(value).splitlines() if line.strip())


def _number(name: str, value: int) -> str:
    if name in TENTHS:
        return shown(value)
    if name in SHARES:
        return f"{value / 1000:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{value}-{value + 1}" if name in YEARS else str(value)


def _evaluation(title: str, words: NullTranslations) -> str:
    """Name an evaluation, of which the records know «quarter 1 2026, 04.11.2026»."""
    period, part, first_year = title.partition(",")[0].split()
    names: dict[str, str] = {
        "quarter": words.gettext("quarter {number}"), "half": words.gettext("half-year {number}"), "year": "",
        "month": words.gettext("month {number}"),
    }  # fmt: skip
    parts: Iterable[str] = (school_year(int(first_year), words), names[period].format(number=part))
    return ", ".join(each for each in parts if each)
