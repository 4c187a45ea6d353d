"""The settings: what holds now, and every form behind its line."""

import datetime as dt

import pytest

from db import appointments, associations, calendar, schools, settings
from db.errors import Refused
from tests.tui.screens import text_of
from tests.tui.worlds import World, app_in, lived_in, written
from tui import clock, current, texts
from tui.screens.settings import SettingsScreen
from tui.screens.settings_association import AssociationForm
from tui.screens.settings_phrases import PhrasesScreen
from tui.screens.settings_roles import RoleForm, RoleScreen
from tui.screens.settings_school import SchoolForm
from tui.screens.settings_words import WordsForm
from tui.screens.settings_year import YearForm
from tui.widgets.lists import PageList
from tui.widgets.span import parse_span

SIZE = (80, 24)
FIRST, LAST = dt.date(2026, 8, 1), dt.date(2027, 7, 31)


@pytest.fixture
def world(store, make_association, monkeypatch) -> World:
    """A year with twelve members."""
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 22))
    return lived_in(store, make_association())


async def settle(app, pilot) -> None:
    await pilot.pause()
    await written(app)
    await pilot.pause()


async def open_line(app, pilot, line: str) -> None:
    """Open a setting by its name."""
    app.screen.query_one(PageList).choose(line)
    await pilot.press("enter")
    await pilot.pause()


