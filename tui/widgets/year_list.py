"""A list of one school year: PgUp and PgDn show the year before and the year after."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.commands import Command
from tui.texts import N_
from tui.widgets.lists import PageList

YEARS = (
    Command("earlier", "pageup", N_("Year before"), N_("Show the school year before."), footer=False),
    Command("later", "pagedown", N_("Year after"), N_("Show the school year after."), footer=False),
)
"""What a screen with such a list answers with `action_earlier` and `action_later`."""

NARROWER = Command("narrower", "right", N_("Filter"), N_("Show others."), footer=False)
WIDER = Command("wider", "left", N_("Filter"), N_("Show the filter before."), footer=False)


class YearList(PageList):
    """Its screen turns the years."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.earlier", show=False), Binding("pagedown", "screen.later", show=False),
    ]  # fmt: skip
