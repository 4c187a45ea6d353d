"""The first start: the language, whether the letters can be read, then three answers."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.containers import Vertical
from textual.widget import Widget

from tui import clock, commands, folder_risk, texts
from tui.cli_screen import START_EXAMPLE
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.texts import N_, _
from tui.widgets.lists import Column, PageList, Row
from tui.widgets.shown import Shown
from tui.wrong_clock import wrong_clock

LANGUAGE_NAMES = ("Кыргызча", "Русский", "English")
"""In the order of `texts.LANGUAGES`."""

CHOOSE_LANGUAGE = "Тилди тандаңыз  ·  Выберите язык  ·  Choose the language"
WHAT_IT_IS = (
    "Усулдук бирикменин жетекчисинин программасы\n"
    "Программа руководителя методического объединения\n"
    "For the leader of a methodological association"
)
LETTERS = "ң  ө  ү     Ң  Ө  Ү"

FONT_ADVICE = N_(
    "The letters are missing in the font of this window. Choose another one: DejaVu Sans Mono, Consolas, Cascadia Mono "
    "or Noto Sans Mono.\n\n"
    "Windows: click the window's title with the right button – Properties – Font. Linux: the window's menu – "
    "Preferences – Font.\n\n"
    "If lines or colours look wrong too, start the program with: birikme --plain\n\n"
    "You can also go on as it is: what you type is saved rightly, and the Word papers show it rightly."
)


class ChoicePage(BirikmeScreen):
    """A page with a few answers; a digit, Enter or a click chooses."""

    DEFAULT_CSS = """
    ChoicePage .start { padding: 1 4; height: 1fr; }
    ChoicePage .start Shown { margin-bottom: 1; }
    ChoicePage .letters { text-style: bold; padding: 0 2; }
    ChoicePage .risk { color: $text-warning; margin-top: 1; }
    """

    @classmethod
    def all_commands(cls) -> tuple[Command, ...]:
        """Nothing is there yet that could be found or undone."""
        return (commands.HELP, commands.MENU, commands.BACK, commands.QUIT)

    def answers(self) -> Iterable[str]:
        """The answers, translated."""
        raise NotImplementedError

    def chosen(self, at: int) -> None:
        """An answer was chosen, counted from 0."""
        raise NotImplementedError

    def answer_list(self) -> PageList:
        """The widget that lists the answers."""
        answers = PageList(Column(width=2, right=True), Column(), open_on_click=True, id="answers")
        answers.styles.height = len(list(self.answers()))
        return answers

    def fill(self) -> None:
        """List the answers."""
        answers = self.query_one("#answers", PageList)
        answers.set_rows(Row(at, (str(at + 1), text)) for at, text in enumerate(self.answers()))
        answers.focus()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        if event.character and event.character in "123456789" and int(event.character) <= len(list(self.answers())):
            event.stop()
            self.chosen(int(event.character) - 1)

    @on(PageList.Opened)
    def _opened(self, event: PageList.Opened) -> None:
        if isinstance(event.key, int):
            self.chosen(event.key)


class StartScreen(ChoicePage):
    """Which language to speak."""

    HELP: ClassVar[str] = N_("The language of the program. It can be changed at any time in the settings.")

    def title_text(self) -> str:
        """The program's name: nothing else is known yet."""
        return "Birikme"

    def body(self) -> Iterable[Widget]:
        """What the program is, and the languages."""
        with Vertical(classes="start"):
            yield Shown(WHAT_IT_IS)
            yield Shown(CHOOSE_LANGUAGE, classes="question")
            yield self.answer_list()

    def answers(self) -> Iterable[str]:
        """The languages, each in its own words."""
        return LANGUAGE_NAMES

    def chosen(self, at: int) -> None:
        """Speak it from now on."""
        self.app.set_language(texts.LANGUAGES[at])
        self.app.open("tui.screens.start:LettersScreen")

    def action_back(self) -> None:
        """Nothing is below."""
        self.app.ask_to_leave()


class LettersScreen(ChoicePage):
    """Whether the Kyrgyz letters can be read, and how to begin."""

    HELP: ClassVar[str] = N_("Kyrgyz has letters that some fonts lack. If you see six letters, everything is well.")

    def title_text(self) -> str:
        """The first start."""
        return _("First start")

    def body(self) -> Iterable[Widget]:
        """The letters, the question, and a word about a risky folder."""
        with Vertical(classes="start"):
            yield Shown(_("These are the Kyrgyz letters of your screen:"))
            yield Shown(LETTERS, classes="letters")
            yield Shown(_("Can you read all six?"), classes="question")
            yield self.answer_list()
            for risk in (risk_sentence(self.app.options.folder), wrong_clock(clock.today())):
                if risk:
                    yield Shown(risk, classes="risk")

    def answers(self) -> Iterable[str]:
        """Begin, look at the example, or get advice."""
        return (
            _("Yes. I set up my school now"),
            _("Yes. First I look at the example year"),
            _("No: I see squares, question marks or other letters"),
        )

    def chosen(self, at: int) -> None:
        """Go on."""
        if at == 0:
            self.app.open("tui.screens.start_school:SchoolStart")
        elif at == 1:
            self.app.exit(START_EXAMPLE)
        else:
            self.app.open_dialog("tui.widgets.dialogs:Message", _(FONT_ADVICE))


def risk_sentence(folder: Path) -> str:
    """What to say of a data folder that another computer may write to; empty for an ordinary one."""
    if service := folder_risk.cloud_of(folder):
        return _(
            "The data folder is inside {service}: {folder}\nWork there on one computer only, or keep the data in "
            "another folder: birikme --data FOLDER"
        ).format(service=service, folder=folder)
    if folder_risk.on_network(folder):
        return _(
            "The data folder is on another computer: {folder}\nOnly one person can work with it at a time. A folder of "
            "this computer is safer: birikme --data FOLDER"
        ).format(folder=folder)
    return ""
