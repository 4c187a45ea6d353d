"""The association's folder: which papers stand ready in a year, and its table of contents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from db import folder as records
from db import kept
from db.control_tests import reading
from db.folder import Named
from db.quality.levels import quarters_with_work
from db.quality.views import by_quarter
from db.rules.file_names import file_name
from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.compose.selecting import year_of
from templates_docx.dates import short_date
from templates_docx.documents import DOCUMENTS, Selection
from templates_docx.folder import PAPERS, SWITCHED, FolderPaper, Piece, Standing, folder_values
from templates_docx.headings import heading
from templates_docx.plan_terms import month_name
from templates_docx.values import Filled, Record

QUARTERS = (1, 2, 3, 4)
MONTHS = (9, 10, 11, 12, 1, 2, 3, 4, 5)
"""The months of a school year that have a plan."""
LONGEST_NAME = 60
"""Characters of a record's own title in a file's name."""


def standings(selection: Selection, paper: PaperLanguage) -> list[Standing]:
    """How the twenty papers of a year stand; a few queries, however many records."""
    year = year_of(selection)
    of = replace(selection, first_year=year)
    counts = records.counts(selection.association_id, year)
    own = records.own_files(selection.association_id)
    off = kept.not_kept(selection.association_id)
    return [_standing(each, of, counts, tuple(own.get(each.number, ())), off, paper) for each in PAPERS]


def contents(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return the table of contents, as the folder would be made now."""
    found = standings(selection, paper)
    names = {each.paper.number: [*(piece.name for piece in each.pieces), *_names(each.own)] for each in found}
    return contents_of(selection, found, names, paper), False


def contents_of(
    selection: Selection, found: Sequence[Standing], files: dict[int, list[str]], paper: PaperLanguage
) -> Filled:
    """Return the table of contents over files that were made, by the paper's number."""
    rows: list[Record] = [
        {
            "number": each.paper.number,
            "title": each.paper.source_title,
            "files": files.get(each.paper.number, []),
            "state": each.state,
        }
        for each in found
    ]
    base = {**heading(selection.association_id, selection.today), "year": year_of(selection)}
    return folder_values(base, rows, paper)


def _standing(
    of: FolderPaper, selection: Selection, counts: dict[str, int], own: tuple[Path, ...], off: frozenset[str],
    paper: PaperLanguage,
) -> Standing:  # fmt: skip
    pieces: list[Piece] = []
    made = [each for each in of.made if SWITCHED.get(each, "") not in off]
    for document_id in made:
        if counts.get(document_id, 0):
            pieces += _pieces(of.number, document_id, selection, paper)
    waiting = "nothing" if made else "off" if of.made else "later" if of.documents else "own"
    state = "ready" if pieces or own else waiting
    return Standing(of, state, tuple(pieces), own)


def _pieces(number: int, document_id: str, selection: Selection, paper: PaperLanguage) -> Iterator[Piece]:
    """A document once, or once for each quarter, month or record."""
    title = DOCUMENTS[document_id].title(paper)
    for part, name in _parts(document_id, selection, paper):
        stem = " ".join(filter(None, (f"{number:02}", title, name)))
        yield Piece(number, document_id, part, file_name(stem, ".docx").removesuffix(".docx"))


def _parts(document_id: str, selection: Selection, paper: PaperLanguage) -> Iterator[tuple[Selection, str]]:
    words = texts(paper)
    if document_id == "plan-quarter":
        for quarter in QUARTERS:
            yield replace(selection, quarter=quarter), words.gettext("quarter {number}").format(number=quarter)
    elif document_id == "test-schedule":
        found = reading.works(selection.association_id, selection.first_year or 0)
        quarters = sorted({each.quarter for each in found if each.quarter and each.state != "cancelled"})
        if not quarters:
            yield selection, ""
        for quarter in quarters:
            yield replace(selection, quarter=quarter), words.gettext("quarter {number}").format(number=quarter)
    elif document_id == "level-work":
        for quarter in quarters_with_work(selection.association_id, selection.first_year or 0):
            yield replace(selection, quarter=quarter), words.gettext("quarter {number}").format(number=quarter)
    elif document_id == "quality":
        quarters = [part for part, _found in by_quarter(selection.association_id, selection.first_year or 0)]
        if not quarters:
            yield selection, ""
        for quarter in quarters:
            yield replace(selection, quarter=quarter), words.gettext("quarter {number}").format(number=quarter)
    elif document_id == "plan-month":
        for place, month in enumerate(MONTHS, 1):
            yield replace(selection, month=month), f"{place:02} {month_name(month, words)}"
    elif document_id in records.EACH:
        for each in records.named(selection.association_id, selection.first_year or 0, document_id):
            meeting = document_id == "protocol"
            ids = {"meeting_id": each.id} if meeting else {"record_id": each.id}
            yield replace(selection, **ids), _named(each, meeting=meeting)  # type: ignore[arg-type]
    else:
        yield selection, ""


def _named(of: Named, *, meeting: bool) -> str:
    day = short_date(of.day.isoformat()) if of.day else ""
    short = of.name if len(of.name) <= LONGEST_NAME else of.name[: LONGEST_NAME + 1].rsplit(" ", 1)[0][:LONGEST_NAME]
    return " ".join(filter(None, ((f"№ {of.name}", day) if meeting else (day, short.strip()))))


def _names(own: Sequence[Path]) -> list[str]:
    return [path.name for path in own]
