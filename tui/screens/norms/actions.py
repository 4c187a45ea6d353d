"""What is done to a normative document, one key each: the same in the list and on the document itself."""

from functools import partial
from pathlib import Path

from db.meetings.items import ItemOffer, beginnings
from db.norms import keeping, register, studying
from db.norms.rows import NormRow
from tui import clock, commands, fulfil, jobs, norm_words, opening, places, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen

STUDY = Command("study", "1", N_("Learnt"), N_("Studied at a meeting: all who were there become acquainted."))
FILE = Command("attach", "2", N_("File"), N_("Keep a copy of its file beside the data."), footer=False)
FORCE = Command("force", "3", N_("In force?"), N_("Replaced by another document, void, or in force."), footer=False)
OF_A_NORM = frozenset({"study", "attach", "force", "change", "delete", "open", "word"})
ENDINGS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".jpg", ".jpeg", ".png")
PICK, ASK = "tui.widgets.dialogs:Pick", "tui.widgets.dialogs:Ask"


class NormActions(TiedScreen):
    """A screen on which a document is chosen."""

    NORM = (
        STUDY, FILE, FORCE,
        commands.EDIT.but(id="change", help=N_("Change the document's fields."), footer=False),
        commands.DELETE.but(help=N_("Remove a document that was entered by mistake."), footer=False),
    )  # fmt: skip

    @property
    def chosen_norm(self) -> NormRow | None:
        """The document that the keys are about."""
        raise NotImplementedError

    def tied_record(self) -> tuple[str, int] | None:
        """The chosen document."""
        return ("norm", of.id) if (of := self.chosen_norm) else None

    def tied_text(self) -> str:
        """A question, task or line of the plan is about studying it."""
        return _("Study of the normative document: {title}").format(title=of.title) if (of := self.chosen_norm) else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is done to a document is offered only where one is chosen."""
        if action in OF_A_NORM and self.is_mounted:
            return self.chosen_norm is not None
        return True

    # Studied

    def action_study(self) -> None:
        """Ask under which question of which meeting."""
        if (of := self.chosen_norm) is None:
            return
        offers: list[ItemOffer | None] = [*studying.item_offers(of.id, clock.today())]
        if of.agenda_item_id:
            offers.append(None)
        if not offers:
            self.say(_("No meeting has a question yet: 8 puts the document on the next agenda."), error=True)
            return
        options = [offer(each) if each else _("Not studied there: take the link away") for each in offers]
        question = _("Under which question was it studied? {title}").format(title=of.title)
        self.app.open_dialog(PICK, question, options, then=partial(self._study, of, offers))

    def _study(self, of: NormRow, offers: list[ItemOffer | None], answer: int | None) -> None:
        if answer is None:
            return
        if (chosen := offers[answer]) is None:
            self.app.save(studying.take_back_study, of.id, clock.today(), then=lambda _none: self._shown(of.id))
        else:
            self.app.save(studying.study, of.id, chosen.agenda_item_id, then=partial(self._studied, of.id, chosen))

    def _studied(self, norm_id: int, chosen: ItemOffer, count: int) -> None:
        self._shown(norm_id)
        if chosen.held:
            self.say(_("Acquainted at the meeting: {count}. Ctrl+Z – take back.").format(count=count))
            fulfil.offer(self.app, "norm", norm_id)
        else:
            self.say(_("It stands on the agenda. Press 1 again when the meeting has studied it."))

    def _shown(self, norm_id: int) -> None:
        """Show all screens anew, and say how the document stands."""
        self.app.refresh_screens()
        of = register.norm(norm_id, clock.today())
        said = _("{title} – {state}. Ctrl+Z – take back.")
        stands = norm_words.state(of, clock.today()) or _(norm_words.STATES[of.state])
        self.say(said.format(title=_cut(of.title), state=stands.lower()))

    # In force or not

    def action_force(self) -> None:
        """Ask whether it is in force, void, or replaced by which one."""
        if (of := self.chosen_norm) is None:
            return
        others = _likely(of, register.norms(of.association_id, of.first_year + 1, clock.today()))
        states = [_("In force"), _("No longer in force")]
        options = [*states, *(_("Replaced by: {title}").format(title=norm_words.named(each)) for each in others)]
        self.app.open_dialog(PICK, of.title, options, then=partial(self._force, of, others))

    def _force(self, of: NormRow, others: list[NormRow], answer: int | None) -> None:
        if answer is None:
            return
        then = partial(lambda norm_id, _none: self._shown(norm_id), of.id)
        if answer < 2:
            self.app.save(register.set_state, of.id, ("in_force", "void")[answer], then=then)
        else:
            self.app.save(register.replace, of.id, others[answer - 2].id, then=then)

    # Its file

    def action_attach(self) -> None:
        """Ask which file."""
        if of := self.chosen_norm:
            question = N_("Which file? A copy is kept beside the data, the original stays.")
            then = partial(self._file_chosen, of)
            self.app.open_dialog("tui.screens.excel_files:FileToRead", question, ENDINGS, then=then)

    def _file_chosen(self, of: NormRow, path: Path | None) -> None:
        """Copy it beside the screen: fifty megabytes take their time."""
        if path is not None:
            self.say(_("Being copied…"))
            copy = partial(keeping.copy_in, path, self.app.options.folder, of.title)
            jobs.start(self, copy, partial(self._copied, of), lambda sentence: self.app.say(sentence, error=True))

    def _copied(self, of: NormRow, name: str) -> None:
        said = _("Kept beside the data: {name}. The original stays where it is.").format(name=name)
        self.app.save(keeping.set_file, of.id, name, then=lambda _none: self._kept(said))

    def _kept(self, said: str) -> None:
        self.app.refresh_screens()
        self.app.say(said)

    def show_file(self, of: NormRow) -> None:
        """Open the document's file, or say where it lies."""
        path = keeping.place(self.app.options.folder, of.file_name)
        if not path.is_file():
            self.app.explain("file_missing", file=str(path))
        elif not opening.show(path):
            self.say(_("No program to open it with was found: {path}").format(path=path), error=True)
        else:
            self.say(_("Opened: {path}").format(path=path))

    # The document itself

    def action_change(self) -> None:
        """Open its form."""
        if of := self.chosen_norm:
            self.app.open("tui.screens.norms.form:NormForm", first_year=of.first_year, norm_id=of.id)

    def action_delete(self) -> None:
        """Ask, then remove it."""
        if of := self.chosen_norm:
            question = _("Remove this document? One that is no longer in force stays in the register instead: 3.")
            self.app.open_dialog(ASK, f"{question}\n{norm_words.named(of)}", then=partial(self._delete, of))

    def _delete(self, of: NormRow, yes: bool) -> None:
        if yes:
            self.app.save(register.remove_norm, of.id, then=lambda _none: self.removed())

    def removed(self) -> None:
        """The document is gone."""
        self.app.refresh_screens()

    def action_word(self) -> None:
        """Offer the sheet to sign and the register."""
        if of := self.chosen_norm:
            papers = ("acquaintance", "norms")
            places.open_papers(self.app, papers[0], *papers, record_id=of.id, first_year=self.shown_year)

    @property
    def shown_year(self) -> int:
        """The school year of the register that is printed."""
        raise NotImplementedError


def offer(of: ItemOffer) -> str:
    """«№ 3, 14.11.2026: …»; of a meeting to come with an arrow."""
    sign = "" if of.held else "→ "
    return f"{sign}№ {of.number}, {words.day(of.held_on)}: {of.title}"


def _likely(of: NormRow, found: list[NormRow]) -> list[NormRow]:
    """The other documents, those first that share words with it, then the newest."""
    wanted = beginnings(of.title)
    others = [each for each in found if each.id != of.id]
    return sorted(others, key=lambda each: -len(wanted & beginnings(each.title)))


def _cut(text: str) -> str:
    return text if len(text) < 40 else f"{text[:38]}…"
