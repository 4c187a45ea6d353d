"""Deadlines as they are typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.deadlines import Deadline, Entry, parse_deadline, parse_entry
from db.rules.names import parse_name
from db.rules.people import find

SUNDAY = date(2026, 11, 22)
QUARTER_END = date(2026, 12, 30)
MEETING = date(2026, 12, 18)
CHRISTMAS = date(2026, 12, 25)
LINES = [
    "Асанова Гүлнара Маратовна",
    "Асанова Мээрим",
    "Качкынбай кызы Нурзат",
    "Петров Асан Ильич",
    "Өмүралиева Үсөн кызы",
    "Исаков Бакыт",
    "Исакова Жылдыз",
]
PEOPLE = [(number, parse_name(line)) for number, line in enumerate(LINES, start=1)]


def read(line: str) -> Entry:
    return parse_entry(line, today=SUNDAY, people=PEOPLE, quarter_end=QUARTER_END, next_meeting=MEETING)


def due(text: str, quarter_end: date | None = QUARTER_END, meeting: date | None = MEETING) -> Deadline | None:
    return parse_deadline(text, today=SUNDAY, quarter_end=quarter_end, next_meeting=meeting)


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["бүгүн", "Бугун", "сегодня"], 0),
        (["эртең", "эртен", "завтра", "эртеңге чейин"], 1),
        (["дүйшөмбү", "дуйшомбу", "понедельник", "в понедельник"], 1),
        (["шейшемби", "вторник", "ко вторнику"], 2),
        (["жума", "Жума", "жумага чейин", "жума күнү", "пятница", "в пятницу", "к пятнице"], 5),
        (["ишемби", "в субботу"], 6),
        (["жекшемби", "в воскресенье"], 7),
        (["жумадан кийин", "бир жумадан кийин", "через неделю"], 7),
        (["эки жумадан кийин", "2 жумадан кийин", "через две недели", "через 2 недели"], 14),
        (["10 күндөн кийин", "через 10 дней"], 10),
        (["айдын аягы", "айдын аягына чейин", "ай аягы", "конец месяца", "до конца месяца"], 8),
        (["чейректин аягы", "чейректин аягына чейин", "чейрек аягы", "конец четверти", "до конца четверти"], 38),
        (["25,12", "25.12", "25/12", "25.12.26", "25 декабрь", "25-декабрга чейин", "до 25 декабря"], 33),
    ],
)
def test_a_deadline_in_words(texts: list[str], days: int) -> None:
    assert [due(text) for text in texts] == [Deadline(SUNDAY + timedelta(days=days))] * len(texts)


@pytest.mark.parametrize(
    "text",
    ["кийинки отурум", "Кийинки отурумга чейин", "кийинки чогулушта", "следующее заседание", "к следующему заседанию"],
)
def test_the_next_meeting_is_a_deadline_even_without_a_date(text: str) -> None:
    assert due(text) == Deadline(MEETING, next_meeting=True)
    assert due(text, meeting=None) == Deadline(None, next_meeting=True)


@pytest.mark.parametrize(
    "text", ["", "чейин", "30.02", "план", "жумалык", "эки жума", "нөл жумадан кийин", "в", "а" * 99]
)
def test_what_is_no_deadline_is_none(text: str) -> None:
    assert due(text) is None


def test_the_end_of_an_unknown_quarter_is_no_deadline() -> None:
    assert due("чейректин аягы", quarter_end=None) is None


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.sampled_from(["жума", "пятница"]))
def test_a_day_of_the_week_is_the_next_one(today: date, text: str) -> None:
    found = parse_deadline(text, today=today, quarter_end=None, next_meeting=None)
    assert found is not None
    assert found.day is not None
    assert 1 <= (found.day - today).days <= 7
    assert found.day.weekday() == 4


PLAN = "План түзүлсүн"


@pytest.mark.parametrize(
    "line",
    [
        "!качкынбай 25,12 план түзүлсүн",
        "@качкынбай 25,12 план түзүлсүн",
        "!Качкынбай кызы 25.12 план түзүлсүн",
        "!качкын  25.12.2026   план  түзүлсүн",
        "!качкынбай кызы Н. 25/12 план түзүлсүн",
        "!качкынбай, 25,12, план түзүлсүн",
        "!качкынбай,25,12 план түзүлсүн",
        "!нурзат 25 декабрь план түзүлсүн",
        "!качкынбай 25-декабрга чейин план түзүлсүн",
        "!качкынбай 25,12ге чейин план түзүлсүн",
        "25,12 !качкынбай план түзүлсүн",
        "план түзүлсүн !качкынбай 25,12",
        "план түзүлсүн 25,12 !качкынбай",
        "план !качкынбай түзүлсүн 25.12.",
        "план түзүлсүн !качкынбай 25 декабря 2026 года",
        "!качкынбай – 25,12 – план түзүлсүн",
    ],
)
def test_who_when_and_what_in_any_order(line: str) -> None:
    assert read(line) == Entry(PLAN, (3,), CHRISTMAS)


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("план түзүлсүн", Entry(PLAN)),
        ("", Entry("")),
        ("  план\t түзүлсүн ", Entry(PLAN)),
        ("!качкынбай план түзүлсүн", Entry(PLAN, (3,))),
        ("план түзүлсүн 25,12", Entry(PLAN, (), CHRISTMAS)),
        ("25.12 план түзүлсүн", Entry(PLAN, (), CHRISTMAS)),
        ("!качкынбай", Entry("", (3,))),
        ("25,12", Entry("", (), CHRISTMAS)),
        ("!качкынбай !петров план түзүлсүн", Entry(PLAN, (3, 4))),
        ("!качкынбай,петров план түзүлсүн", Entry(PLAN, (3, 4))),
        ("!качкынбай,!петров план түзүлсүн", Entry(PLAN, (3, 4))),
        ("!качкынбай, петров план түзүлсүн", Entry(PLAN, (3, 4))),
        ("!качкынбай жана !петров план түзүлсүн", Entry(PLAN, (3, 4))),
        ("!качкынбай план !петров түзүлсүн", Entry(PLAN, (3, 4))),
        ("!петров !петр план түзүлсүн", Entry(PLAN, (4,))),
        ("!омуралиева план түзүлсүн", Entry(PLAN, (5,))),
        ("!исаков план түзүлсүн", Entry(PLAN, (6,))),
        ("!исаков бакыт план түзүлсүн", Entry(PLAN, (6,))),
        ("!исак план түзүлсүн", Entry(PLAN, ambiguous=(("исак", (6, 7)),))),
        ("!исак ж план түзүлсүн", Entry(PLAN, (7,))),
        ("!исак жыл план түзүлсүн", Entry(PLAN, (7,))),
        ("!асанова план түзүлсүн", Entry(PLAN, ambiguous=(("асанова", (1, 2)),))),
        ("!асанова г план түзүлсүн", Entry(PLAN, (1,))),
        ("!асанова Г. план түзүлсүн", Entry(PLAN, (1,))),
        ("!асанова Г.М. план түзүлсүн", Entry(PLAN, (1,))),
        ("!асанова.г план түзүлсүн", Entry(PLAN, (1,))),
        ("!асанова мээрим план түзүлсүн", Entry(PLAN, (2,))),
        ("!зорро план түзүлсүн", Entry(PLAN, unknown=("зорро",))),
        ("!петров !зорро 25,12 план түзүлсүн", Entry(PLAN, (4,), CHRISTMAS, unknown=("зорро",))),
        ("!петров эртең план түзүлсүн", Entry(PLAN, (4,), SUNDAY + timedelta(days=1))),
        ("!петров план түзүлсүн жума", Entry(PLAN, (4,), SUNDAY + timedelta(days=5))),
        ("!петров в пятницу план түзүлсүн", Entry(PLAN, (4,), SUNDAY + timedelta(days=5))),
        ("!петров чейректин аягына чейин план түзүлсүн", Entry(PLAN, (4,), QUARTER_END)),
        ("!петров план түзүлсүн бир жумадан кийин", Entry(PLAN, (4,), SUNDAY + timedelta(days=7))),
        ("!петров кийинки отурум план түзүлсүн", Entry(PLAN, (4,), MEETING, next_meeting=True)),
        ("план түзүлсүн к следующему заседанию", Entry(PLAN, (), MEETING, next_meeting=True)),
        ("!петров 5,03 план түзүлсүн", Entry(PLAN, (4,), date(2027, 3, 5))),
        ("!петров 5,3 план түзүлсүн", Entry(PLAN, (4,), date(2027, 3, 5))),
        ("!петров 05.03.2027 план түзүлсүн", Entry(PLAN, (4,), date(2027, 3, 5))),
    ],
)
def test_known_lines(line: str, entry: Entry) -> None:
    assert read(line) == entry


@pytest.mark.parametrize(
    "text",
    [
        "Билим сапаты 48 %",
        "Билим сапаты 48,05 %",
        "Орточо балл 4,12",
        "4-А классында сабак өтүлсүн",
        "2.1 пункт аткарылсын",
        "2.1. Пункт аткарылсын",
        "Тиркеме 2.1",
        "Буйрук № 12.10",
        "Сабак 2-4",
        "Сабак 10-12",
        "2-4-класстарга кошумча сабак",
        "Эртең менен сабак өтүлсүн",
        "Эртең менен",
        "Жума күнү кошумча сабак өтүлсүн",
        "Отчёт ар жума",
        "План эки жума",
        "Ачык сабактын талдоосу кийинки отурумда угулсун",
        "25-декабрда ачык сабак өткөрүлсүн",
        "Абдан жакшы! Асанга рахмат",
        "Дареги a@b.kg",
        "Жакшы !",
        "30.02",
        "5 < 6 & «а» [/]",
        "2026",
    ],
)
def test_what_is_no_date_and_no_sign_stays_in_the_text(text: str) -> None:
    assert read(text) == Entry(text)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("!петров 2.1 пункт аткарылсын", "2.1 пункт аткарылсын"),
        ("!петров 2-4-класс боюнча отчёт", "2-4-класс боюнча отчёт"),
        ("!петров 48 % га жеткирилсин", "48 % га жеткирилсин"),
        ("!петров жума сайын отчёт", "Жума сайын отчёт"),
        ("!петров эртең менен сабак", "Эртең менен сабак"),
        ("!петров а класстары менен", "А класстары менен"),
    ],
)
def test_after_a_person_too_the_text_keeps_its_numbers(line: str, text: str) -> None:
    assert read(line) == Entry(text, (4,))


@given(st.text(st.sampled_from("!@ ,.25/12абвгқасанопетркчы«»–\n\t") | st.characters(), max_size=60))
def test_any_line_is_read_without_an_error(line: str) -> None:
    entry = read(line)
    assert entry.text == " ".join(entry.text.split())
    assert set(entry.owner_ids) <= {number for number, _ in PEOPLE}


@given(st.lists(st.text("абвгдежзийклмнңоөпрстуүфхцчшъыьэюя", min_size=1, max_size=9), max_size=8))
def test_a_line_of_other_words_is_only_text(words: list[str]) -> None:
    entry = read(" ".join(words))
    assert entry.owner_ids == ()
    if entry.deadline is None and not entry.next_meeting:
        assert entry.text.lower() == " ".join(words).lower()


def test_a_pasted_megabyte_is_text() -> None:
    assert read("!петров " * 125_000) == Entry(" ".join(["!петров"] * 125_000))


@given(st.integers(0, 6), st.dates(SUNDAY, SUNDAY + timedelta(days=300)))
def test_a_full_surname_and_date_are_always_found(place: int, day: date) -> None:
    number, name = PEOPLE[place]
    entry = read(f"!{name.full} {day.day},{day.month:02} план түзүлсүн")
    assert entry == Entry(PLAN, (number,), day)


@pytest.mark.parametrize(
    ("letters", "ids"),
    [("исаков", (6,)), ("исак", (6, 7)), ("асан", (1, 2)), ("ильич", (4,)), ("", ()), ("үсөн", (5,)), ("о", (5,))],
)
def test_letters_find_people(letters: str, ids: tuple[int, ...]) -> None:
    assert find(letters, PEOPLE) == ids
