"""What the sheets of an evaluation come to: sums, places, and the fund shared out by them."""

from __future__ import annotations

from collections.abc import Sequence

from db.evaluations import reading
from db.evaluations.rows import Period, Sheet, Total
from db.evaluations.switches import switches
from db.rules import evaluation_order, fund
from db.rules.fund import Split


def totals(evaluation_id: int) -> tuple[Total, ...]:
    """The total of every sheet by name: points in tenths, place and share in тыйын where the school has them."""
    of = reading.evaluation(evaluation_id)
    return totals_of(of, reading.sheets(evaluation_id), ranked=switches(of.association_id).ranks)


def totals_of(of: Period, sheets: Sequence[Sheet], *, ranked: bool) -> tuple[Total, ...]:
    """The totals of sheets that were read already."""
    shares = split(of, sheets).shares if of.fund is not None else {}
    places = evaluation_order.ranks({each.row.id: each.points for each in sheets}) if ranked else {}
    return tuple(
        Total(
            each.row.id, each.row.person_id, each.row.name, each.points, each.waiting, places.get(each.row.id),
            shares.get(each.row.person_uid),
        )
        for each in sheets
    )  # fmt: skip


def split(of: Period, sheets: Sequence[Sheet]) -> Split:
    """The fund of a period shared out, in тыйын by the person's uid: the same on every machine."""
    return fund.split(of.fund or 0, {each.row.person_uid: weight(of, each) for each in sheets})


def weight(of: Period, sheet: Sheet) -> int:
    """What a sheet's points count, with the shares that the period goes by."""
    load = sheet.row.load_share if of.by_load else 1
    return fund.weight(sheet.points, load, sheet.row.period_share if of.by_period else 1)
