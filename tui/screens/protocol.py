"""A finished protocol as it prints: read, compared with another version, signed, amended."""

import datetime as dt
from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from db import protocols, settings
from db.meetings.sheet import meeting
from templates_docx import documents
from templates_docx.catalogue import PaperLanguage
from templates_docx.documents import Selection
from tui import clock, commands, jobs, places, typed, words
from tui.commands import Command
from tui.texts import N_, _
from tui.tied import TiedScreen
from tui.widgets.shown import Shown

PAPERS = ("protocol", "protocol-short", "extract", "decisions", "protocol-journal")
CENTRED = frozenset({"Head", "Title", "Subtitle"})
BOLD = frozenset({"Title", "Heading1", "Heading2", "TableHead"})
INDENTED = frozenset({"Line", "Decision"})
APART = frozenset({"Item", "FirstItem", "Signature"})


class ProtocolScreen(TiedScreen):
    """Read only: what is shown comes from the version's own row, as its paper."""

    COMMANDS = (
        commands.EDIT.but(id="amend", title=N_("Amend"), help=N_("Open the protocol for an amendment, with a reason.")),
        commands.WORD.but(help=N_("Make the Word document of the version shown.")),
        commands.SAVE.but(id="sign", title=N_("Sign"), help=N_("Note the day on which it was signed."), twins=()),
        Command("difference", "space", N_("Changes"), N_("Show what changed between two versions."), ("d",)),
        Command("earlier", "left", N_("Version before"), N_("Show the version before."), footer=False),
        Command("later", "right", N_("Version after"), N_("Show the version after."), footer=False),
        Command("language", "insert", N_("Language"), N_("Show the paper in the other language."), footer=False),
    )
    HELP = N_(
        "A finished protocol as it prints; nothing in it changes. An amendment (F4) asks for the reason and makes "
        "a new version; the ones before stay: ← → show them, Space shows what changed."
    )

    def __init__(self, meeting_id: int, version: int | None = None) -> None:
        """Show a version of a meeting's protocol, the newest if none is named."""
        super().__init__()
        self._meeting_id, self._version = meeting_id, version
        self._language: PaperLanguage | None = None
        self._comparing = False
        self._shown: tuple[int | None, str | None, bool] | None = None
        self._untranslated = 0

    def tied_record(self) -> tuple[str, int] | None:
        """The meeting."""
        return "meeting", self._meeting_id

    def title_text(self) -> str:
        """Number, day and state."""
        of = self._of
        state = _(words.MEETING_STATES[of.state])
        state += f" {words.day(of.signed_on)}" if of.state == "signed" else ""
        return " · ".join((_("Protocol № {number}").format(number=of.number), words.day(of.held_on), state))

    def body(self) -> Iterable[Widget]:
        """The line about versions and the text."""
        yield Shown(id="version")
        yield VerticalScroll(id="paper")

    def fill(self) -> None:
        """Read the versions, then have the paper made beside the screen."""
        self._of = meeting(self._meeting_id)
        self._versions = protocols.versions(self._meeting_id)
        known = [each.version for each in self._versions]
        if not known:
            self.call_later(self.app.back)
            return
        self._version = self._version if self._version in known else known[-1]
        self._language = self._language or _paper(settings.get("paper_language", self._of.association_id))
        wanted = (self._version, self._language, self._comparing)
        if wanted != self._shown:  # a version never changes: coming back keeps the place that was read
            self._shown, self._untranslated = wanted, 0
            self._print()
        self._show_version()

    def _print(self) -> None:
        older, newer = self._pair()
        papers = [self._make(number) for number in ((older, newer) if self._comparing else (self._version,))]
        work = partial(_compared, *papers) if self._comparing else partial(_printed, papers[0])
        self._untranslated = 0 if self._comparing else papers[0].untranslated
        jobs.start(self, work, partial(self._show, self._shown), partial(self.say, error=True))

    def _make(self, version: int) -> documents.Paper:
        selection = Selection(self._of.association_id, self._meeting_id, version=version, today=clock.today())
        return documents.make("protocol", selection, self._language or "ky")

    def _pair(self) -> tuple[int, int]:
        """The two versions to compare: the one shown with the one before, the first with the second."""
        newer = max(self._version or 1, 2)
        return newer - 1, newer

    async def _show(self, wanted: object, made: list[Widget]) -> None:
        if not self.is_attached or wanted != self._shown:
            return
        paper = self.query_one("#paper", VerticalScroll)
        await paper.remove_children()
        await paper.mount_all(made)
        paper.scroll_home(animate=False)
        paper.focus()

    def _show_version(self) -> None:
        parts = []
        if self._comparing:
            older, newer = self._pair()
            parts.append(_("What changed: version {older} → {newer}").format(older=older, newer=newer))
            reason = next((each.reason for each in self._versions if each.version == newer), "")
            parts += [_("Reason: {reason}").format(reason=reason)] if reason else []
        elif len(self._versions) > 1:
            parts.append(_("Version {number} of {all} (← →)").format(number=self._version, all=len(self._versions)))
        if self._untranslated:
            parts.append(_("Not translated: {count}").format(count=self._untranslated))
        line = self.query_one("#version", Shown)
        line.display = bool(parts)
        line.show(" · ".join(parts))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Versions are compared where there are two, signed where the newest is locked."""
        if not self.is_mounted or not hasattr(self, "_versions"):
            return True
        if action in ("difference", "earlier", "later"):
            return len(self._versions) > 1
        return self._of.locked if action == "sign" else True

    def action_amend(self) -> None:
        """Ask for the reason, then open the meeting for writing; one opened already is gone on with."""
        if not self._of.locked:
            self._write_on()
            return
        question = _("Why is protocol № {number} amended? The reason is printed.").format(number=self._of.number)
        self.app.open_dialog("tui.widgets.dialogs:Prompt", question, "", typed.reason, then=self._amend)

    def _amend(self, reason: str | None) -> None:
        if reason is not None:
            self.app.save(protocols.amend, self._meeting_id, reason, then=lambda _none: self._write_on())

    def _write_on(self) -> None:
        self.app.back()
        self.app.open("meeting", meeting_id=self._meeting_id)

    def action_sign(self) -> None:
        """Ask for the day of signing."""
        self.app.open_dialog(
            "tui.widgets.dialogs:Prompt", _("On which day was it signed?"), words.day(clock.today()), typed.past_day,
            then=self._sign,
        )  # fmt: skip

    def _sign(self, day: dt.date | None) -> None:
        if day is not None:
            self.app.save(protocols.sign, self._meeting_id, day, then=lambda _none: self._signed(day))

    def _signed(self, day: dt.date) -> None:
        self.app.refresh_screens()
        self.say(_("Signed on {day}.").format(day=words.day(day)))

    def action_word(self) -> None:
        """Offer the papers of the version shown."""
        of = self._of
        chosen: dict[str, Any] = {"meeting_id": of.id, "first_year": of.first_year}
        chosen |= {"version": self._version, "language": self._language or ""}
        places.open_papers(self.app, "protocol", *PAPERS, **chosen)

    def action_difference(self) -> None:
        """Show the changes, or the text again."""
        self._comparing = not self._comparing
        self.refill()

    def action_language(self) -> None:
        """The other language of the paper."""
        self._language = "ru" if self._language == "ky" else "ky"
        self.refill()

    def action_earlier(self) -> None:
        """The version before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The version after."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._version = min(max((self._version or 1) + step, 1), len(self._versions))
        self.refill()


