"""A real terminal: bytes in, a screen out."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui.trouble import LOG_NAME

ROOT = Path(__file__).parents[2]


def bench(folder: Path, language: str = "ky", env: dict[str, str] | None = None) -> Terminal:
    return Terminal([sys.executable, "-m", "tests.tui.bench", str(folder), language], env, folder=ROOT)


def test_a_russian_layout_with_and_without_kitty_codes(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        # Everything in one burst: the keys must take effect in their order.
        terminal.send("мөөнөт у", "Insert", "Tab", "экинчи", "\x1b[1103::122;5u", "\x1b[1103::122;5u", "F5")
        lines = terminal.wait_for("undo word")
        assert lines[1] == "мөөнөт ү"
        assert "экинчи" not in "\n".join(lines)


def test_strange_input_neither_breaks_nor_types_anything(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send(b"\x1b[1081::113;5u", b"\x1b[99999999999;5u", b"\xff\xfe", b"\x1b[?9999;9$y", b"\x1b[M~~~", "F5")
        assert terminal.wait_for("word")[1].strip("\ufffd") == ""


def test_rows_33_34_a_paste_is_text_whatever_is_in_it(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send("Tab")
        terminal.paste("[/] 5 < 6 & «а»\x1b[31m\x00\rэкинчи\x1bOP")
        lines = terminal.wait_for("экинчи")
        assert "[/] 5 < 6 & «а»" in lines
        terminal.wait_for("Көрүнбөгөн белгилер алып салынды")


def test_row_36_a_paste_of_a_megabyte_is_answered_with_a_number(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send("Tab")
        terminal.paste("ы" * 1_000_000)
        terminal.wait_for("1000000")
        terminal.send("кийинки")
        terminal.wait_for("кийинки")


def test_the_mouse(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        lines = terminal.wait_for("Жаңы")
        terminal.click(lines[23].index("Жаңы"), 23)
        terminal.wait_for("new")


@pytest.mark.parametrize("term", ["linux", "xterm", "vt100"])
def test_plain_terminals_show_every_word(term: str, tmp_path: Path) -> None:
    with bench(tmp_path, env={"TERM": term, "COLORTERM": ""}) as terminal:
        assert terminal.wait_for("Сактоо")[23].split("  ")[0].strip() == "F2 Сактоо"


def test_a_kill_ends_the_program_at_once(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.kill(signal.SIGKILL)
        assert terminal.status == -signal.SIGKILL


def test_what_is_typed_while_a_dialog_opens_goes_into_the_dialog(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send("аа", "\x0f", "биринчи", "Enter", "бб", "\x0f", "экинчи", "Enter", "вв")
        terminal.wait_until(lambda lines: lines[1] == "ааббвв" and "биринчи экинчи" in lines)


def test_a_broken_command_says_its_code_and_typing_goes_on(tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send("\x02")
        terminal.wait_for("Ката коду: B-")
        terminal.send("кийинки")
        lines = terminal.wait_for("кийинки")
        assert not any("Traceback" in line or "Асанова" in line for line in lines)
        assert "Асанова" not in (tmp_path / LOG_NAME).read_text(encoding="utf-8")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGHUP])
def test_a_closed_window_ends_the_program_in_good_order(sign: signal.Signals, tmp_path: Path) -> None:
    with bench(tmp_path) as terminal:
        terminal.wait_for("Сактоо")
        terminal.send("а")
        terminal.wait_until(lambda lines: lines[1] == "а")
        os.kill(terminal.pid, sign)
        assert terminal.wait_end() == 0


def test_the_screen_that_was_there_before_comes_back() -> None:
    program = (
        "print('before'); print('\\x1b[?1049h\\x1b[2Jinside', end='', flush=True);input(); print('\\x1b[?1049lafter')"
    )
    with Terminal([sys.executable, "-c", program]) as terminal:
        terminal.wait_until(lambda lines: "inside" in "".join(lines) and "before" not in "".join(lines))
        terminal.send("Enter")
        assert terminal.wait_end() == 0
        assert terminal.screen()[0] == "before"
        assert "inside" not in "\n".join(terminal.screen())
