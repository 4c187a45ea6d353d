"""What the records tell of a teacher, as sentences: the draft of her half-year's analysis and of grounds for a reward.

Names and titles stand after a colon; nothing is inflected.
"""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules import quality
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.members import CATEGORIES
from templates_docx.quality_words import moved
from templates_docx.values import Record

NAMED = {
    "reported": N_("Reports at meetings: {titles}."),
    "open_lesson": N_("Open lessons: {titles}."),
    "event": N_("Events held: {titles}."),
    "pupils": N_("Pupils' results: {titles}."),
    "course": N_("Courses: {titles}."),
    "attestation": N_("Category given: {detail}."),
    "practice": N_("Best practice ({detail}): {titles}."),
    "mentoring": N_("Mentor of: {titles}."),
    "mentored": N_("Has a mentor: {titles}."),
    "award": N_("Awards: {titles}."),
    "methodical_work": N_("Methodical work: {titles}."),
    "self_education": N_("Self-education: {titles}; stages done: {count} of {of}."),
}
COUNTED = {
    "meetings": N_("Meetings attended: {count} of {of}."),
    "tasks": N_("Tasks fulfilled: {count} of {of}."),
    "overdue": N_("Tasks overdue: {count}."),
    "spoke": N_("Speeches at meetings: {count}."),
    "proposed": N_("Proposals made: {count}."),
    "visited": N_("Colleagues' lessons visited: {count}."),
    "was_visited": N_("Visits to the teacher's lessons: {count}."),
    "sheet": N_("Lesson analyses written: {count}."),
    "studied": N_("Normative documents studied: {count}."),
}
SHARES = {
    "quality": (
        N_("Quality of knowledge, {place}: {now}."),
        N_("Quality of knowledge, {place}: {now} (before {before}; {moved})."),
    ),
    "passed": (N_("Pass rate, {place}: {now}."), N_("Pass rate, {place}: {now} (before {before}; {moved}).")),
}
STAGES = {"study": N_("study"), "generalise": N_("generalisation"), "spread": N_("spreading")}
"""Of best practice, by code."""


def sentences(facts: Sequence[Record], paper: PaperLanguage) -> list[str]:
    """Return a sentence a fact, in the order given.

    A fact is {"kind", "count", "of", "titles", "detail", "value", "before"}, shares as fractions in percent or None.
    """
    words = texts(paper)
    return [_sentence(of, words) for of in facts]


def _sentence(of: Record, words: NullTranslations) -> str:
    kind = of["kind"]
    if kind in SHARES:
        return _share(of, words)
    if kind in COUNTED:
        return words.gettext(COUNTED[kind]).format(count=of["count"], of=of["of"])
    code = of["detail"]
    known = STAGES.get(code) or CATEGORIES.get(code)
    titles = "; ".join(each.rstrip(".") for each in of["titles"] if each)
    said = words.gettext(NAMED[kind])
    detail = words.gettext(known) if known else code
    return said.format(titles=titles or "–", detail=detail, count=of["count"], of=of["of"])


def _share(of: Record, words: NullTranslations) -> str:
    alone, compared = SHARES[of["kind"]]
    change = moved(of["before"], of["value"], words)
    said = words.gettext(compared if change else alone)
    before, now = quality.percent(of["before"]), quality.percent(of["value"])
    return said.format(place=of["detail"], now=now, before=before, moved=change)
