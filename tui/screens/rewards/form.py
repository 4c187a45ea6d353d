"""The forms of a proposal to reward somebody, and of what the council resolved."""

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from db import settings
from db.rewards import proposals, reading
from db.rewards.rows import RewardRow, Standing
from db.rules.points import shown
from db.rules.redraft import redraft
from db.schools import person
from templates_docx.compose.rewards import draft_earlier, draft_grounds
from tui import clock, commands, current, evaluation_words, places, reward_words, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, DateInput, TextInput
from tui.widgets.shown import Shown


class RewardForm(CardScreen):
    """A proposal; without `reward_id` a new one for a person, its grounds drafted from the records."""

    COMMANDS = (
        commands.SAVE,
        Command("anew", "f7", N_("Anew"), N_("Gather the grounds from the records anew; your own lines stay.")),
        commands.WORD.but(help=N_("Make the proposal as a Word document.")),
    )
    HELP = N_(
        "A proposal to reward somebody: which award, her earlier awards, the grounds. Grounds and awards are gathered "
        "from the records; change them as you like, what you type stays as typed. F7 brings the figures up to date. "
        "F2 saves."
    )

    def __init__(self, reward_id: int = 0, person_id: int = 0, first_year: int = 0) -> None:
        super().__init__()
        self._row_id = reward_id
        self._of: RewardRow | None = reading.reward(reward_id) if reward_id else None
        self._person_id = self._of.person_id if self._of else person_id
        self._year = self._of.first_year if self._of else first_year
        self._called = person(self._person_id).name
        self.draft_key = f"reward:{reward_id or f'new:{person_id}'}"

    def title_text(self) -> str:
        """Whom, and how it stands."""
        state = _(reward_words.STATES[self._of.state]) if self._of else ""
        return " · ".join(part for part in (_("Reward proposal"), self._called.listed, state) if part)

    def parts(self) -> Iterable[Widget]:
        """Award, earlier awards, grounds, the evaluation that is named."""
        of, association_id = self._of, current.association_id()
        hint = N_("For example Ардак грамота, Алкыш кат, Мактоо грамотасы")
        yield TextInput("award", N_("Award"), of.award if of else "", required=True, hint=hint)
        grounds = of.grounds if of else "\n".join(self._drafted())
        yield TextInput("grounds", N_("Grounds"), grounds, long=True, hint=N_("A line each, with figures"))
        earlier = of.earlier if of else "\n".join(draft_earlier(association_id, self._person_id))
        yield TextInput("earlier", N_("Earlier awards"), earlier, long=True)
        known = standings(association_id, self._person_id)
        value = of.evaluation_id if of else (known[-1].evaluation_id if known else None)
        options = [("", "–"), *((str(each.evaluation_id), standing(each)) for each in known)]
        yield ChoiceInput("evaluation_id", N_("Evaluation"), options, str(value or ""))
        if of and of.resolved:
            yield Shown(_("The council has resolved: what is typed here cannot be saved."), classes="note")

    def _drafted(self) -> list[str]:
        language = settings.get("typing_language", current.association_id())
        return draft_grounds(current.association_id(), self._person_id, self._year, clock.today(), language)

    def action_anew(self) -> None:
        """Bring the figures of the grounds up to date."""
        field = self.field("grounds")
        field.raw = redraft(field.raw, self._drafted())
        self.say(_("The lines from the records are those of today; your own lines stay."))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was never saved is not printed."""
        return bool(self._row_id) if action == "word" else True

    def submit(self, values: dict[str, Any]) -> None:
        """Save the fields."""
        values["evaluation_id"] = int(values["evaluation_id"]) if values["evaluation_id"] else None
        if self._row_id:
            self.save(proposals.change, self._row_id, **values)
        else:
            self.save(proposals.add, current.association_id(), self._year, self._person_id, **values)

    def action_word(self) -> None:
        """Its paper."""
        places.open_papers(self.app, "reward", record_id=self._row_id)


class ResolutionForm(CardScreen):
    """What the council resolved; a reward granted becomes an award of hers."""

    HELP = N_(
        "What the pedagogical council resolved: number and day of its protocol. A reward granted stands among her "
        "awards at once; Ctrl+Z takes both back. F2 saves."
    )

    def __init__(self, reward_id: int) -> None:
        super().__init__()
        self._of = reading.reward(reward_id)
        self.draft_key = f"resolution:{reward_id}"

    def title_text(self) -> str:
        """Whom and which award."""
        return " · ".join((_("The council's resolution"), self._of.name.listed, self._of.award))

    def parts(self) -> Iterable[Widget]:
        """Granted or not, number, day, its words."""
        options = [(code, _(reward_words.STATES[code])) for code in ("granted", "refused")]
        yield ChoiceInput("state", N_("Resolution"), options, "granted")
        yield TextInput("number", N_("Protocol №"))
        yield DateInput("resolved_on", N_("Day"), words.day(clock.today()), parse=typed.past_day, required=True)
        yield TextInput("text", N_("Text"), long=True)

    def submit(self, values: dict[str, Any]) -> None:
        """Save it."""
        given = values["state"], values["number"], values["resolved_on"], values["text"]
        self.save(proposals.resolve, self._of.id, *given)


def standings(association_id: int, person_id: int) -> list[Standing]:
    """How she stands in the closed evaluations in which she has a sheet, by their days."""
    found = (reading.standing_of(each.id, person_id) for each in reading.closed(association_id))
    return [each for each in found if each is not None]


def standing(of: Standing) -> str:
    """Name an evaluation with her points and place."""
    place = _("place {place} of {people}").format(place=of.rank, people=of.people) if of.rank else ""
    points = _("points: {points}").format(points=shown(of.points))
    return ", ".join(part for part in (evaluation_words.part(of.period, of.part, of.first_year), points, place) if part)
