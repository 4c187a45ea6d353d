"""Which test proves which row of the table of faults: `python -m tests.soak.rows` writes the table of README.md anew.

A test bears its rows in its name: `test_row_25_…`, `test_rows_7_9_…`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parents[1]
README = Path(__file__).with_name("README.md")
CASES = Path(__file__).with_name("rows.tsv")
NAME = re.compile(r"test_rows?_((?:\d+_)+)")
BEGIN, END = "<!-- rows -->\n", "<!-- end of rows -->"


def found() -> dict[int, list[str]]:
    """Row → its tests, as file and name."""
    rows: dict[int, list[str]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (name := NAME.match(node.name)):
                for number in map(int, name[1].strip("_").split("_")):
                    rows[number].append(f"`{path.relative_to(TESTS)}` {node.name}")
    return rows


def table() -> str:
    """The table, in Markdown."""
    tests = found()
    cases = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines()]
    missing = [number for number, _case in cases if not tests[int(number)]]
    lines = [f"Without a test that bears its number: {', '.join(missing) or 'none'}.", "", "| row | case | tests |"]
    lines += [
        "|---|---|---|",
        *(f"| {number} | {case} | {'<br>'.join(tests[int(number)])} |" for number, case in cases),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the table into README.md."""
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(before + BEGIN + table() + END + rest.split(END)[1], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