def _paper(language: str) -> PaperLanguage:
    return "ru" if language == "ru" else "ky"


def _printed(paper: documents.Paper) -> list[Widget]:
    """The text of a paper as widgets; runs beside the screen."""
    from templates_docx import reading

    return [_paragraph(line.text, line.style) for line in reading.lines(documents.print_paper(paper)) if line.text]


def _paragraph(text: str, style: str) -> Widget:
    looks = (("centred", CENTRED), ("strong", BOLD), ("indented", INDENTED), ("apart", APART))
    classes = " ".join(name for name, styles in looks if style in styles)
    left, tab, right = text.partition("\t")
    if tab and style == "DateLine":
        return Horizontal(Shown(left, classes="left"), Shown(right, classes="right"), classes="spread")
    return Shown(text.replace("\t", "  "), classes=classes)


def _compared(older: documents.Paper, newer: documents.Paper) -> list[Widget]:
    """The lines that two papers do not share, each with its sign; runs beside the screen."""
    from templates_docx import reading

    texts = [[line.text for line in reading.lines(documents.print_paper(paper))] for paper in (older, newer)]
    found = protocols.differences(*texts)
    if not found:
        return [Shown(_("The two versions print the same."))]
    before = [None, *(each.sign for each in found)]
    return [_change(each.sign, each.text, first=sign != "-" or each.sign == "-")
            for each, sign in zip(found, before, strict=False)]  # fmt: skip


def _change(sign: str, text: str, *, first: bool) -> Widget:
    """A line that only one version has; the first of a pair stands apart."""
    shown, style = ("+ ", "$text-success") if sign == "+" else ("− ", "$text-error")
    return Shown(Content.styled(shown + text, style), classes="apart" if first else "")
