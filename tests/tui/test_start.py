"""From an empty folder to a meeting with a filled agenda."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from db import connection, schools, settings
from db.associations import associations
from db.meetings.sheet import sheet
from db.members import members
from tests.tui.screens import text_of
from tests.tui.worlds import written
from tui import author, clock, current, folder_risk
from tui.app import BirikmeApp, Options
from tui.cli_screen import START_EXAMPLE
from tui.screens.member_lines import FirstMembers, read_lines
from tui.screens.start import LettersScreen, risk_sentence
from tui.screens.start_school import SchoolStart
from tui.session import opened

SIZE = (80, 24)
LIST = "Асан уулу Бакыт 3-Б\nБайтемирова Нургүл Сыдыковна 1-А\nЖумабекова\n"


@pytest.fixture
def fresh(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[BirikmeApp]:
    """An app over an empty store, as the first start finds it."""
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))
    connection.close()
    with opened(Options(store)) as app:
        yield app


def paste(app: BirikmeApp, text: str) -> None:
    app.focused.paste(text)


async def answer_three(app: BirikmeApp, pilot, association: str = "баш") -> None:
    """Give the three answers in Kyrgyz."""
    await pilot.press("1", "1")
    paste(app, "№ 5 орто мектеп")
    await pilot.press("enter")
    paste(app, association)
    await pilot.press("enter")
    paste(app, "Асанова Гүлнара Маратовна")
    await pilot.press("f2")
    await written(app)
    await pilot.pause()


async def test_the_first_page_asks_for_the_language(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert text_of(fresh)[2:11] == [
            "    Усулдук бирикменин жетекчисинин программасы",
            "    Программа руководителя методического объединения",
            "    For the leader of a methodological association",
            "",
            "    Тилди тандаңыз  ·  Выберите язык  ·  Choose the language",
            "",
            "      1 Кыргызча",
            "      2 Русский",
            "      3 English",
        ]


@pytest.mark.parametrize(
    ("digit", "question", "answer"),
    [
        ("1", "Алтоо тең даана окулабы?", "1 Ооба. Азыр мектебимди киргизем"),
        ("2", "Видны ли все шесть?", "1 Да. Сейчас введу свою школу"),
    ],
)
async def test_the_letters_are_shown_and_asked_for_in_the_chosen_language(fresh, digit, question, answer):
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.press(digit)
        await pilot.pause()
        shown = text_of(fresh)
        assert shown[4].strip() == "ң  ө  ү     Ң  Ө  Ү"
        assert shown[6].strip() == question
        assert shown[8].strip() == answer
        await pilot.press("3")
        assert "DejaVu Sans Mono" in "\n".join(text_of(fresh))
        await pilot.press("escape")
        assert isinstance(fresh.screen, LettersScreen)


async def test_the_example_year_is_asked_of_the_caller(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.press("1", "2")
        await pilot.pause()
    assert fresh.return_value == START_EXAMPLE


async def test_three_answers_set_up_school_association_and_leader(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await answer_three(fresh, pilot)
        assert isinstance(fresh.screen, FirstMembers)
        assert schools.school().name_ky == "№ 5 орто мектеп"
        assert current.association().name_ru == "Методическое объединение учителей начальных классов"
        assert current.association().profile == "primary"
        assert [each.roles for each in members(current.association_id())] == [("leader",)]
        assert settings.get("interface_language") == "ky"
        assert author.known() == "Асанова Г. М."


async def test_an_association_that_is_not_in_the_list_is_kept_as_typed(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await answer_three(fresh, pilot, "Тарых мугалимдеринин бирикмеси [/]")
        assert (associations()[0].name_ky, associations()[0].name_ru) == ("Тарых мугалимдеринин бирикмеси [/]", "")


async def test_the_list_of_associations_shows_under_the_line_and_narrows_while_one_types(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.press("1", "1", "tab")
        await pilot.pause()
        await pilot.pause()
        shown = "\n".join(text_of(fresh))
        assert "Башталгыч класстар" in shown
        assert "Класс жетекчилери" in shown
        paste(fresh, "тил")
        await pilot.pause()
        assert [line.strip() for line in text_of(fresh)[8:12]] == ["тил", "Кыргыз тили", "Орус тили", "Англис тили"]
        await pilot.press("down", "tab")
        assert fresh.screen.field("association").raw.startswith("Орус тили жана адабияты")


async def test_every_missing_answer_is_named_and_the_first_gets_the_cursor(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.press("1", "1", "tab", "tab")
        paste(fresh, "Асанова")
        await pilot.press("f2")
        shown = [line.strip() for line in text_of(fresh)]
        assert shown.count("! Муну толтуруңуз.") == 2
        assert "! Аты жазылган жок: фамилиясы, аты, атасынын аты." in shown
        assert fresh.screen.field("school").has_focus_within
        await pilot.press("escape", "1")
        assert isinstance(fresh.screen, SchoolStart)
        assert fresh.screen.field("leader").raw == "Асанова"


async def test_the_list_is_read_line_by_line_and_ends_in_a_meeting_with_its_agenda(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await answer_three(fresh, pilot)
        paste(fresh, LIST)
        await pilot.pause(0.2)
        shown = text_of(fresh)
        assert shown[0].startswith(" Мүчөлөрдү кошуу: 3  ·  түшүнүксүз: 1")
        assert [line[40:].strip() for line in shown[5:9]] == [
            "1 Асанова Г. М.", "2 Асан уулу Б.  3-Б", "3 Байтемирова Н. С.  1-А", "4 ! аты жок",
        ]  # fmt: skip
        await pilot.press("f2")
        await written(fresh)
        await pilot.pause()
        assert fresh.screen.lines.value == "Жумабекова"
        assert "Кошулду: 2." in text_of(fresh)[22]
        fresh.screen.lines.set_value("")
        await pilot.press("f2")
        await written(fresh)
        await pilot.pause()
        found = sheet(1)
        assert (found.meeting.held_on, found.meeting.state) == (dt.date(2026, 11, 22), "planned")
        assert [item.row.title for item in found.items][1] == "Окуу программасынын аткарылышы жөнүндө"
        assert len(found.attendance) == 3
        assert type(fresh.screen).__name__ == "MeetingScreen"


async def test_a_list_left_half_typed_waits_among_the_members(fresh):
    async with fresh.run_test(size=SIZE) as pilot:
        await answer_three(fresh, pilot)
        paste(fresh, LIST)
        await pilot.press("escape")
        await pilot.pause()
        assert type(fresh.screen).__name__ == "HomeScreen"
        fresh.open("tui.screens.member_lines:MemberLines")
        await pilot.pause()
        assert fresh.screen.lines.value == f"Асанова Гүлнара Маратовна\n{LIST}"


def test_lines_are_read_as_people_write_them():
    found = read_lines("1. Асан уулу Бакыт 3-Б\n\n  \nҮсөнова Жамал\t4 а\x1b[0m\n.")
    assert [(line.number, line.shown, line.problem) for line in found] == [
        (1, "Асан уулу Б.  3-Б", ""), (4, "Үсөнова Ж.  4-А", ""), (5, ".", "given_missing"),
    ]  # fmt: skip


async def test_a_clock_that_cannot_be_right_is_named(fresh, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: dt.date(1970, 1, 1))
    async with fresh.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert "Компьютердин датасы туура эмес окшойт: 01.01.1970." in " ".join(text_of(fresh))


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/a/OneDrive - Мектеп/birikme", "OneDrive"),
        ("/home/a/Dropbox/x", "Dropbox"),
        ("C:/Users/a/Мой диск/x", "Google Drive"),
        ("/home/a/birikme", ""),
        ("/home/a/Dropboxes", ""),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder, service):
    assert folder_risk.cloud_of(Path(folder)) == service
    assert bool(risk_sentence(Path(folder))) == bool(service)


def test_a_share_of_another_computer_is_known_by_the_deepest_mount():
    mounts = "/dev/sda1 / ext4 rw 0 0\n//server/school /mnt/school\\040data cifs rw 0 0\n"
    kind = folder_risk.mount_type(Path("/mnt/school data/birikme"), mounts)
    assert (kind, folder_risk.mount_type(Path("/home/a"), mounts)) == ("cifs", "ext4")
    assert kind in folder_risk.NETWORK_TYPES
