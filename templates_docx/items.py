"""One agenda item on paper: heard, questions, speeches, proposals, candidates, decisions, vote."""

from gettext import NullTranslations

from templates_docx.catalogue import N_
from templates_docx.dates import long_date
from templates_docx.values import BLANK, Record, Typed, Values, capital, open_end, said, sentence, signed, signed_list

SPEECHES = {
    "speech": N_("{line}"),
    "question": N_("Question: {line}"),
    "answer": N_("Answer: {line}"),
    "criticism": N_("Critical opinion: {line}"),
    "remark": N_("Remark: {line}"),
}
"""How a speech is introduced, by the code of `speech.kind`."""
QUESTIONS = ("question", "answer")
"""The kinds that stand right after the report, before the heading of the speeches."""

OUTCOMES = {
    "accepted": N_("adopted"),
    "rejected": N_("not adopted"),
    "postponed": N_("put off"),
    "merged": N_("merged with another proposal"),
}
"""What became of a proposal, by the code of `proposal.outcome`; an open one has no remark."""

NEXT_MEETING = {
    "отурум": N_("until the next meeting"),
    "чогулуш": N_("until the next gathering"),
    "жыйын": N_("until the next assembly"),
}
"""The term "next meeting" by the school's own word for a meeting (WORDS.md 12)."""

PARTS = ("heard", "speeches", "proposals", "decisions", "vote", "candidates")
"""What is written about an item during the meeting; an item without any of them was not dealt with."""


def item_values(item: Record, meeting_word: str, typed: Typed, texts: NullTranslations) -> Values:
    """Return one item as a template prints it; parts without content are empty."""
    title = sentence(capital(typed(item["title"])))
    reporter = signed(item["reporter"]) or item["reporter_guest"]
    gist = typed(item["heard"]) or (title if any(item[part] for part in PARTS) else BLANK)
    return {
        "number": item["number"],
        "title": title or BLANK,
        "reporter": reporter,
        "minutes": item["planned_minutes"] or "",
        "heard": said(reporter, sentence(gist) if gist != BLANK else gist),
        "questions": [_speech(row, typed, texts) for row in item["speeches"] if row["kind"] in QUESTIONS],
        "speeches": [_speech(row, typed, texts) for row in item["speeches"] if row["kind"] not in QUESTIONS],
        "proposals": [_proposal(row, typed, texts) for row in item["proposals"]],
        "candidates": [_candidate(row, texts) for row in item["candidates"]],
        "decisions": [decision_values(row, item["number"], meeting_word, typed, texts) for row in item["decisions"]],
        "vote": vote_sentence(item["vote"], texts) if item["vote"] else "",
    }


def decision_values(row: Record, item: int, meeting_word: str, typed: Typed, texts: NullTranslations) -> Values:
    """Return a decision with its full number «2.1.», owners and deadline, each closed with a full stop."""
    deadline = deadline_text(row["deadline"], row["deadline_next_meeting"], meeting_word, texts)
    return {
        "number": f"{item}.{row['number']}.",
        "text": sentence(capital(typed(row["text"]))) or BLANK,
        "owners": sentence(signed_list(row["owners"])),
        "several": len(row["owners"]) > 1,
        "deadline": sentence(deadline),
    }


def deadline_text(day: str | None, next_meeting: bool, meeting_word: str, texts: NullTranslations) -> str:
    """Write a term: a date in full, the next meeting, or nothing."""
    if day or not next_meeting:
        return long_date(day, texts)
    return texts.gettext(NEXT_MEETING.get(meeting_word, NEXT_MEETING["отурум"]))


def vote_sentence(vote: Record, texts: NullTranslations) -> str:
    """Write how the members voted; zero votes print as a word (WORDS.md 1)."""
    if vote["unanimous"]:
        return texts.gettext("adopted unanimously.")
    parts = [
        _votes(N_("for – {count}"), vote["for"], texts),
        _votes(N_("against – {count}"), vote["against"], texts),
        _votes(N_("abstained – {count}"), vote["abstained"], texts),
    ]
    if vote["not_voting"]:
        parts.append(_votes(N_("did not vote – {count}"), vote["not_voting"], texts))
    return sentence(", ".join(parts))


def _votes(pattern: str, count: int, texts: NullTranslations) -> str:
    return texts.gettext(pattern).format(count=count or texts.gettext("none"))


def _speech(row: Record, typed: Typed, texts: NullTranslations) -> str:
    line = said(signed(row["name"]) or row["guest"], sentence(typed(row["text"])))
    return texts.gettext(SPEECHES.get(row["kind"], "{line}")).format(line=line)


def _proposal(row: Record, typed: Typed, texts: NullTranslations) -> str:
    text = typed(row["text"])
    outcome = OUTCOMES.get(row["outcome"])
    if outcome is None:
        return said(signed(row["name"]), sentence(text))
    reason = open_end(typed(row["reason"]))
    remark = f"{texts.gettext(outcome)}: {reason}" if reason else texts.gettext(outcome)
    return said(signed(row["name"]), f"{open_end(text)} ({remark}).")


def _candidate(row: Record, texts: NullTranslations) -> str:
    votes = row["votes"]
    if not votes:
        return texts.gettext("Candidate: {name} – no votes.").format(name=signed(row["name"]))
    pattern = texts.ngettext("Candidate: {name} – {count} vote.", "Candidate: {name} – {count} votes.", votes)
    return pattern.format(name=signed(row["name"]), count=votes)
