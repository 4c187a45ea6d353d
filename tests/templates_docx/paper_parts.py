"""What the papers' bodies share: conditions, repetitions, the head, a listing signed by the leader."""

from dataclasses import dataclass, field

from .word_parts import STYLES, Styles, paragraph, table, tag

Label = dict[str, str]
BLANK_LINE = "_" * 20
WIDE = 16838 - 1701 - 851
"""The width of a landscape page between its margins, in twentieths of a point."""
NARROW = 11906 - 1701 - 851
"""That of an upright page."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template to be written: its body, the page, the size of table text in half-points, the styles."""

    body: str
    landscape: bool = False
    cell: int = 24
    styles: Styles = field(default_factory=lambda: STYLES)


def when(condition: str, *lines: str) -> str:
    """Print lines only where the condition holds."""
    return tag(f"{{%p if {condition} %}}") + "".join(lines) + tag("{%p endif %}")


def each(name: str, values: str, *lines: str) -> str:
    """Print lines for each of the values."""
    return tag(f"{{%p for {name} in {values} %}}") + "".join(lines) + tag("{%p endfor %}")


def mark(label: Label) -> str:
    """Return the header's text: draft, example, both or nothing."""
    return (
        f"{{% if draft %}}{label['draft']}{{% endif %}}{{% if draft and example %}} · {{% endif %}}"
        f"{{% if example %}}{label['example']}{{% endif %}}"
    )


def letterhead(title: str) -> str:
    """Return school, association and title, centred."""
    return (
        when("ministry", paragraph("Head", "{{ ministry }}"))
        + paragraph("Head", "{{ school }}")
        + paragraph("Head", "{{ association }}")
        + paragraph("Title", title)
    )


def listing(label: Label, title: str, subtitle: str, columns: list[tuple[str, int, str]]) -> str:
    """Return the body of a wide table signed by the leader; a column is (label, share of the width, field)."""
    whole = sum(share for _, share, _ in columns)
    measured = [(label[name], WIDE * share // whole, f"{{{{ row.{field} }}}}") for name, share, field in columns]
    return (
        letterhead(label[title])
        + (paragraph("Subtitle", subtitle) if subtitle else "")
        + paragraph("DateLine", "{{ date }}\t{{ place }}")
        + table(measured, "rows", split=title == "journal_title")
        + paragraph("Signature", f"{label['leader']}\t{BLANK_LINE} {{{{ leader }}}}")
    )
