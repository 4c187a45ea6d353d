"""The proposal to the pedagogical council to reward a teacher (DOMAIN.md 7)."""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules.points import shown
from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.dates import long_date
from templates_docx.evaluations import period
from templates_docx.headings import heading_values
from templates_docx.items import vote_sentence
from templates_docx.members import CATEGORIES
from templates_docx.values import BLANK, Filled, Record, Typed, Values, capital, sentence, signed


def earlier_lines(awards: Sequence[Record], on_card: str) -> list[str]:
    """Return earlier awards, a line each: those recorded, {"title", "year"}, then what the card says of others."""
    lines = [f"{of['title']} ({of['year']})" if of["year"] else str(of["title"]) for of in awards]
    known = " ".join(lines).casefold()
    return lines + [line.strip() for line in on_card.splitlines() if line.strip() and line.casefold() not in known]


def reward_values(heading: Record, reward: Record | None, paper: PaperLanguage) -> Filled:
    """Return the proposal; without one a sentence says that there is none.

    A reward is {"name": NAME, "subjects", "service_total", "service_teaching": years or None, "category",
    "category_year", "award", "earlier": [line], "grounds": [line], "standing": {"evaluation", "points": tenths, "rank",
    "people"} or None, "meeting": {"number", "date"} or None, "vote" (as of an item) or None, "state", "resolution",
    "resolution_number", "resolved_on": ISO or None}; `heading` has the day it was proposed.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    of = reward or {}
    values = heading_values(heading, typed, words) | {"there": reward is not None, **_asked(of, typed, words)}
    name = signed(of.get("name"))
    title = words.gettext("Proposal to reward, {name}").format(name=name) if reward else words.gettext("Reward")
    return Filled(values, title, typed.untranslated)


def _asked(of: Record, typed: Typed, words: NullTranslations) -> Values:
    """Return what the form asks, blanks where there is no proposal."""
    if not of:
        blank = dict.fromkeys(("full", "office", "award", "standing", "vote", "base", "resolution"), "")
        return blank | {"earlier": [], "grounds": []}
    return {
        "full": of["name"]["full"],
        "office": office(of, typed, words),
        "award": typed(of["award"]),
        "earlier": [typed(line) for line in of["earlier"]] or [words.gettext("none (awards)")],
        "grounds": [sentence(capital(typed(line))) for line in of["grounds"]] or [BLANK],
        "standing": _standing(of["standing"], words) if of["standing"] else "",
        "vote": capital(vote_sentence(of["vote"], words)) if of["vote"] else "",
        "base": _base(of["meeting"] or {"number": None, "date": None}, words),
        "resolution": _resolution(of, typed, words),
    }


def office(of: Record, typed: Typed, words: NullTranslations) -> str:
    """Write what a teacher teaches, how long, with which category, as far as it is known."""
    years = (of["service_total"], of["service_teaching"])
    service = " / ".join("–" if each is None else str(each) for each in years) if years != (None, None) else ""
    code = of["category"]
    category = words.gettext(CATEGORIES[code]) if code in CATEGORIES else ""
    known = (
        typed(of["subjects"]),
        typed(of["classes"]),
        service and words.gettext("service in all / teaching: {years}").format(years=service),
        category and words.gettext("category: {category}").format(category=category),
    )
    return "; ".join(part for part in known if part) or BLANK


def _standing(of: Record, words: NullTranslations) -> str:
    """Write «92,5 упай, 1-орун (12 мүчөнүн ичинен)» with the time evaluated."""
    points = words.gettext("{points} points").format(points=shown(of["points"]))
    rank = words.gettext("place {rank} of {people}").format(**of) if of["rank"] else ""
    return ": ".join((period(of, words), ", ".join(part for part in (points, rank) if part)))


def _base(of: Record, words: NullTranslations) -> str:
    said = words.gettext("Protocol of the association № {number}, {day} (the extract is attached)")
    return said.format(number=of["number"] or BLANK, day=long_date(of["date"], words) or BLANK)


def _resolution(of: Record, typed: Typed, words: NullTranslations) -> str:
    """Write the council's resolution; as long as there is none, room for it."""
    protocol = words.gettext("Protocol № {number}, {day}").format(
        number=of["resolution_number"] or BLANK, day=long_date(of["resolved_on"], words) or BLANK
    )
    outcome = {"granted": words.gettext("to reward"), "refused": words.gettext("not to reward")}.get(of["state"], "")
    return "; ".join(part for part in (protocol, typed(of["resolution"]) or outcome) if part)
