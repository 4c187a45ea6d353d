"""Where a template's fields are filled: it may read plain values, walk lists and ask conditions, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from time import monotonic
from typing import Any

from jinja2 import nodes
from jinja2.runtime import LoopContext, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from db.errors import Refused

SECONDS = 10.0
"""The longest time that filling one template may take."""
CHARACTERS = 64_000_000
"""The longest XML that one part of a filled template may have."""
ALLOWED = frozenset({"first", "last", "length", "join", "upper", "lower"})
"""The filters that a leader may use in her own template."""
FORBIDDEN = (
    nodes.Call,
    nodes.CallBlock,
    nodes.Macro,
    nodes.Include,
    nodes.Extends,
    nodes.ImportedName,
    nodes.Import,
    nodes.FromImport,
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Mul,
    nodes.Mod,
    nodes.Pow,
)
"""What could run code or grow without end; a paper needs none of it."""


class Unknown(StrictUndefined):
    """A field that the paper does not have: refused at once, with the nearest name that it does have."""

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None) -> None:
        raise UnknownField(str(name))


class UnknownField(Exception):
    """The name that a template asked for in vain."""


class PaperEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's immutable sandbox, narrowed to plain values; every refusal is a `Refused`."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Unknown, finalize=_printed)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in ALLOWED} | {"_counted": self._counted}
        self.concat = self._bounded  # type: ignore[method-assign]
        self.deadline = monotonic() + SECONDS

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in tree.find_all(FORBIDDEN):
            raise Refused("template_forbidden", name=type(node).__name__.lower())
        for node in tree.find_all(nodes.Filter):
            if node.name not in ALLOWED:
                raise Refused("template_forbidden", name=node.name)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "_counted", [], [], None, None, lineno=loop.lineno)
        return tree

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Read a field of a dict, or the state of a loop; nothing else has attributes here."""
        if isinstance(obj, LoopContext) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Read a field of a dict or a line of a list."""
        if isinstance(obj, dict):
            return obj[argument] if argument in obj else self.undefined(name=argument)
        if isinstance(obj, list) and isinstance(argument, int) and argument < len(obj):
            return obj[argument]
        raise Refused("template_forbidden", name=str(argument))

    def _counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """Walk a list as long as there is time."""
        for value in values:
            if monotonic() > self.deadline:
                raise Refused("template_too_long")
            yield value

    def _bounded(self, pieces: Iterable[str]) -> str:
        """Join what a template printed as long as it stays a document."""
        kept, length = [], 0
        for piece in pieces:
            length += len(piece)
            if length > CHARACTERS:
                raise Refused("template_too_long")
            kept.append(piece)
        return "".join(kept)


def nearest_field(name: str, known: Sequence[str]) -> str:
    """Return the known field that is spelt most like `name`, or nothing."""
    return next(iter(get_close_matches(name, known, 1)), "")


def fields(value: Any) -> set[str]:
    """Return every name that a template may use, at any depth."""
    if isinstance(value, dict):
        return set(value).union(*map(fields, value.values()))
    return set().union(*map(fields, value)) if isinstance(value, list) else set()


def _printed(value: Any) -> Markup:
    """Escape for XML, and keep docxtpl from reading its own signs «{_{» and «_%}» in what people typed."""
    return Markup(str(escape(value)).replace("{_", "&#123;_").replace("_}", "_&#125;"))
