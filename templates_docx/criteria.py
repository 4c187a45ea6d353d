"""The criteria of incentive pay (DOMAIN.md 4.3), as a council adopts them: what counts, how much, what proves it."""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules.points import shown
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date
from templates_docx.headings import heading_values
from templates_docx.values import BLANK, Filled, Record, Typed, Values

RULES = {
    "level": N_("by level"),
    "item": N_("for each, up to the maximum"),
    "once": N_("once"),
    "minus": N_("taken away"),
}
SCOPES = {"primary": N_("teachers of primary classes"), "middle": N_("teachers of middle and senior classes")}


def criteria_values(heading: Record, of: Record | None, sections: Sequence[Record], paper: PaperLanguage) -> Filled:
    """Return the table by sections; `of` is the version, None where there is none yet."""
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    made = [_section(each, typed, words) for each in sections]
    values = heading_values(heading, typed, words) | {
        "draft": of is not None and of["state"] == "draft",
        "adopted": _adopted(of, typed, words) if of else "",
        "sections": made,
        "total": shown(sum(each["most"] for each in sections)),
        "empty": words.gettext("There are no criteria yet."),
    }
    number = words.gettext("version {number}").format(number=of["number"]) if of else ""
    title = ", ".join(part for part in (words.gettext("Criteria of incentive pay"), number) if part)
    return Filled(values, title, typed.untranslated)


def _adopted(of: Record, typed: Typed, words: NullTranslations) -> str:
    """Which meeting or council adopted them and when, with room to write by hand in a draft."""
    day = long_date(of["adopted_on"], words) or BLANK
    if of["meeting_number"] is not None:
        meeting = words.gettext("Protocol of the association № {number}, {day}")
        return meeting.format(number=of["meeting_number"], day=day)
    return ", ".join((typed(of["adopted_by"]) or BLANK * 4, day))


def _section(of: Record, typed: Typed, words: NullTranslations) -> Values:
    name = typed.named(of, "name")
    most = words.gettext("at most {points}").format(points=shown(of["most"])) if of["most"] else ""
    return {
        "title": " – ".join(part for part in (name, most) if part),
        "lines": [_line(each, typed, words) for each in of["criteria"]],
    }


def _line(of: Record, typed: Typed, words: NullTranslations) -> Values:
    code, scope = of["rule"], of["scope"]
    rule = [words.gettext(RULES[code])]
    if scope in SCOPES:
        rule.append(words.gettext(SCOPES[scope]))
    if of["may_not_apply"]:
        rule.append(words.gettext("may not apply"))
    return {
        "number": str(of["number"]),
        "name": typed.named(of, "name"),
        "indicator": typed.named(of, "indicator"),
        "most": shown(-of["most"] if code == "minus" else of["most"]),
        "rule": "; ".join(rule),
        "proof": typed.named(of, "proof"),
    }
