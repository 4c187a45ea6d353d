"""A meeting's content as the plain values of its papers: protocol, short protocol, extract, agenda."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.attendance import attendance_values
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import clock, long_date
from templates_docx.items import item_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values, head, sentence, signed

OF_THE_MEETING = {
    "отурум": N_("meeting of the association"),
    "чогулуш": N_("gathering of the association"),
    "жыйын": N_("assembly of the association"),
}
"""The line under the title, by the school's own word for a meeting (WORDS.md 12)."""
INVITATIONS = {
    "отурум": N_("Dear colleagues, we invite you to meeting № {number} of the association."),
    "чогулуш": N_("Dear colleagues, we invite you to gathering № {number} of the association."),
    "жыйын": N_("Dear colleagues, we invite you to assembly № {number} of the association."),
}
"""The invitation above an agenda."""


def protocol_values(content: Record, paper: PaperLanguage) -> Filled:
    """Return the full or the short protocol of one meeting: both templates print from the same values."""
    typed, words = _voice(content, paper)
    values = _meeting(content, typed, words) | attendance_values(content, typed, words)
    values["items"] = [_item(item, content, typed, words) for item in content["items"]]
    return Filled(values, _title(N_("Protocol № {number}"), content, words), typed.untranslated)


def extract_values(content: Record, wanted: Sequence[int], paper: PaperLanguage) -> Filled:
    """Return the extract of the items numbered `wanted` (of all when none is named), word for word."""
    typed, words = _voice(content, paper)
    values = _meeting(content, typed, words)
    attended = attendance_values({**content, "absent": [], "guests": []}, typed, words)
    items = [item for item in content["items"] if not wanted or item["number"] in wanted]
    values |= {"present_count": attended["present_count"], "quorum": attended["quorum"]}
    values["items"] = [_item(item, content, typed, words) for item in items]
    title = _title(N_("Extract from protocol № {number}"), content, words)
    numbers = ", ".join(str(item["number"]) for item in items)
    if wanted and numbers:
        title += words.gettext(", item {numbers}").format(numbers=numbers)
    return Filled(values, title, typed.untranslated)


def agenda_values(content: Record, paper: PaperLanguage) -> Filled:
    """Return the agenda that is sent out as an invitation, with the planned hour and minutes; it is never a draft."""
    typed, words = _voice(content, paper)
    values = _meeting(content, typed, words)
    planned = content["meeting"]["planned_time"] or content["meeting"]["started"]
    guests = attendance_values({**content, "present": [], "absent": []}, typed, words)["guests"]
    invitation = words.gettext(_by_word(INVITATIONS, content)).format(number=values["number"])
    values |= {"started": clock(planned), "guests": guests, "invitation": invitation, "draft": False}
    values["items"] = [
        {key: item[key] for key in ("number", "title", "reporter", "minutes")}
        for item in (_item(row, content, typed, words) for row in map(_bare, content["items"]))
    ]
    return Filled(values, _title(N_("Agenda of meeting № {number}"), content, words), typed.untranslated)


def _voice(content: Record, paper: PaperLanguage) -> tuple[Typed, NullTranslations]:
    return Typed(content["language"], paper, content["twins"]), texts(paper)


def _meeting(content: Record, typed: Typed, words: NullTranslations) -> Values:
    meeting, settings = content["meeting"], content["words"]
    return head(content, typed) | {
        "draft": not content["version"],
        "edition": _edition(content, typed, words),
        "number": meeting["number"] or BLANK,
        "subtitle": words.gettext(_by_word(OF_THE_MEETING, content)),
        "date": long_date(meeting["date"], words) or BLANK,
        "place": typed.named(content["school"], "place") or BLANK,
        "started": clock(meeting["started"]),
        "ended": clock(meeting["ended"]),
        "room": sentence(typed(meeting["place"])),
        "chair": signed(content["chair"]) or BLANK,
        "secretary": signed(content["secretary"]) or BLANK,
        "resolved": settings[f"resolved_{typed.paper}"],
        "spoke": settings[f"spoke_{typed.paper}"],
    }


def _item(item: Record, content: Record, typed: Typed, words: NullTranslations) -> Values:
    return item_values(item, content["words"]["meeting_ky"], typed, words)


def _bare(item: Record) -> Values:
    return {**item, "heard": "", "speeches": [], "proposals": [], "decisions": [], "vote": None, "candidates": []}


def _by_word(forms: dict[str, str], content: Record) -> str:
    return forms.get(content["words"]["meeting_ky"], forms["отурум"])


def _edition(content: Record, typed: Typed, words: NullTranslations) -> str:
    if content["version"] < 2:
        return ""
    reason = typed(content["amendment_reason"])
    pattern = words.gettext("version {number}. Reason: {reason}") if reason else words.gettext("version {number}")
    return pattern.format(number=content["version"], reason=reason)


def _title(pattern: str, content: Record, words: NullTranslations) -> str:
    meeting = content["meeting"]
    title = words.gettext(pattern).format(number=meeting["number"] or "")
    title = title.rstrip(" №")
    version = words.gettext("version {number}").format(number=content["version"]) if content["version"] > 1 else ""
    return ", ".join(filter(None, (title, meeting["date"], version)))
