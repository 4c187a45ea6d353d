"""The association's folder: its twenty papers (DOMAIN.md 6.3), which documents fill them, and the table of contents."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import school_year
from templates_docx.documents import DOCUMENTS, Selection
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed


@dataclass(frozen=True, slots=True)
class FolderPaper:
    """One paper of the folder: its number, its name (English source), the documents that fill it."""

    number: int
    source_title: str
    documents: tuple[str, ...] = ()

    def title(self, language: str) -> str:
        """The paper's name in Kyrgyz, Russian or English."""
        if language == "ky" or language == "ru":
            return texts(language).gettext(self.source_title)
        return self.source_title

    @property
    def made(self) -> tuple[str, ...]:
        """Those of its documents that the program makes."""
        return tuple(each for each in self.documents if each in DOCUMENTS)


PAPERS = (
    FolderPaper(1, N_("Regulation of the association, order of its formation")),
    FolderPaper(2, N_("Duties of the leader")),
    FolderPaper(3, N_("About the members (staff)"), ("members", "staffing")),
    FolderPaper(4, N_("Analysis of last year"), ("analysis-before",)),
    FolderPaper(5, N_("Year's work plan"), ("plan-year", "plan-fact")),
    FolderPaper(6, N_("Plans of the quarters"), ("plan-quarter",)),
    FolderPaper(7, N_("Plans of the months"), ("plan-month",)),
    FolderPaper(8, N_("Protocols and journal"), ("protocol-journal", "protocol", "journal")),
    FolderPaper(9, N_("Fulfilment of decisions"), ("decisions", "tasks")),
    FolderPaper(10, N_("Normative documents"), ("norms", "acquaintance")),
    FolderPaper(
        11, N_("Calendar plans considered, changes of the curriculum"), ("calendar-plans", "curriculum", "programme")
    ),
    FolderPaper(12, N_("Tests, feedback tests and their analysis"), ("test-schedule", "tests")),
    FolderPaper(13, N_("Monitoring of the quality of knowledge"), ("quality", "standard", "level-work")),
    FolderPaper(14, N_("Continuity"), ("transition", "handover")),
    FolderPaper(15, N_("Open lessons: schedule, analysis"), ("open-lessons", "observation", "check")),
    FolderPaper(16, N_("Journal of mutual visits"), ("visits",)),
    FolderPaper(17, N_("Extracurricular work, subject weeks, olympiads"), ("event", "week")),
    FolderPaper(18, N_("Best practice, self-education"), ("best-practice",)),
    FolderPaper(19, N_("Courses, attestation, mentoring"), ("courses",)),
    FolderPaper(
        20,
        N_("Evaluation of teachers, rewards, year-end analysis"),
        ("criteria", "evaluation-summary", "evaluation", "appeal", "reward", "member-analysis", "analysis"),
    ),
)
"""In the order of the folder. A document that the program does not make yet is not kept here yet."""

SWITCHED = {
    "observation": "observations", "visits": "visits", "event": "extracurricular", "week": "extracurricular",
    "check": "studies", "norms": "norms", "acquaintance": "acquaintance", "curriculum": "curriculum",
    **dict.fromkeys(("quality", "standard", "level-work", "transition", "handover", "programme"), "quality"),
    "criteria": "evaluations",
    "evaluation-summary": "evaluations", "evaluation": "evaluations", "appeal": "evaluations",
    "reward": "rewards",
    "calendar-plans": "curriculum", "courses": "courses", "best-practice": "practice",
    "tests": "tests", "test-schedule": "tests", "staffing": "staffing",
}  # fmt: skip
"""Document → the kind of records of which it is made, where a school may switch that off (`db.kept.KINDS`)."""

STATES = {
    "ready": N_("ready"),
    "nothing": N_("nothing yet"),
    "later": N_("not kept here yet"),
    "own": N_("her own paper, not put in yet"),
    "off": N_("not kept by this school"),
}
"""How a paper stands, by the code of `Standing.state`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One Word file of the folder: which document, of what, and its name without the ending."""

    number: int
    document_id: str
    selection: Selection
    name: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands: its files to be made, the files that she put in, and a code of `STATES`."""

    paper: FolderPaper
    state: str
    pieces: tuple[Piece, ...]
    own: tuple[Path, ...]


def folder_values(heading: Record, rows: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the table of contents.

    A row is {"number", "title": source, "files": names, "state": code of `STATES`}; `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    filled = []
    for each in rows:
        title, state = each["title"], STATES[each["state"]]
        shown = {"title": words.gettext(title), "state": words.gettext(state), "files": "\n".join(each["files"])}
        filled.append({"number": each["number"]} | shown)
    values = heading_values(heading, typed, words) | {"year": year, "rows": filled}
    return Filled(values, words.gettext("Folder of the association, {year}").format(year=year), typed.untranslated)