async def test_every_setting_stands_on_one_page_with_what_holds(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = [line.strip() for line in text_of(app)]
    assert shown[:10] == [
        "Жөндөөлөр",
        "Мектеп",
        "Мектеп                            № 7 жалпы билим берүүчү мектеп",
        "Окуу жылы, чейректер, каникулдар  2026-2027-окуу жылы · болжолдуу",
        "Бирикме",
        "Бирикме                           Башталгыч класстардын усулдук бирикмеси",
        "Бирикменин жетекчиси              Асанова Г. М. · дайындалган",
        "Бирикменин катчысы                Асан уулу Б. · дайындалган",
        "Башка бирикмелер                  дагы бирин кошсо болот",
        "Иш кагаздары",
    ]
    assert shown[15] == "Сабакты талдоо: багыттар          кадимкилери"
    assert shown[20] == "Программанын тили                 Кыргызча"
    assert shown[23] == "F1 Жардам  Enter Ачуу  F3 Издөө  F9 Меню  Esc Артка"


async def test_the_language_changes_at_once_and_is_kept(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await open_line(app, pilot, "language")
            await pilot.press("2")
            await settle(app, pilot)
            shown = [line.strip() for line in text_of(app)]
            assert shown[0].startswith("Настройки")
            assert shown[6] == "Руководитель объединения          Асанова Г. М. · назначен(а)"
            assert shown[23] == "F1 Помощь  Enter Открыть  F3 Поиск  F9 Меню  Esc Назад"
    assert (texts.language(), settings.get("interface_language")) == ("ru", "ru")


async def test_the_colours_change_at_once_and_are_kept(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            for digit, theme, kept in (("2", "birikme-light", "light"), ("3", "ansi-dark", "plain")):
                await open_line(app, pilot, "look")
                await pilot.press(digit)
                await settle(app, pilot)
                assert (app.theme, settings.get("theme")) == (theme, kept)


async def test_a_folder_must_be_named_from_its_beginning(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await open_line(app, pilot, "folder")
            app.focused.set_value("Документтер")
            await pilot.press("enter")
            assert "Birikme" not in settings.get("output_folder")
            app.focused.set_value("/home/a/Документтер")
            await pilot.press("enter")
            await settle(app, pilot)
    assert settings.get("output_folder") == "/home/a/Документтер"


async def test_the_school_is_saved_with_every_line_of_its_head(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await open_line(app, pilot, "school")
            assert isinstance(app.screen, SchoolForm)
            app.screen.field("head_ky").raw = "Ош облусу\n№ 7 мектеп «[/]»"
            app.screen.field("director").raw = "Б. К. Жээнбеков"
            await pilot.press("f2")
            await settle(app, pilot)
            assert isinstance(app.screen, SettingsScreen)
    assert schools.school().head_ky == "Ош облусу\n№ 7 мектеп «[/]»"
    assert schools.school().director == "Б. К. Жээнбеков"


async def test_a_school_without_any_name_is_refused_at_the_field(world):
    with app_in(world, SchoolForm) as app:
        async with app.run_test(size=SIZE) as pilot:
            for name in ("name_ky", "name_ru"):
                app.screen.field(name).raw = ""
            await pilot.press("f2")
            await settle(app, pilot)
            assert app.screen.field("name_ky").has_focus_within
            assert "! Муну толтуруңуз." in "".join(text_of(app))


async def test_a_second_association_is_the_one_spoken_of_from_then_on(world):
    with app_in(world, SettingsScreen) as app:
        async with app.run_test(size=SIZE) as pilot:
            await open_line(app, pilot, "associations")
            await pilot.press("2")
            await pilot.pause()
            assert isinstance(app.screen, AssociationForm)
            app.focused.paste("орус")
            await pilot.press("enter", "f2")
            await settle(app, pilot)
            await settle(app, pilot)
            made = current.association()
            assert made.name_ru == "Методическое объединение учителей русского языка и литературы"
            assert (made.profile, len(associations.associations())) == ("russian", 2)
            await open_line(app, pilot, "association")
            assert "Азыр мүчөлөр: 0." in "".join(text_of(app))


async def test_a_leader_is_elected_at_a_meeting_and_the_one_before_ceases(world):
    with app_in(world, RoleForm, role="leader") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            app.focused.paste("кач")
            await pilot.press("enter", "left")
            await pilot.pause()
            assert not app.screen.field("order_number").display
            app.screen.field("since").raw = "28.08.2026"
            app.screen.field("agenda_item_id").raw = "№ 1 · 28.08.2026 · Жылдык иш планын талкуулоо жөнүндө"
            await pilot.press("f2")
            await settle(app, pilot)
    newest, older = appointments.appointments(world.association_id, "leader")
    assert (newest.surname, newest.manner, newest.order_number) == ("Качкынбай кызы", "elected", "")
    assert newest.agenda_item_id is not None
    assert older.until == dt.date(2026, 8, 28)


async def test_an_appointment_names_its_order_and_the_history_shows_both(world):
    order = {"order_number": "12", "order_date": dt.date(2026, 8, 31)}
    appointments.appoint(world.association_id, "leader", world.people[4], since=dt.date(2026, 9, 1), **order)
    with app_in(world, RoleScreen, role="leader") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = text_of(app)
    assert shown[0].strip() == "Жөндөөлөр · Бирикменин жетекчиси"
    assert " ".join(shown[2].split()).startswith("Качкынбай кызы Н. 01.09.2026 – дайындалган · буйрук № 12")
    assert shown[3].split()[:5] == ["Асанова", "Г.", "М.", "01.08.2026", "–"]


async def test_nobody_chosen_is_named_at_the_field(world):
    with app_in(world, RoleForm, role="secretary") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f2")
            await pilot.pause()
            assert "! Муну толтуруңуз." in "".join(text_of(app))
            app.screen.field("person_id").raw = "Ххх"
            await pilot.press("f2")
            assert "! Табылган жок: Ххх" in "".join(text_of(app))


async def test_the_year_is_tentative_until_confirmed_and_moves_in_mid_year(world):
    with app_in(world, YearForm, first_year=2026) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            shown = text_of(app)
            assert shown[0].strip() == "Жөндөөлөр · 2026-2027-окуу жылы · болжолдуу"
            assert shown[7].strip() == "1-чейрек                      01.09.2026 – 31.10.2026"
            app.screen.field("quarter_1").raw = "1,9 4 ноябрь"
            app.screen.field("autumn").raw = "5.11 9.11"
            app.screen.field("quarter_2").raw = "10.11 – 30.12"
            app.screen.field("confirmed").raw = "1"
            await pilot.press("f2")
            await settle(app, pilot)
    year = calendar.school_year(2026)
    assert (year.quarters[0].ends, year.confirmed) == (dt.date(2026, 11, 4), True)
    assert [each.ends for each in year.holidays][:1] == [dt.date(2026, 11, 9)]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("quarter_2", "01.10 30.12", "! Башка чейрек менен кайчылашып калды."),
        ("quarter_4", "22.03 30.07", "! Бул күн окуу жылына кирбейт."),
        ("quarter_3", "13.03 11.01", "! Акыркы күнү биринчи күнүнөн мурун турат."),
        ("winter", "эртең", "! Бул жерге эки күн жазыңыз, мисалы: 01.09 04.11."),
        ("year", "", "! Муну толтуруңуз."),
    ],
)
async def test_days_that_do_not_fit_are_named_at_their_field(world, field, typed, sentence):
    with app_in(world, YearForm, first_year=2026) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            app.screen.field(field).raw = typed
            await pilot.press("f2")
            await pilot.pause()
            assert sentence in " ".join(line.strip() for line in text_of(app))
            assert app.screen.field(field).has_focus_within
            assert app.screen.field(field).raw == typed
    assert calendar.school_year(2026) is None


async def test_the_words_of_the_protocol_are_chosen_with_the_arrows(world):
    with app_in(world, WordsForm) as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("right", "tab", "right", "right")
            assert "( ) отурум   (•) чогулуш   ( ) жыйын" in "".join(text_of(app))
            app.screen.field("quorum_percent").raw = "100"
            await pilot.press("f2")
            assert "! Эң көп дегенде 99 болушу керек." in "".join(text_of(app))
            app.screen.field("quorum_percent").raw = "66"
            await pilot.press("f2")
            await settle(app, pilot)
    chosen = settings.words()
    assert (chosen.meeting_ky, chosen.resolved_ky) == ("чогулуш", "ЧЕЧИМ КЫЛЫНДЫ")
    assert settings.get("quorum_percent") == "66"


async def test_phrases_are_listed_changed_added_and_taken_out(world):
    before = len(settings.phrases("heard"))
    with app_in(world, PhrasesScreen, kind="heard") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("f7")
            await pilot.pause()
            app.screen.field("ky").raw = "Талдоо жасады [/]."
            await pilot.press("f2")
            await settle(app, pilot)
            assert any("Талдоо жасады [/]." in line for line in text_of(app))
            await pilot.press("end", "f8", "2")
            await settle(app, pilot)
            assert not any("Талдоо жасады" in line for line in text_of(app))
    assert len(settings.phrases("heard")) == before


async def test_questions_of_the_agenda_stand_by_the_months_of_the_school_year(world):
    with app_in(world, PhrasesScreen, "ru", kind="agenda") as app:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            months = [line.split()[0] for line in text_of(app)[2:22]]
    assert list(dict.fromkeys(months)) == ["любой", "август", "октябрь", "ноябрь", "январь", "февраль"]


def test_two_days_in_one_line_are_read_as_people_type_them():
    expected = dt.date(2026, 9, 1), dt.date(2027, 5, 28)
    for text in ("01.09 28.05", "1,9 – 28,5", "1 сентябрь 28 май", "01.09.2026–28.05.2027"):
        assert parse_span(text, FIRST, LAST) == expected
    assert parse_span("", FIRST, LAST) is None
    with pytest.raises(Refused):
        parse_span("01.09", FIRST, LAST)
