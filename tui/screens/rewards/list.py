"""The proposals to reward somebody of a school year, and whom one might propose; the leader decides."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from textual import on
from textual.widget import Widget

from db import calendar
from db.errors import Refused
from db.meetings import items
from db.meetings.items import ItemOffer
from db.meetings.rows import MeetingRow
from db.rewards import proposals, reading, suggesting
from db.rewards.rows import RewardRow, Suggestion
from tui import clock, commands, current, places, reward_words, typed, words
from tui.commands import Command
from tui.screens.listing import OfYear
from tui.screens.norms.actions import offer
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.typed_person import one_person
from tui.widgets.fields import number
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.widgets.year_list import YEARS, YearList

PROMPT, ASK, PICK = "tui.widgets.dialogs:Prompt", "tui.widgets.dialogs:Ask", "tui.widgets.dialogs:Pick"
USUAL = "сыйлоо сыйлоого награждению наградить"
"""Words of the usual question."""
FORM, RESOLUTION = "tui.screens.rewards.form:RewardForm", "tui.screens.rewards.form:ResolutionForm"
OPEN_ONES = frozenset({"propose", "resolve", "delete"})
"""What can be done until the council has resolved."""


class RewardsScreen(OfYear, TiedScreen):
    """Proposals first, then suggestions; Enter on a suggestion begins a proposal."""

    COMMANDS = (
        Command("propose", "1", N_("Hand in"), N_("It went to the pedagogical council: which day.")),
        Command("resolve", "2", N_("Council"), N_("What the council resolved: № and day of its protocol.")),
        Command("reopen", "3", N_("Take back"), N_("Take the council's resolution back, with the award."),
                footer=False),
        Command("years", "4", N_("Years"), N_("After how many years without an award somebody is suggested."),
                footer=False),
        Command(
            "question", "5", N_("Question"),
            N_("At which question of a meeting it was discussed; 8 makes a new one."), footer=False,
        ),
        commands.NEW.but(help=N_("Propose somebody for a reward.")),
        commands.OPEN.but(help=N_("Open the proposal; of a suggestion begin one."), footer=False),
        commands.WORD.but(help=N_("Make the proposal to the pedagogical council.")),
        commands.DELETE.but(help=N_("Take away a proposal that the council has not resolved."), footer=False),
        *YEARS,
    )  # fmt: skip
    HELP = N_(
        "Whom to propose for a reward. F7 proposes somebody: her grounds are gathered from the records, with figures. "
        "8 puts the proposal on the agenda of a meeting, 1 notes that it went to the pedagogical council, 2 what the "
        "council resolved; a reward granted stands among her awards. Below are suggestions: who leads by points, who "
        "was not rewarded for years. You decide; Enter begins a proposal."
    )

    def __init__(self, first_year: int | None = None, reward_id: int = 0, person_id: int = 0) -> None:
        """A year, or that of a proposal which is chosen, or what concerns a person."""
        super().__init__()
        of = reading.reward(reward_id) if reward_id else None
        self._year = of.first_year if of else first_year or calendar.current_first_year(clock.today())
        self._wanted, self._person_id = reward_id, person_id
        self._rewards: dict[int, RewardRow] = {}
        self._suggested: dict[int, Suggestion] = {}

    def title_text(self) -> str:
        """The area and the year."""
        return " · ".join((_("Reward proposals"), words.school_year(self._year)))

    def body(self) -> Iterable[Widget]:
        """The list, and how the chosen one stands."""
        columns = (
            Column(N_("State"), width=12), Column(N_("Whom"), width=22), Column(N_("Award")),
            Column(N_("Meeting"), width=9),
        )  # fmt: skip
        yield YearList(*columns, empty=N_("No proposals yet. F7 proposes somebody for a reward."), id="rewards")
        yield Shown(id="whole", classes="below")

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        self._list.focus()
        hers = next((each.id for each in self._rewards.values() if each.person_id == self._person_id), 0)
        self._list.choose(self._wanted or hers or ("suggested", self._person_id))

    @property
    def _list(self) -> PageList:
        return self.query_one("#rewards", PageList)

    @property
    def chosen(self) -> RewardRow | None:
        """The proposal under the cursor."""
        key = self._list.key
        return self._rewards.get(key) if isinstance(key, int) else None

    @property
    def suggested(self) -> Suggestion | None:
        """The suggestion under the cursor."""
        key = self._list.key
        return self._suggested.get(key[1]) if isinstance(key, tuple) else None

    def come_back(self) -> None:
        """A proposal that was begun meanwhile is the chosen one."""
        known = set(self._rewards)
        super().come_back()
        if new := set(self._rewards) - known:
            self._list.choose(max(new))

    def fill(self) -> None:
        """Read the year and its suggestions."""
        association_id = current.association_id()
        self._rewards = {each.id: each for each in reading.rewards(association_id, self._year)}
        found = suggesting.suggestions(association_id, self._year, clock.today())
        self._suggested = {each.person_id: each for each in found}
        self._list.set_rows(list(rows(self._rewards.values(), found)))
        self._show_whole()

    @on(PageList.Highlighted, "#rewards")
    def _show_whole(self) -> None:
        shown = reward_words.whole(self.chosen) if self.chosen else ""
        if of := self.suggested:
            shown = "\n".join((of.name.full, reward_words.why(of), _("Enter – propose for a reward")))
        self.query_one("#whole", Shown).show(shown)
        self.refresh_commands()

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen proposal."""
        return ("reward", self.chosen.id) if self.chosen else None

    def tied_text(self) -> str:
        """Whom, and which award."""
        of = self.chosen
        return _("Proposal for a reward: {name}, {award}").format(name=of.name.listed, award=of.award) if of else ""

    def _make_item(self, record: tuple[str, int], of: MeetingRow, title: str | None) -> None:
        """The question stays known to the proposal: its paper names the protocol."""
        if title is not None:
            said = _("On the agenda of meeting {meeting}: {title}.").format(
                meeting=f"№ {of.number}, {words.day(of.held_on)}", title=title.rstrip(".")
            )
            self.app.save(proposals.put_on_agenda, record[1], of.id, title, then=partial(self._made, said))

    def action_question(self) -> None:
        """Offer the questions of the year's meetings; several proposals may stand under one."""
        if (of := self.chosen) is None:
            return
        found = items.item_offers(current.association_id(), self._year, self.tied_text(), of.agenda_item_id, USUAL)
        if not found:
            self.say(_("No meeting has a question yet: 8 puts it on the next agenda."), error=True)
            return
        question = _("At which question was it discussed? {name}").format(name=of.name.listed)
        self.app.open_dialog(PICK, question, [offer(each) for each in found], then=partial(self._asked, of, found))

    def _asked(self, of: RewardRow, found: Sequence[ItemOffer], at: int | None) -> None:
        if at is not None:
            self.write(proposals.discussed_at, of.id, found[at].agenda_item_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a proposal needs one that can take it."""
        if not self.is_mounted:
            return True
        of = self.chosen
        if action in OPEN_ONES:
            return of is not None and not of.resolved
        if action == "question":
            return of is not None
        if action == "reopen":
            return of is not None and of.resolved
        return True

    @on(PageList.Opened, "#rewards")
    def action_open(self) -> None:
        """Open the proposal, or begin one."""
        if of := self.chosen:
            self.app.open(FORM, reward_id=of.id)
        elif suggested := self.suggested:
            self._begin(suggested.person_id)

    def action_new(self) -> None:
        """Ask whom; a suggestion is offered."""
        offered = self.suggested.name.listed if self.suggested else ""
        known = {self.suggested.person_id: offered} if self.suggested else {}
        check = partial(_somebody, known=known)
        self.app.open_dialog(PROMPT, _("Whom to propose? A surname or a few letters"), offered, check, then=self._begin)

    def _begin(self, person_id: int | None) -> None:
        if person_id is not None:
            self.app.open(FORM, person_id=person_id, first_year=self._year)

    def action_propose(self) -> None:
        """Ask for the day: that of the meeting, else today."""
        if of := self.chosen:
            day = words.day(of.proposed_on or min(of.meeting_day or clock.today(), clock.today()))
            question = _("Which day did it go to the pedagogical council?")
            self.app.open_dialog(PROMPT, question, day, typed.past_day, then=partial(self._proposed, of))

    def _proposed(self, of: RewardRow, day: Any) -> None:
        if day is not None:
            self.write(proposals.propose, of.id, day)

    def action_resolve(self) -> None:
        """What the council resolved."""
        if of := self.chosen:
            self.app.open(RESOLUTION, reward_id=of.id)

    def action_reopen(self) -> None:
        """Ask, then take the resolution back."""
        if of := self.chosen:
            question = _("Take back what the council resolved? An award that came of it goes too.")
            self.app.open_dialog(ASK, f"{question}\n{of.name.listed}", then=partial(self._if, proposals.reopen, of.id))

    def action_delete(self) -> None:
        """Ask, then take the proposal away."""
        if of := self.chosen:
            question = f"{_('Take away this proposal?')}\n{of.name.listed}, {of.award}"
            self.app.open_dialog(ASK, question, then=partial(self._if, proposals.remove, of.id))

    def _if(self, action: Callable[..., Any], reward_id: int, yes: bool) -> None:
        if yes:
            self.write(action, reward_id)

    def write(self, action: Callable[..., Any], *args: Any) -> None:
        """Have it done and show it."""
        self.app.save(action, *args, then=lambda _none: self.app.refresh_screens())

    def action_years(self) -> None:
        """Ask for the number of years."""
        question = _("Suggest who was not rewarded for how many years?")
        known = str(suggesting.years(current.association_id()))
        check = partial(number, low=1, high=suggesting.MOST_YEARS)
        self.app.open_dialog(PROMPT, question, known, check, then=self._years)

    def _years(self, count: Any) -> None:
        if count:
            self.write(suggesting.set_years, current.association_id(), int(count))

    def action_word(self) -> None:
        """The paper of the chosen proposal, and the extract of the protocol that goes with it."""
        of = self.chosen
        papers = ("reward", "extract") if of and of.meeting_id else ("reward",)
        known = {"record_id": of.id if of else None, "meeting_id": of.meeting_id if of else None}
        place = reading.place_of(of) if of else None
        places.open_papers(self.app, "reward", *papers, **known, items=(place,) if place else ())


def _somebody(text: str, known: dict[int, str]) -> int:
    """Read whom; raises Refused `required`, `not_found`, `several_found`."""
    found = one_person(text.strip(), current.association_id(), known)
    if found is None:
        raise Refused("required")
    return found


def rows(found: Iterable[RewardRow], suggested: Iterable[Suggestion]) -> Iterable[Row]:
    """The proposals, then the suggestions under their heading."""
    for of in found:
        cells = (_(reward_words.STATES[of.state]), of.name.listed, of.award, reward_words.meeting(of))
        yield Row(of.id, cells, "dim" if of.state == "refused" else "")
    known = list(suggested)
    if known:
        yield Row(None, (_("WHO MIGHT BE PROPOSED"),), "heading")
    for each in known:
        yield Row(("suggested", each.person_id), ("", each.name.listed, reward_words.why(each), ""), "")
