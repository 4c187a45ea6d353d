"""The analysis of a member's work in a half-year: what the records tell, then the leader's judgement and advice."""

from gettext import NullTranslations

from templates_docx.catalogue import PaperLanguage, texts
from templates_docx.dates import school_year
from templates_docx.headings import heading_values
from templates_docx.rewards import office
from templates_docx.values import Filled, Record, Typed, Values, capital, sentence, signed

TEXTS = ("strong", "weak", "conclusion", "advice")


def analysis_values(heading: Record, analysis: Record | None, paper: PaperLanguage) -> Filled:
    """Return the analysis; without one a sentence says that there is no member yet.

    An analysis is {"name": NAME, "year", "half": 1 or 2, "kept": bool, "subjects", "classes", "service_total",
    "service_teaching", "category", "facts": [line], "strong", "weak", "conclusion", "advice"}; one that was not kept
    yet is a draft.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    of = analysis or {}
    time = half_year(of["year"], of["half"], words) if of else ""
    values = heading_values(heading, typed, words) | {
        "there": bool(of),
        "draft": bool(of) and not of["kept"],
        "time": time,
        "full": of["name"]["full"] if of else "",
        "office": office(of, typed, words) if of else "",
        "facts": [sentence(capital(typed(line))) for line in of.get("facts", ())],
        **{name: _lines(of.get(name, ""), typed) for name in TEXTS},
        "signed": signed(of.get("name")),
    }
    title = words.gettext("Analysis of a member's work, {name}, {time}").format(name=values["signed"] or "–", time=time)
    return Filled(values, title, typed.untranslated)


def half_year(year: int, half: int, words: NullTranslations) -> str:
    """Name a half-year: «2026-2027-окуу жылы, 1-жарым жылдык»."""
    return f"{school_year(year, words)}, {words.gettext('half-year {number}').format(number=half)}"


def _lines(text: str, typed: Typed) -> Values | list[str]:
    return [sentence(typed(line)) for line in text.splitlines() if line.strip()]
