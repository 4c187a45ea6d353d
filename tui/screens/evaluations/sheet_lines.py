"""How the lines of a sheet are drawn: the figures side by side, what is typed in its cell, all of the chosen one."""

from collections.abc import Iterable, Sequence

from db.evaluations.elsewhere import Elsewhere
from db.evaluations.rows import Line, Sheet
from tui import evaluation_words
from tui.texts import N_, _
from tui.widgets.lists import Column, Key, Row

TypedIn = tuple[Key | None, str, str]
"""Of which line, in whose column, what is being typed."""


def heads(of: Sheet, columns: Sequence[str], by: str) -> list[Column]:
    """The columns; where there are several figures, the one that is typed is marked."""
    found = [Column(width=2, right=True), Column(N_("Criterion")), Column(N_("Most"), width=5, right=True),
             Column(N_("Prop."), width=6, right=True)]  # fmt: skip
    for name in columns:
        title = evaluation_words.column(name, by_head=of.by_head)
        mark = "▸" if name == by and len(columns) > 1 else ""
        found.append(Column(f"{mark}{title}", width=7, right=True))
    return [*found, Column(N_("Proofs"), width=7, right=True)]


def rows(of: Sheet, columns: Sequence[str], typed_in: TypedIn) -> Iterable[Row]:
    """A row a criterion, under the heading of its section."""
    section = None
    for line in of.lines:
        title = line.asked.section(evaluation_words.side())
        if title and line.asked.criteria_section_id != section:
            yield Row(None, (title.upper(),), "heading")
        section = line.asked.criteria_section_id
        style = "dim" if line.point.not_applicable else "warning" if line.waits else ""
        yield Row(line.asked.id, _cells(line, columns, typed_in), style)


def whole(of: Sheet, line: Line | None, elsewhere: Sequence[Elsewhere]) -> str:
    """The total, then all of the chosen criterion: what is looked at, the reason, the proofs, what counts elsewhere."""
    total = _("Total: {points}").format(points=evaluation_words.points(of.points))
    waiting = _("without points: {count}").format(count=of.waiting) if of.waiting else ""
    head = _("rated by the head of studies") if of.by_head else ""
    lines = [" · ".join(part for part in (total, waiting, head) if part)]
    if line is not None:
        lines.append(line.asked.indicator(evaluation_words.side()))
        lines.append(_("Reason: {reason}").format(reason=line.point.reason) if line.point.reason else "")
        lines.append(evaluation_words.proofs(line))
        lines.append(evaluation_words.counted_elsewhere(elsewhere))
    return "\n".join(" ".join(each.split()) for each in lines if each)


def _cells(line: Line, columns: Sequence[str], typed_in: TypedIn) -> tuple[str, ...]:
    point = line.point
    most = evaluation_words.points(line.asked.bounds[0] or line.asked.bounds[1])
    proposed = "" if point.proposed is None else evaluation_words.points(point.proposed)
    figures = _figures(line, columns, typed_in)
    proofs = str(len(line.proofs) or "")
    return (str(line.number), evaluation_words.criterion(line), most, proposed, *figures, proofs)


def _figures(line: Line, columns: Sequence[str], typed_in: TypedIn) -> list[str]:
    """What stands in each column: what is being typed, «n/a», the figure, after an appeal also the new one."""
    point = line.point
    given = {"self": point.self_points, "association": point.association_points, "commission": point.commission_points}
    key, by, typed = typed_in
    shown = [_("not due") if point.not_applicable else evaluation_words.points(given[name]) for name in columns]
    if line.appealed is not None and not point.not_applicable:
        shown[-1] = f"{shown[-1]}→{evaluation_words.points(line.appealed)}"
    if typed and line.asked.id == key:
        shown[columns.index(by)] = f"{typed}▏"
    return shown
