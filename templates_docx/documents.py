"""The register of documents: which there are, what selects one, and how its values are made.

Nothing slow is loaded here: topics, records and Word are imported when a document is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import Refused
from templates_docx.catalogue import N_, PaperLanguage, texts

if TYPE_CHECKING:
    from templates_docx.values import Filled

TEMPLATES = Path(__file__).parent
"""Where the program's own templates are, a folder for each language."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a document is made of; what is left out means the newest that applies."""

    association_id: int
    meeting_id: int | None = None
    items: tuple[int, ...] = ()
    """Numbers on the agenda; empty means all."""
    first_year: int | None = None
    """The year in which the school year begins."""
    version: int | None = None
    """A finished version of a protocol or a plan; None means the newest, or how it stands."""
    today: date = field(default_factory=date.today)
    quarter: int | None = None
    """Of a quarter's plan, 1 to 4; None means that of today."""
    month: int | None = None
    """Of a month's plan, 1 to 12; None means that of today."""
    record_id: int | None = None
    """Of a paper about one record (`Document.table`): an event, a sheet, a document; None means the newest."""
    person_id: int | None = None
    """Of a paper about one teacher; None means everyone."""
    class_name: str = ""
    """Of a paper about one class, as it is written: 4-А; empty means all."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document ready to be filled: `print_paper` makes its bytes, `files.write` puts them in their place."""

    values: dict[str, Any]
    template: Path
    title: str
    file_name: str
    untranslated: int
    """How many typed texts stand in the language they were typed in, on a paper of the other one."""
    final: bool
    """Whether the file must never be overwritten with another content."""


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document; `compose` is looked up only when needed, at its `topic`: «meetings.protocol»."""

    id: str
    source_title: str
    selectors: tuple[str, ...]
    topic: str
    final_kept: bool = False
    """Whether a finished protocol makes this paper final."""
    table: str = ""
    """The table of the one record that `Selection.record_id` names, for a paper about one record."""

    @property
    def compose(self) -> Callable[[Selection, PaperLanguage], tuple[Filled, bool]]:
        """The function that reads the records: (selection, paper) → (values, whether they are final)."""
        module, _dot, name = self.topic.partition(".")
        found = getattr(import_module(f"templates_docx.compose.{module}"), name)
        composing: Callable[[Selection, PaperLanguage], tuple[Filled, bool]] = found
        return composing

    def title(self, language: str) -> str:
        """The document's name in Kyrgyz, Russian or English."""
        if language == "ky" or language == "ru":
            return texts(language).gettext(self.source_title)
        return self.source_title


