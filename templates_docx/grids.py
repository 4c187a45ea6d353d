"""Tables whose columns a template repeats or leaves out ({%tc for %}, {%tc if %}): their widths fill the page again."""

from typing import Any

from docx.oxml.ns import qn

_WIDTH = qn("w:w")


def fit(tree: Any) -> None:
    """Give every table whose head has other columns than its grid a grid of its own, as wide in all as before.

    The cells keep their proportions. Tables that no template changed so are left as they are.
    """
    for table in tree.iter(qn("w:tbl")):
        grid, head = table.find(qn("w:tblGrid")), table.find(qn("w:tr"))
        if grid is None or head is None:
            continue
        cells, before = head.findall(qn("w:tc")), [int(each.get(_WIDTH, "0")) for each in grid]
        if len(cells) != len(before) and cells:
            _refit(table, grid, _scaled([_width_of(each) for each in cells], sum(before)))


def _scaled(widths: list[int], whole: int) -> list[int]:
    """The widths in their proportions, `whole` in all."""
    total = sum(widths) or 1
    scaled = [width * whole // total for width in widths]
    scaled[-1] += whole - sum(scaled)
    return scaled


def _refit(table: Any, grid: Any, widths: list[int]) -> None:
    """Write widths into the grid and into every row that has as many cells."""
    model = grid[0]
    for column in list(grid):
        grid.remove(column)
    for width in widths:
        column = model.makeelement(model.tag)
        column.set(_WIDTH, str(width))
        grid.append(column)
    for row in table.findall(qn("w:tr")):
        cells = row.findall(qn("w:tc"))
        if len(cells) == len(widths):
            for cell, width in zip(cells, widths, strict=True):
                cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").set(_WIDTH, str(width))


def _width_of(cell: Any) -> int:
    found = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    return int(found.get(_WIDTH, "1")) if found is not None else 1
