"""The words of the protocol in which schools differ, the quorum, the languages of papers, days before reports."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual.widget import Widget

from db import settings
from db.rules.head_deadline import MOST_DAYS
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, NumberInput

WORDS: dict[str, tuple[str, Sequence[str]]] = {
    "meeting_ky": (N_("The meeting is called"), ("отурум", "чогулуш", "жыйын")),
    "resolved_ky": (N_("Over the decisions"), ("ТОКТОМ КЫЛЫНДЫ", "ТОКТОМ КЫЛАТ", "ЧЕЧИМ КЫЛЫНДЫ", "ЧЕЧИМ")),
    "spoke_ky": (N_("Over the speeches"), ("ЧЫГЫП СҮЙЛӨШТҮ", "СҮЙЛӨШТҮ", "СҮЙЛӨГӨНДӨР", "СҮЙЛӨДҮ")),
    "resolved_ru": (N_("Over the decisions"), ("ПОСТАНОВИЛИ", "РЕШИЛИ")),
    "spoke_ru": (N_("Over the speeches"), ("ВЫСТУПИЛИ", "ВЫСТУПАЛИ")),
}
"""Setting → its label and the words that schools use."""


class WordsForm(CardScreen):
    """Words, quorum, languages."""

    HELP = N_(
        "Words in which the papers of schools differ. ← → or Space change a word. Protocols that are finished keep the "
        "words with which they were finished."
    )

    def title_text(self) -> str:
        """Where one is."""
        return _("Settings") + " · " + _("Words of the protocol, quorum")

    def parts(self) -> Iterable[Widget]:
        """The words by language, then the rest."""
        yield heading(N_("On Kyrgyz papers"))
        yield from (choice(name) for name in ("meeting_ky", "resolved_ky", "spoke_ky"))
        yield heading(N_("On Russian papers"))
        yield from (choice(name) for name in ("resolved_ru", "spoke_ru"))
        yield heading(N_("Languages"))
        languages = [("ky", _("in Kyrgyz")), ("ru", _("in Russian"))]
        for name, label in (("typing_language", N_("Protocols are typed")), ("paper_language", N_("Papers are made"))):
            yield ChoiceInput(name, label, languages, settings.get(name))
        yield heading(N_("Quorum"))
        percent = settings.get("quorum_percent")
        hint = N_("A meeting has a quorum with more than this part of the members.")
        yield NumberInput("quorum_percent", N_("Per cent"), percent, low=1, high=99, required=True, hint=hint)

        yield heading(N_("Reports to the head of studies"))
        days = settings.get("head_deadline_days")
        hint = N_("So many school days before a quarter ends; the home screen tells the day.")
        yield NumberInput(
            "head_deadline_days", N_("Days before"), days, low=0, high=MOST_DAYS, required=True, hint=hint
        )  # fmt: skip

        yield heading(N_("Open lessons"))
        days = settings.get("quarter_last_days")
        hint = N_("An open lesson in so many last school days of a quarter is warned of; 0 warns never.")
        yield NumberInput("quarter_last_days", N_("Days before"), days, low=0, high=MOST_DAYS, required=True, hint=hint)

        yield heading(N_("Control works"))
        mastery = settings.get("mastery_percent")
        hint = N_("A requirement that a smaller part of the pupils mastered is told as not mastered.")
        yield NumberInput("mastery_percent", N_("Per cent"), mastery, low=1, high=100, required=True, hint=hint)

        yield heading(N_("Courses"))
        years = settings.get("course_years") or "0"
        hint = N_("So many years after a course the next one is due; 0: no term, the law sets none.")
        yield NumberInput("course_years", N_("Years to the next one"), years, low=0, high=30, required=True, hint=hint)

    def submit(self, values: dict[str, Any]) -> None:
        """Save everything as one step."""
        self.save(settings.set_all, {name: str(value) for name, value in values.items()})


def choice(name: str) -> ChoiceInput:
    """A word with its usual forms; one that was chosen elsewhere stays among them."""
    label, usual = WORDS[name]
    chosen = settings.get(name)
    options = [*usual] if chosen in usual else [*usual, chosen]
    return ChoiceInput(name, label, [(word, word) for word in options], chosen)