DOCUMENTS: dict[str, Document] = {
    each.id: each
    for each in (
        Document("protocol", N_("Protocol"), ("year", "meeting"), "meetings.protocol", True),
        Document("protocol-short", N_("Short protocol"), ("year", "meeting"), "meetings.protocol", True),
        Document("extract", N_("Extract from a protocol"), ("year", "meeting", "item"), "meetings.extract", True),
        Document("agenda", N_("Agenda, invitation"), ("year", "meeting"), "meetings.agenda"),
        Document("decisions", N_("Decisions and their fulfilment"), ("year", "meeting"), "meetings.decisions"),
        Document("protocol-journal", N_("Register of protocols"), ("year",), "meetings.journal"),
        Document("plan-year", N_("Year's plan"), ("year",), "plans.plan_year"),
        Document("plan-quarter", N_("Quarter's plan"), ("year", "quarter"), "plans.plan_quarter"),
        Document("plan-month", N_("Month's plan"), ("year", "month"), "plans.plan_month"),
        Document("plan-fact", N_("Plan and fact"), ("year",), "plans.plan_fact"),
        Document("norms", N_("Normative documents"), ("year",), "norms.norms"),
        Document("acquaintance", N_("Acquaintance sheet"), ("year", "uid"), "norms.acquaintance", table="norm"),
        Document("curriculum", N_("Changes of the curriculum"), ("year",), "curriculum.curriculum"),
        Document("calendar-plans", N_("Calendar plans"), ("year",), "curriculum.calendar_plans"),
        Document(
            "journal", N_("Association's journal"), ("year", "quarter", "month", "member", "class"), "journal.journal"
        ),
        Document(
            "open-lessons",
            N_("Schedule of open lessons"),
            ("year", "quarter", "member", "class"),
            "events.open_lessons",
        ),
        Document("visits", N_("Journal of mutual visits"), ("year", "quarter", "member", "class"), "events.visits"),
        Document("event", N_("Report on an event"), ("year", "uid"), "events.event", table="activity"),
        Document("week", N_("Subject week: plan and report"), ("year", "uid"), "events.week", table="activity"),
        Document(
            "tests",
            N_("Analysis of control works"),
            ("year", "quarter", "class", "member", "uid"),
            "control_tests.tests",
            table="control_test",
        ),
        Document("test-schedule", N_("Schedule of control works"), ("year", "quarter"), "control_tests.schedule"),
        Document("quality", N_("Quality of knowledge"), ("year", "quarter", "class", "member"), "quality.quality"),
        Document("marks-slip", N_("Slips of marks"), ("year", "quarter", "member"), "marks.slips"),
        Document(
            "programme", N_("Fulfilment of the programme"), ("year", "quarter", "member", "class"), "marks.programme"
        ),
        Document("transition", N_("Transition comparison"), ("year", "class"), "transition.transition"),
        Document("level-work", N_("Work by level of mastery"), ("year", "quarter", "class"), "transition.level_work"),
        Document("standard", N_("Standard: what is not mastered"), ("year", "quarter", "class"), "transition.missed"),
        Document("handover", N_("Handover of a class"), ("year", "uid"), "transition.handover", table="class_handover"),
        Document(
            "evaluation",
            N_("Evaluation sheet"),
            ("year", "quarter", "member", "uid"),
            "evaluations.sheet",
            table="evaluation",
        ),
        Document(
            "evaluation-self",
            N_("Self-assessment sheet, empty"),
            ("year", "quarter", "member", "uid"),
            "evaluations.own",
            table="evaluation",
        ),
        Document(
            "evaluation-summary",
            N_("Summary of the evaluation"),
            ("year", "quarter", "uid"),
            "evaluations.summary",
            table="evaluation",
        ),
        Document("criteria", N_("Criteria of incentive pay"), ("uid",), "criteria.criteria", table="criteria_version"),
        Document("appeal", N_("Appeal"), ("year", "uid"), "evaluations.appeal", table="appeal"),
        Document("analysis", N_("Analysis of the work, in full"), ("year", "quarter"), "analysis.full", True),
        Document("analysis-short", N_("Analysis of the work, short"), ("year", "quarter"), "analysis.short", True),
        Document("tasks", N_("Slips of tasks"), ("member",), "tasks.slips"),
        Document(
            "observation", N_("Lesson analysis"), ("year", "uid"), "observations.observation", table="observation"
        ),
        Document(
            "observation-form",
            N_("Lesson analysis, empty form"),
            ("year", "uid"),
            "observations.form",
            table="activity",
        ),
        Document("check", N_("Memo on a study"), ("year", "uid"), "studies.memo", table="study"),
        Document("letter", N_("Letter"), ("year", "uid"), "studies.letter", table="letter"),
        Document("member-everything", N_("All that is kept about a member"), ("member",), "everything.kept"),
        Document("reward", N_("Proposal to reward"), ("year", "member", "uid"), "rewards.reward", table="reward"),
        Document(
            "member-analysis",
            N_("Analysis of a member's work"),
            ("year", "quarter", "member", "uid"),
            "member_analysis.analysis_paper",
            table="member_analysis",
        ),
        Document("members", N_("Members"), (), "members.members"),
        Document("member", N_("Card of a member"), ("year", "member"), "growth.member"),
        Document("courses", N_("Courses and attestation"), ("year",), "growth.courses"),
        Document("best-practice", N_("Best practice"), ("member", "uid"), "growth.practice", table="practice"),
        Document("staffing", N_("Staffing"), ("year",), "journal.vacancies"),
        Document("folder", N_("Folder of the association"), ("year",), "folder.contents"),
    )
}
"""Every document by its id, in the order of menus."""


def listing(language: str = "ky") -> list[dict[str, Any]]:
    """Return every document as {"id", "title", "selectors"}."""
    return [{"id": each.id, "title": each.title(language), "selectors": list(each.selectors)}
            for each in DOCUMENTS.values()]  # fmt: skip


def make(document_id: str, selection: Selection, paper: PaperLanguage, own_templates: Path | None = None) -> Paper:
    """Read the records and return what the document prints; nothing is written.

    A template in the folder `own_templates/ky` or `/ru` is taken before the program's own.
    Raises Refused: document_unknown (name), meeting_missing, item_missing (number), version_missing (version),
    plan_part_unknown, and what the records refuse.
    """
    from db.rules.file_names import file_name

    if document_id not in DOCUMENTS:
        raise Refused("document_unknown", name=document_id)
    document = DOCUMENTS[document_id]
    filled, final = document.compose(selection, paper)
    title = filled.title if document_id != "protocol-short" else f"{filled.title} ({document.title(paper).lower()})"
    template = template_path(document_id, paper, own_templates)
    kept = final and document.final_kept
    name = f"{title} (ru)" if paper == "ru" and document_id == "protocol" else title  # «Протокол» is Kyrgyz too
    return Paper(filled.values, template, title, file_name(name), filled.untranslated, kept)


def template_path(document_id: str, paper: PaperLanguage, own_templates: Path | None = None) -> Path:
    """Return the leader's own template where there is one, else the program's."""
    name = Path(paper, f"{document_id}.docx")
    if own_templates is not None and (own_templates / name).is_file():
        return own_templates / name
    return TEMPLATES / name


def print_paper(paper: Paper) -> bytes:
    """Fill the template; raises what `render.render` raises."""
    from templates_docx.render import render

    return render(paper.template, paper.values, title=paper.title, final=paper.final)
