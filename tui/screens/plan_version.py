"""A plan as it was handed in: read, never changed."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db.plans.approvals import Version
from db.rules.dates import parse_date
from tui import clock, commands, places, plan_words, texts, typed_plan
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row


class PlanVersionScreen(BirikmeScreen):
    """The lines of a version from its own row."""

    COMMANDS = (commands.WORD.but(help=N_("Make this version as a Word document.")),)
    HELP = N_("The plan as it was handed in. Nothing in it changes, whatever becomes of its lines.")

    def __init__(self, first_year: int, version: Version, scope: str = "year", part: int = 0) -> None:
        """`scope` and `part`: whether it is the year's plan, or that of a quarter or a month."""
        super().__init__()
        self._year, self._version, self._scope, self._part = first_year, version, scope, part

    def title_text(self) -> str:
        """Which version."""
        number = _("Version {version}").format(version=self._version.version)
        return " · ".join((_("Work plan"), typed_plan.part_name(self._year, self._scope, self._part), number))

    def action_word(self) -> None:
        """Offer the plan as this version has it."""
        part = {self._scope: self._part} if self._scope != "year" else {}
        of = {"first_year": self._year, "version": self._version.version, **part}
        places.open_papers(self.app, f"plan-{self._scope}", **of)

    def body(self) -> Iterable[Widget]:
        """The lines."""
        columns = (
            Column(width=3, right=True), Column(N_("What")), Column(N_("When"), width=12),
            Column(N_("Owner"), width=20),
        )  # fmt: skip
        yield PageList(*columns, empty=N_("No lines."), id="plan-version")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self.query_one("#plan-version", PageList).focus()

    def fill(self) -> None:
        """Read the version."""
        content = self._version.plain
        rows: list[Row] = []
        for section in content["sections"]:
            title = section["title_ru"] if texts.language() == "ru" else section["title_ky"]
            rows.append(Row(None, (f"{section['number']}. {title or section['title_ky']}",), "heading"))
            for at, line in enumerate(section["lines"]):
                owners = ", ".join(owner["listed"] for owner in line["owners"])
                cells = (str(line["number"]), line["text"], _term(line["term"]), owners)
                rows.append(Row((section["number"], at), cells))
        self.query_one("#plan-version", PageList).set_rows(rows)


def _term(of: dict[str, Any]) -> str:
    """A term of the canonical values in words."""
    begins, ends = (parse_date(of[name], today=clock.today()) if of.get(name) else None for name in ("begins", "ends"))
    return plan_words.term_of(of["kind"], begins, ends, of.get("month"), of.get("quarter"))
