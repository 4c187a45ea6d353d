"""The settings: what was chosen, each line opened with Enter."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.widget import Widget

from db import appointments, calendar, schools, settings
from db.associations import AssociationRow, associations
from db.backups import copies
from db.errors import Refused
from db.observations.aspects import aspects
from db.rules import lesson_scores
from tui import backup_words, clock, commands, current, opening, texts, words
from tui.commands import Command
from tui.person_words import MANNERS
from tui.screens import backups, settings_kept
from tui.screens.base import BirikmeScreen
from tui.screens.start import LANGUAGE_NAMES, risk_sentence
from tui.texts import N_, _
from tui.widgets.fields import number
from tui.widgets.lists import Column, PageList, Row

LOOKS = {"": N_("dark"), "light": N_("light"), "plain": N_("the terminal's 16 colours")}
PHRASE_KINDS = {
    "agenda": N_("Questions of the agenda by month"),
    "heard": N_("Phrases: heard"),
    "spoke": N_("Phrases: spoke"),
    "decided": N_("Phrases: decided"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One setting: its name, what holds now, and what Enter does."""

    id: str
    title: str
    value: str
    open: Callable[[], None]


class SettingsScreen(BirikmeScreen):
    """Everything that can be chosen, in groups."""

    COMMANDS: ClassVar[tuple[Command, ...]] = (
        commands.OPEN.but(help=N_("Change what is selected.")),
        Command("backups", "1", N_("Backups"), N_("The copies of all data, and the way back to one."), footer=False),
    )
    HELP = N_(
        "Everything that can be chosen. Enter opens the selected line; what you change is saved at once or with F2 and "
        "Ctrl+Z takes it back. Nothing has to be filled in: what is empty is printed as a line to write on."
    )

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, Line] = {}

    def title_text(self) -> str:
        """The area."""
        return _("Settings")

    def body(self) -> Iterable[Widget]:
        """The lines."""
        yield PageList(Column(width=1), Column(width=33), Column(), id="settings")

    def fill(self) -> None:
        """Read what holds now."""
        rows: list[Row] = []
        self._lines = {}
        for title, lines in self._groups():
            rows.append(Row(None, (title,), "heading"))
            for line in lines:
                self._lines[line.id] = line
                rows.append(Row(line.id, ("", line.title, line.value or "–")))
        self.query_one(PageList).set_rows(rows)

    def _groups(self) -> Iterable[tuple[str, list[Line]]]:
        """The groups with their lines."""
        of = current.association()
        yield _("School"), self._school_lines()
        if of is not None:
            yield _("The association"), self._association_lines(of)
        yield _("Papers"), self._paper_lines()
        yield _("Program"), self._program_lines()

    def _school_lines(self) -> list[Line]:
        school = schools.school()
        first_year = calendar.current_first_year(clock.today())
        year = calendar.school_year(first_year)
        shown, state = words.school_year(first_year), _("confirmed") if year and year.confirmed else _("tentative")
        return [
            Line("school", _("School"), named(school.name_ky, school.name_ru) if school else "", self._form("School")),
            Line("year", _("School year, quarters, holidays"), f"{shown} · {state}", self._year),
        ]

    def _association_lines(self, of: AssociationRow) -> list[Line]:
        count = len(associations())
        other = _("another one can be added") if count == 1 else _("there are {count}").format(count=count)
        return [
            Line("association", _("The association"), named(of.name_ky, of.name_ru), self._association),
            Line("leader", _("Leader of the association"), holder(of.id, "leader"), self._role("leader")),
            Line("secretary", _("Secretary of the association"), holder(of.id, "secretary"), self._role("secretary")),
            Line("associations", _("Other associations"), other, self._associations),
        ]

    def _paper_lines(self) -> list[Line]:
        chosen = settings.words()
        shown = " · ".join((chosen.meeting_ky, chosen.resolved_ky, chosen.spoke_ky))
        quorum = _("more than {percent} %").format(percent=settings.get("quorum_percent"))
        counts = {kind: str(len(settings.phrases(kind))) for kind in PHRASE_KINDS}
        phrases = [Line(kind, _(title), counts[kind], self._phrases(kind)) for kind, title in PHRASE_KINDS.items()]
        return [
            Line("words", _("Words of the protocol, quorum"), f"{shown} · {quorum}", self._form("Words")),
            *phrases,
            Line("aspects", _("Lesson analysis: aspects"), _aspects(), self._aspects),
            Line("scale", _("Lesson analysis: scores"), f"1–{settings.get('observation_scale')}", self._scale),
            Line("kept", _("Records that are kept"), settings_kept.summary(), self._kept),
            Line("folder", _("Folder of papers"), str(opening.output_folder()), self._folder),
        ]

    def _program_lines(self) -> list[Line]:
        language = LANGUAGE_NAMES[texts.LANGUAGES.index(texts.language())]
        look = _(LOOKS.get(settings.get("theme"), LOOKS[""]))
        return [
            Line("language", _("Language of the program"), language, self._language),
            Line("look", _("Colours"), look, self._look),
            Line("data", _("Where the data are"), str(self.app.options.folder), self._data),
            Line("backups", _("Backups"), self._newest_copy(), self.action_backups),
            Line("second", _("Second folder of backups"), str(backup_words.second_folder() or ""), self._second),
        ]

    def _newest_copy(self) -> str:
        newest = next(iter(copies.listed(self.app.options.folder / copies.FOLDER)), None)
        return f"№ {newest.number} · {backup_words.made(newest)}" if newest else ""

    @on(PageList.Opened)
    def action_open(self) -> None:
        """Open the selected setting."""
        key = self.query_one(PageList).key
        if isinstance(key, str) and key in self._lines:
            self._lines[key].open()

    # What the lines open

    def _form(self, name: str) -> Callable[[], None]:
        return lambda: self.app.open(f"tui.screens.settings_{name.lower()}:{name}Form")

    def _role(self, role: str) -> Callable[[], None]:
        return lambda: self.app.open("tui.screens.settings_roles:RoleScreen", role=role)

    def _phrases(self, kind: str) -> Callable[[], None]:
        return lambda: self.app.open("tui.screens.settings_phrases:PhrasesScreen", kind=kind)

    def _kept(self) -> None:
        self.app.open("tui.screens.settings_kept:KeptScreen")

    def _association(self) -> None:
        self.app.open("tui.screens.settings_association:AssociationForm", association_id=current.association_id())

    def _year(self) -> None:
        now = calendar.current_first_year(clock.today())
        years = [now, now + 1, now - 1]
        self._pick(_("Which school year?"), [words.school_year(year) for year in years], lambda at: self.app.open(
            "tui.screens.settings_year:YearForm", first_year=years[at]
        ))  # fmt: skip

    def _associations(self) -> None:
        known = associations()
        names = [named(each.name_ky, each.name_ru) for each in known]
        at = [each.id for each in known].index(current.association_id())
        then = lambda chosen: self._other(known, chosen)  # noqa: E731
        self._pick(_("Which association?"), [*names, _("+ a new one")], then, at)

    def _other(self, known: list[AssociationRow], at: int) -> None:
        if at == len(known):
            self.app.open("tui.screens.settings_association:AssociationForm")
        elif self.app.options.reading:
            current.only_here(known[at].id)
            self.app.refresh_screens()
        else:
            self.app.save(current.choose, known[at].id, then=lambda _none: self.app.refresh_screens())

    def _folder(self) -> None:
        self.app.open_dialog(
            "tui.widgets.dialogs:Prompt", _("Folder of papers:"), str(opening.output_folder()), checked_folder,
            then=lambda folder: self._keep("output_folder", folder),
        )  # fmt: skip

    def _aspects(self) -> None:
        self.app.open("tui.screens.observations.settings:AspectsScreen")

    def _scale(self) -> None:
        prompt, chosen = "tui.widgets.dialogs:Prompt", settings.get("observation_scale")
        question = _("The best score of an aspect (2–10). Sheets that were begun keep theirs.")
        self.app.open_dialog(
            prompt, question, chosen, checked_scale, then=lambda best: self._keep("observation_scale", best)
        )

    def _language(self) -> None:
        at = texts.LANGUAGES.index(texts.language())
        self._pick(_("Language of the program"), LANGUAGE_NAMES, self._speak, at)

    def _speak(self, at: int) -> None:
        self.app.set_language(texts.LANGUAGES[at])
        self._keep("interface_language", texts.LANGUAGES[at])

    def _look(self) -> None:
        chosen = list(LOOKS).index(settings.get("theme")) if settings.get("theme") in LOOKS else 0
        self._pick(_("Colours"), [_(look) for look in LOOKS.values()], self._show_look, chosen)

    def _show_look(self, at: int) -> None:
        look = list(LOOKS)[at]
        self.app.set_look(dark=look != "light", plain=look == "plain")
        self._keep("theme", look)

    def _data(self) -> None:
        folder = self.app.options.folder
        said = risk_sentence(folder) or _("All data are in this folder:\n{folder}").format(folder=folder)
        self.app.open_dialog("tui.widgets.dialogs:Message", said)

    def action_backups(self) -> None:
        """The copies of the data, and the way back to one."""
        self.app.open("backups")

    def _second(self) -> None:
        backups.choose_second(self.app, self.refill)

    def _pick(self, question: str, options: Iterable[str], then: Callable[[int], Any], chosen: int = 0) -> None:
        """Have one of a few chosen; Esc changes nothing."""
        answer = lambda at: None if at is None else then(at)  # noqa: E731
        self.app.open_dialog("tui.widgets.dialogs:Pick", question, list(options), chosen, then=answer)

    def _keep(self, key: str, value: str | None) -> None:
        """Save one choice."""
        if value is not None:
            self.app.save(settings.set_, key, value, then=lambda _none: self.refill())


def named(name_ky: str, name_ru: str) -> str:
    """A name in the language spoken now, or in the other one where it has but one."""
    return (name_ru or name_ky) if texts.language() == "ru" else (name_ky or name_ru)


def holder(association_id: int, role: str) -> str:
    """Who holds a role and how she came to it."""
    found = appointments.leader(association_id) if role == "leader" else appointments.secretary(association_id)
    return f"{found.name.listed} · {_(MANNERS[found.manner])}" if found else ""


def checked_scale(text: str) -> str:
    """The best score of a scale; raises Refused where it is no number from 2 to 10."""
    found = number(text, lesson_scores.LEAST, lesson_scores.MOST)
    if found is None:
        raise Refused("required")
    return str(found)


def _aspects() -> str:
    """How many aspects are looked at; the usual ones come with the first sheet."""
    known = aspects(current.association_id())
    return str(sum(each.used for each in known)) if known else _("the usual ones")


def checked_folder(text: str) -> str:
    """A folder that is named from its beginning; raises Refused `folder_expected`."""
    if text and not Path(text).expanduser().is_absolute():
        raise Refused("folder_expected")
    return text
