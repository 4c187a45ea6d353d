"""What every paper does with a record: blanks, full stops, names, heads, typed text in the other language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from templates_docx.catalogue import PaperLanguage

Record = Mapping[str, Any]
"""A part of the plain content of a paper: strings, numbers, None, lists and dicts."""
Values = dict[str, Any]
"""What a template prints: strings, numbers, lists and dicts only."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of one paper."""

    values: Values
    title: str
    """Names the file, without extension and not yet made safe for a disk."""
    untranslated: int
    """How many typed texts stand in the language they were typed in."""


BLANK = "____"
"""Stands where a requisite that every protocol must have is not known yet; it is filled in by hand."""


class Typed:
    """Typed text on a paper: its stock twin in the paper's language, else as it stands.

    `untranslated` counts the texts that stand in the language they were typed in on a paper of the other one.
    """

    def __init__(self, typed_in: str, paper: PaperLanguage, twins: Mapping[str, str]) -> None:
        self.foreign = typed_in != paper
        self.paper = paper
        self.twins = twins
        self.untranslated = 0

    def __call__(self, text: str) -> str:
        """Return what is printed for `text`, and count it when it stays untranslated."""
        text = text.strip()
        if not self.foreign:
            return text
        twin = self.twins.get(text)
        if twin is None and any(letter.isalpha() for letter in text):
            self.untranslated += 1
        return text if twin is None else twin

    def named(self, record: Record, *fields: str) -> str:
        """Return the first of the fields that is filled in the paper's language, else in the other, counted."""
        for field in fields:
            if found := record.get(f"{field}_{self.paper}"):
                return str(found).strip()
        other = "ru" if self.paper == "ky" else "ky"
        found = next((record[f"{field}_{other}"] for field in fields if record.get(f"{field}_{other}")), "")
        self.untranslated += bool(found)
        return str(found).strip()


def sentence(text: str) -> str:
    """Close a text with a full stop unless it is empty or closed already."""
    return text if not text or text[-1] in ".!?…:;" else f"{text}."


def capital(text: str) -> str:
    """Begin a text with a capital: she types fast and small, and a numbered point begins a sentence."""
    return text[:1].upper() + text[1:]


def open_end(text: str) -> str:
    """Take the full stop off, so that a remark in brackets can follow."""
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def signed(name: Record | None) -> str:
    """Write a name as under a document, «Г. М. Асанова», or nothing."""
    return str(name["signed"]) if name else ""


def signed_list(names: Sequence[Record]) -> str:
    """Write several names as one list, in their order."""
    return ", ".join(signed(name) for name in names)


def said(who: str, what: str) -> str:
    """Join a speaker and the gist with a dash; either may be empty."""
    return f"{who} – {what}" if who and what else who or what


def head(content: Record, typed: Typed) -> Values:
    """Return the marks and names that stand above every paper: draft, example, ministry, school, association."""
    return {
        "draft": False,
        "example": bool(content.get("example")),
        "ministry": typed.named(content["school"], "ministry"),
        "school": typed.named(content["school"], "head", "name") or BLANK,
        "association": typed.named(content["association"], "name") or BLANK,
    }
