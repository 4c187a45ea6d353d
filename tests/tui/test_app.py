"""The app: areas, language, look, unexpected errors, what it loads."""

import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from textual.widget import Widget

from db import connection, settings
from db.errors import Refused
from tests.tui.screens import app_on, text_of
from tui import messages, texts, trouble
from tui.app import BirikmeApp, Options
from tui.commands import Command
from tui.screens.base import BirikmeScreen
from tui.session import opened
from tui.texts import _
from tui.widgets.status import MessageLine
from tui.widgets.text import LineField

NEVER_FIRST = ["docxtpl", "docx", "lxml", "jinja2", "openpyxl", "markdown_it", "matplotlib", "pptx", "plotext"]


class OneScreen(BirikmeScreen):
    """A line, a command that breaks, a title in the language spoken."""

    COMMANDS = (Command("break", "f5", "Word"),)
    kept = ""

    def title_text(self) -> str:
        return _("Home")

    def body(self) -> Iterable[Widget]:
        yield LineField()

    def action_break(self) -> None:
        raise RuntimeError("Асанова Гүлнара")

    def leaving(self) -> None:
        type(self).kept = self.query_one(LineField).value


async def test_the_language_changes_on_open_screens(tmp_path: Path) -> None:
    app = app_on(OneScreen, tmp_path, "ky")
    async with app.run_test(size=(80, 24)) as pilot:
        shown = []
        for language in ("ky", "ru", "en"):
            app.set_language(language)
            await pilot.pause()
            lines = text_of(app)
            shown.append((lines[0].strip(), lines[23].split("  ")[0].strip()))
        assert shown == [("Башкы бет", "F1 Жардам"), ("Главная", "F1 Помощь"), ("Home", "F1 Help")]


@pytest.mark.parametrize(("value", "mark"), [("1", "МИСАЛ · "), ("", "")])
async def test_every_screen_of_the_example_year_says_that_it_is_one(value: str, mark: str, store: Path) -> None:
    settings.set_("example", value)
    connection.close()
    with opened(Options(store, language="ky")) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            assert text_of(app)[0].strip() == f"{mark}Birikme"
            app.open("tests.tui.test_app:OneScreen")
            await pilot.pause()
            assert text_of(app)[0].strip() == f"{mark}Башкы бет"


@pytest.mark.parametrize("language", ["ky", "ru"])
async def test_the_footer_of_six_fits_80_columns(language: str, tmp_path: Path) -> None:
    app = app_on(OneScreen, tmp_path, language)
    async with app.run_test(size=(80, 24)):
        assert [word for word in text_of(app)[23].split("  ") if word.strip()][-1].strip() == f"Esc {_('Back')}"


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("dark", [False, True])
async def test_every_look_can_be_drawn(plain: bool, dark: bool, tmp_path: Path) -> None:
    app = BirikmeApp(Options(tmp_path, "ky", plain), "tests.tui.test_app:OneScreen")
    async with app.run_test(size=(80, 24)) as pilot:
        app.set_look(dark=dark)
        await pilot.pause()
        assert app.current_theme.dark is dark
        assert app.native_ansi_color is plain


async def test_an_unexpected_error_ends_with_a_code_and_keeps_what_was_typed(tmp_path: Path) -> None:
    app = app_on(OneScreen, tmp_path, "ky")
    with pytest.raises(RuntimeError):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("а", "f5")
    log = (tmp_path / trouble.LOG_NAME).read_text(encoding="utf-8")
    code = log.split()[1]
    assert app.trouble == f"Ката коду: {code}. Жазганыңыз сакталган."
    assert "Асанова" not in log
    assert OneScreen.kept == "а"
    assert (tmp_path / trouble.LOG_NAME).stat().st_mode & 0o077 == 0


def test_the_log_never_outgrows_its_limit(tmp_path: Path) -> None:
    (tmp_path / trouble.LOG_NAME).write_bytes(b"x" * 5_000_000)
    trouble.write_log(tmp_path, ValueError())
    assert (tmp_path / trouble.LOG_NAME).stat().st_size <= trouble.LOG_BYTES


class FakeWriter:
    """Does the work at once, or fails as it is told."""

    def __init__(self) -> None:
        self.listeners: list[Any] = []

    def listen(self, listener: Any) -> None:
        self.listeners.append(listener)

    def submit(self, function: Any, *args: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(function(*args))
        except Exception as error:
            future.set_exception(error)
        return future


def refuse() -> None:
    raise Refused("not_found", text="[/]")


def explode() -> None:
    raise ValueError("Асанова")


async def test_what_was_saved_comes_back_and_what_is_refused_is_said(tmp_path: Path) -> None:
    app, got = app_on(OneScreen, tmp_path, "en"), []
    async with app.run_test(size=(80, 24)) as pilot:
        app.use_writer(FakeWriter())  # type: ignore[arg-type]
        app.save(lambda value: value * 2, 21, then=got.append)
        app.save(refuse, failed=lambda error: got.append(error.code))
        app.save(refuse)
        await pilot.pause()
        assert got == [42, "not_found"]
        assert app.screen.query_one(MessageLine).said == "Not found: [/]"
        app.save(explode)
        await pilot.pause()
        assert app.screen.query_one(MessageLine).said.startswith("Error code: B-")


async def test_the_state_of_saving_stands_in_the_first_line(tmp_path: Path) -> None:
    app, writer = app_on(OneScreen, tmp_path, "ky"), FakeWriter()
    async with app.run_test(size=(80, 24)) as pilot:
        app.use_writer(writer)  # type: ignore[arg-type]
        writer.listeners[0]("waiting", "disk_full")
        await pilot.pause()
        assert text_of(app)[0].endswith("Сактала элек!")
        assert "Дискте орун калган жок" in app.screen.query_one(MessageLine).said
        writer.listeners[0]("saved", "")
        await pilot.pause()
        assert "Сакталды" in text_of(app)[0]


def test_every_sentence_can_be_said_with_any_values() -> None:
    texts.set_language("ky")
    for code in messages.SENTENCES:
        assert messages.explain(code)
    assert messages.explain("unheard_of") == "Муну аткарууга болбойт (unheard_of)."


def test_the_first_frame_loads_no_paper_and_no_screen_that_is_not_shown() -> None:
    program = (
        "import sys; from pathlib import Path; from tui.app import BirikmeApp, Options;"
        "BirikmeApp(Options(Path('.')));"
        f"print([name for name in {NEVER_FIRST!r} if name in sys.modules]);"
        "print(sorted(name for name in sys.modules if name.startswith('tui.screens.')))"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split("\n")[:2] == ["[]", "['tui.screens.base']"]


def test_the_version_is_answered_without_loading_anything() -> None:
    program = (
        "import sys; from tui.__main__ import main; main(['--version']);"
        "print('textual' in sys.modules, 'db' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.split()[0] == "birikme"
    assert result.stdout.splitlines()[1] == "False False"
