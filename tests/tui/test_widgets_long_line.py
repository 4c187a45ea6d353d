"""The paragraph that is cut lazily looks like the one that is cut whole."""

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.text import Text

from tui.widgets.long_line import LongLine

CONSOLE = Console()
STYLES = [Style(reverse=True), Style(bold=True), Style(color="red")]


@given(st.text("абө «»", min_size=1, max_size=40), st.data())
def test_each_line_is_drawn_as_if_all_had_been_cut(text: str, data: st.DataObject) -> None:
    offsets = sorted(data.draw(st.sets(st.integers(1, len(text)), max_size=5)))
    whole, lazy = Text(text, end="", no_wrap=True), LongLine(text)
    for line in (whole, lazy):
        line.set_length(len(text) + 1)
    for style in STYLES:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(0, len(text) + 1))
        whole.stylize(style, start, end)
        lazy.stylize(style, start, end)
    expected, sections = whole.divide(offsets), lazy.divide(offsets)
    for at in range(len(offsets) + 1):
        expected[at].end = ""
        found = sections[at]
        found.end = ""
        assert list(found.render(CONSOLE)) == list(expected[at].render(CONSOLE))


def test_only_what_is_asked_for_is_cut() -> None:
    sections = LongLine("а" * 1000).divide(range(10, 1000, 10))
    assert sections[50].plain == "а" * 10
    assert sections[3].plain == ""
