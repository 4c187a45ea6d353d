"""A paragraph of which only the lines one sees are cut out.

For each visible line Textual's TextArea divides the whole paragraph into all its lines; with a paragraph of ten pages
that made a key take a second. This text gives the one line that is asked for.
"""

from collections.abc import Iterable

from rich.text import Span, Text

_NOTHING = Text()


class LongLine(Text):
    """A paragraph without tabs and control characters (the gate keeps them out)."""

    def __init__(self, plain: str) -> None:
        super().__init__(end="", no_wrap=True)
        self._text, self._length = [plain], len(plain)

    def set_length(self, new_length: int) -> None:
        """Make room for the cursor at the end."""
        if new_length > self._length:
            self._text = [self.plain + " " * (new_length - self._length)]
            self._length = new_length

    def divide(self, offsets: Iterable[int]) -> "Sections":  # type: ignore[override]
        """Cut nothing yet."""
        return Sections(self, [0, *offsets, self._length])


class Sections:
    """The lines of a paragraph; each is cut when it is asked for."""

    def __init__(self, line: LongLine, bounds: list[int]) -> None:
        self._line, self._bounds = line, bounds
        self._asked = -1

    def __getitem__(self, at: int) -> Text:
        """The line at `at`. The lines before one that was asked for are only asked for their tabs: there are none."""
        if 0 <= at < self._asked:
            return _NOTHING
        self._asked = at
        start, end = self._bounds[at], self._bounds[at + 1]
        section = Text(self._line.plain[start:end])
        spans = [Span(max(span.start - start, 0), min(span.end, end) - start, span.style) for span in self._line.spans]
        section.spans = [span for span in spans if span.start < span.end]
        return section
