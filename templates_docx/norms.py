"""Normative documents on paper: their register, and the sheet on which those acquainted with one sign."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values

KINDS = {
    "other": "",
    "law": N_("law"),
    "decree": N_("decree"),
    "order": N_("order"),
    "regulation": N_("regulation"),
    "instruction": N_("instruction"),
    "standard": N_("standard"),
    "programme": N_("programme"),
    "letter": N_("letter"),
}
"""A document's kind, by the code of `norm.kind`."""
OFFICES = {"leader": N_("leader of the association"), "secretary": N_("secretary of the association")}
"""A member's office, by the role."""


def norms_values(heading: Record, norms: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the register of a school year.

    A norm is {"kind": code, "title", "number", "issued_on": ISO or None, "issuer", "state": code, "newer": title or
    "", "study_by": ISO or None, "meeting": number or None, "held_on": ISO or None, "studied": bool, "overdue": bool,
    "read": how many members, "members": of how many, "note"}; `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    rows = [_row(number, each, typed, words) for number, each in enumerate(norms, 1)]
    values = heading_values(heading, typed, words) | {"year": year, "rows": rows}
    return Filled(values, words.gettext("Normative documents, {year}").format(year=year), typed.untranslated)


def acquaintance_values(
    heading: Record, norm: Record | None, readers: Sequence[Record], paper: PaperLanguage
) -> Filled:
    """Return the sheet of one document; without one it says that there is none.

    A reader is {"name": NAME, "roles": codes, "classes", "read_on": ISO or None}.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    values = heading_values(heading, typed, words)
    if norm is None:
        blank = {"document": "", "issuer": "", "study_by": "", "studied": "", "rows": [], "summary": ""}
        return Filled(values | blank, words.gettext("Acquaintance sheet"), typed.untranslated)
    rows = [_reader(number, each, typed, words) for number, each in enumerate(readers, 1)]
    read = sum(bool(each["read_on"]) for each in readers)
    summary = words.gettext("Acquainted: {read} of {members}.").format(read=read, members=len(readers))
    document = _named(norm, typed, words)
    values |= {
        "document": document,
        "issuer": typed(norm["issuer"]),
        "study_by": long_date(norm["study_by"], words),
        "studied": _meeting(norm, words, long=True),
        "rows": rows,
        "summary": summary if rows else "",
    }
    title = words.gettext("Acquaintance sheet, {document}").format(document=norm["title"])
    return Filled(values, title, typed.untranslated)


def _row(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    studied = _meeting(of, words)
    if of["overdue"]:
        studied = _joined((studied, words.gettext("overdue")), "\n")
    return {
        "number": number,
        "title": _joined((typed(of["title"]), _kind(of, words))),
        "issued": _joined((of["number"] and f"№ {of['number']}", short_date(of["issued_on"])), "\n"),
        "issuer": typed(of["issuer"]),
        "state": _state(of, typed, words),
        "study_by": short_date(of["study_by"]),
        "studied": studied,
        "read": f"{of['read']} / {of['members']}" if of["read"] or of["studied"] or of["study_by"] else "",
        "note": typed(of["note"]),
    }


def _kind(of: Record, words: NullTranslations) -> str:
    source = KINDS[of["kind"]]
    return words.gettext(source) if source else ""


def _state(of: Record, typed: Typed, words: NullTranslations) -> str:
    if of["state"] == "replaced":
        return words.gettext("replaced by: {title}").format(title=typed(of["newer"]))
    return words.gettext(N_("no longer in force") if of["state"] == "void" else N_("in force"))


def _meeting(of: Record, words: NullTranslations, *, long: bool = False) -> str:
    """Name the meeting that studied it: «№ 1, 14.11.2026»; one to come is not named."""
    if not of["studied"]:
        return ""
    day = long_date(of["held_on"], words) if long else short_date(of["held_on"])
    return f"№ {of['meeting']}, {day}"


def _named(of: Record, typed: Typed, words: NullTranslations) -> str:
    """«Мамлекеттик стандарт (буйрук № 545/1, 20.08.2026)»."""
    number = f"№ {of['number']}" if of["number"] else ""
    before = _joined((_joined((_kind(of, words), number), " "), short_date(of["issued_on"])))
    return _joined((typed(of["title"]), f"({before})" if before else ""), " ")


def _reader(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    offices = [words.gettext(OFFICES[role]) for role in of["roles"] if role in OFFICES]
    return {
        "number": number,
        "full": of["name"]["full"],
        "office": _joined((*offices, words.gettext("teacher"), typed(of["classes"]))),
        "day": short_date(of["read_on"]) or "_" * 10,
        "signature": "_" * 12,
    }


def _joined(parts: Iterable[str], between: str = ", ") -> str:
    return between.join(part for part in parts if part)
