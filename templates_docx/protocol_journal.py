"""The register of a year's protocols: what was considered, who was there, what was decided (DOMAIN.md 12.3)."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.items import OUTCOMES, deadline_text
from templates_docx.tasks import state_text
from templates_docx.values import BLANK, Filled, Record, Typed, Values, open_end, said, sentence, signed


def journal_values(heading: Record, entries: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the register.

    An entry is {"content": a meeting's content, "cancelled": bool, "tasks": as in `decisions_values`}, by number;
    `heading` has the "year". A cancelled meeting keeps its number and says so.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    year = school_year(heading["year"], words)
    values = heading_values(heading, typed, words) | {"year": year}
    filled = [_row(entry, paper, words) for entry in entries]
    values["rows"] = [row for row, _ in filled]
    untranslated = typed.untranslated + sum(count for _, count in filled)
    return Filled(values, words.gettext("Register of protocols, {year}").format(year=year), untranslated)


def _row(entry: Record, paper: PaperLanguage, words: NullTranslations) -> tuple[Values, int]:
    content = entry["content"]
    typed = Typed(content["language"], paper, content["twins"])
    quorum, cancelled = content["quorum"], entry["cancelled"]
    titles = [f"{item['number']}. {sentence(typed(item['title']))}" for item in content["items"]]
    decided = [f"{item['number']}.{each['number']}. {sentence(typed(each['text']))}"
               for item in content["items"] for each in item["decisions"]]  # fmt: skip
    proposed = [_proposal(each, typed, words) for item in content["items"] for each in item["proposals"]]
    if cancelled:
        decided, proposed = [words.gettext(N_("Cancelled"))], []
    row = {
        "number": content["meeting"]["number"] or BLANK,
        "date": short_date(content["meeting"]["date"]) or BLANK,
        "agenda": "\n".join(titles),
        "present": "" if cancelled or not quorum["members"] else f"{quorum['present']} / {quorum['members']}",
        "decisions": "\n".join(decided),
        "proposals": "\n".join(proposed),
        "fulfilment": "\n".join(_fulfilment(task, content, paper) for task in entry["tasks"] if not cancelled),
    }
    return row, typed.untranslated


def _proposal(row: Record, typed: Typed, words: NullTranslations) -> str:
    text, outcome = typed(row["text"]), OUTCOMES.get(row["outcome"])
    remark = f" ({words.gettext(outcome)})" if outcome else ""
    return said(signed(row["name"]), f"{open_end(text)}{remark}.")


def _fulfilment(task: Record, content: Record, paper: PaperLanguage) -> str:
    words = texts(paper)
    line = f"{task['number']} – {state_text(task, paper)}"
    next_meeting = deadline_text(None, task["next_meeting"], content["words"]["meeting_ky"], words)
    term = short_date(task["deadline"]) or next_meeting
    if task["closed_on"] or not term:
        return line
    remark = words.gettext("term: {date}").format(date=term)
    return f"{line} ({remark})"
