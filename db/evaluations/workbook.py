"""The summary of an evaluation as an Excel workbook: numbers as numbers, so that a school can go on counting."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from db.evaluations.closing import content_of
from db.evaluations.content import Content
from db.workbook_files import workbook

TENTHS, TYIYN = Decimal(10), Decimal(100)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands over the columns and in the last row; `language` is that of the criteria, ky or ru."""

    language: str
    number: str
    name: str
    total: str
    rank: str
    share: str
    in_all: str
    not_applicable: str


def summary_workbook(evaluation_id: int, words: Words) -> bytes:
    """Everyone's points by criteria with totals, places and sums as far as the school has them; the last row sums up.

    A closed evaluation is written from its kept version. Raises Refused `record_missing`.
    """
    content = content_of(evaluation_id)
    ranked, money = content["ranked"], content["money"]
    other = "ky" if words.language == "ru" else "ru"
    criteria = [f"{each['number']}. {each[words.language] or each[other]}" for each in content["criteria"]]
    headers = [words.number, words.name, *criteria, words.total]
    headers += [*([words.rank] if ranked else []), *([words.share] if money else [])]
    lines = [_line(number, each, content, words) for number, each in enumerate(content["sheets"], start=1)]
    return workbook(headers, [*lines, _sums(content, words)])


def _line(number: int, sheet: Content, content: Content, words: Words) -> list[Any]:
    cells = [
        words.not_applicable if line["not_applicable"] else _points(line["final"]) for line in sheet["lines"]
    ]  # fmt: skip
    rank = [sheet["rank"]] if content["ranked"] else []
    share = [Decimal(sheet["share"]) / TYIYN] if content["money"] else []
    return [number, sheet["name"]["full"], *cells, _points(sheet["points"]), *rank, *share]


def _sums(content: Content, words: Words) -> list[Any]:
    """The last row: sums by criterion, of all points, of all shares."""
    sheets = content["sheets"]
    finals = ([line["final"] or 0 for line in each["lines"]] for each in sheets)
    sums = [_points(sum(column)) for column in zip(*finals, strict=True)]
    share = [Decimal(content["money"]["shared"]) / TYIYN] if content["money"] else []
    total = _points(sum(each["points"] for each in sheets))
    return [None, words.in_all, *sums, total, *([None] if content["ranked"] else []), *share]


def _points(tenths: int | None) -> int | Decimal | None:
    """Tenths as a number, whole where it is."""
    if tenths is None:
        return None
    return tenths // 10 if tenths % 10 == 0 else Decimal(tenths) / TENTHS
