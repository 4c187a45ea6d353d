"""Names as they are typed, listed and signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.names import Name, class_name, parse_member, parse_name

NAMES = [
    # typed, surname, given, patronymic, listed, signed
    ("Асанова Гүлнара Маратовна", "Асанова", "Гүлнара", "Маратовна", "Асанова Г. М.", "Г. М. Асанова"),
    ("Асан уулу Бакыт", "Асан уулу", "Бакыт", "", "Асан уулу Б.", "Б. Асан уулу"),
    ("Качкынбай кызы Нурзат", "Качкынбай кызы", "Нурзат", "", "Качкынбай кызы Н.", "Н. Качкынбай кызы"),
    ("Бактыгүл Жапар кызы", "Жапар кызы", "Бактыгүл", "", "Жапар кызы Б.", "Б. Жапар кызы"),
    ("Бакытбек Үсөн", "Бакытбек", "Үсөн", "", "Бакытбек Ү.", "Ү. Бакытбек"),
    ("Бакытбек Үсөн Жакшылык уулу", "Бакытбек", "Үсөн", "Жакшылык уулу", "Бакытбек Ү. Ж.", "Ү. Ж. Бакытбек"),
    ("Асан уулу Бакыт Нурлан уулу", "Асан уулу", "Бакыт", "Нурлан уулу", "Асан уулу Б. Н.", "Б. Н. Асан уулу"),
    ("АСАН УУЛУ БАКЫТ", "АСАН УУЛУ", "БАКЫТ", "", "АСАН УУЛУ Б.", "Б. АСАН УУЛУ"),
    ("асанова гүлнара", "асанова", "гүлнара", "", "асанова Г.", "Г. асанова"),
    ("Асанова Г. М.", "Асанова", "Г.", "М.", "Асанова Г. М.", "Г. М. Асанова"),
    ("Асанова Г.М.", "Асанова", "Г.", "М.", "Асанова Г. М.", "Г. М. Асанова"),
    ("Г.М. Асанова", "Асанова", "Г.", "М.", "Асанова Г. М.", "Г. М. Асанова"),
    ("Б. Асан уулу", "Асан уулу", "Б.", "", "Асан уулу Б.", "Б. Асан уулу"),
    ("Дж. Осмонов", "Осмонов", "Дж.", "", "Осмонов Д.", "Д. Осмонов"),
    ("Сергеева Анна-Мария Петровна", "Сергеева", "Анна-Мария", "Петровна", "Сергеева А. П.", "А. П. Сергеева"),
    ("Мамедов Али Гусейн оглы", "Мамедов", "Али", "Гусейн оглы", "Мамедов А. Г.", "А. Г. Мамедов"),
    ("Ли А", "Ли", "А", "", "Ли А.", "А. Ли"),
    ("Асанова", "Асанова", "", "", "Асанова", "Асанова"),
    ("Асанова,\tГүлнара;Маратовна", "Асанова", "Гүлнара", "Маратовна", "Асанова Г. М.", "Г. М. Асанова"),
    ("", "", "", "", "", ""),
]


@pytest.mark.parametrize(("typed", "surname", "given_name", "patronymic", "listed", "signed"), NAMES)
def test_a_typed_name_is_read_and_printed(
    typed: str, surname: str, given_name: str, patronymic: str, listed: str, signed: str
) -> None:
    name = parse_name(typed)
    assert name == Name(surname, given_name, patronymic)
    assert (name.listed, name.signed) == (listed, signed)


@pytest.mark.parametrize(
    ("short_form", "listed", "signed"),
    [
        ("Г. М. Асан", "Асан Г. М.", "Г. М. Асан"),
        ("Г.М. Асан кызы", "Асан кызы Г.М.", "Г.М. Асан кызы"),
        ("Гүля эже", "Асанова Г. М.", "Гүля эже"),
        (" ", "Асанова Г. М.", "Г. М. Асанова"),
    ],
)
def test_the_short_form_overrides_the_rule(short_form: str, listed: str, signed: str) -> None:
    name = Name("Асанова", "Гүлнара", "Маратовна", short_form)
    assert (name.listed, name.signed) == (listed, signed)
    assert name.full == "Асанова Гүлнара Маратовна"


def test_initials_typed_into_one_field_all_stay() -> None:
    assert Name("Асанова", "Г.М.").signed == "Г. М. Асанова"


@pytest.mark.parametrize(
    ("line", "full", "classes"),
    [
        ("Асанова Гүлнара Маратовна 4-А", "Асанова Гүлнара Маратовна", "4-А"),
        ("Асанова Гүлнара Маратовна 4А", "Асанова Гүлнара Маратовна", "4-А"),
        ("Асан уулу Бакыт, 4 а", "Асан уулу Бакыт", "4-А"),
        ('Асан уулу Бакыт; 4-"А"', "Асан уулу Бакыт", "4-А"),
        ("Асан уулу Бакыт 4-«А» класс", "Асан уулу Бакыт", "4-А"),
        ("1. Асанова\tГүлнара\t4А, 4-Б", "Асанова Гүлнара", "4-А, 4-Б"),
        ("12 Ли Ю 11в", "Ли Ю", "11-В"),
        ("Асанова Г. М. 4", "Асанова Г. М.", "4"),
        ("Асанова Г. М.", "Асанова Г. М.", ""),
        ("4-А", "", "4-А"),
        ("", "", ""),
    ],
)
def test_a_line_of_members_gives_name_and_classes(line: str, full: str, classes: str) -> None:
    member = parse_member(line)
    assert (member.name.full, member.classes) == (full, classes)


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("4А", "4-А"),
        ("4 a", "4-А"),
        ("4-«A»", "4-А"),
        ("7-b", "7-В"),
        ("10 «Ө»", "10-Ө"),
        ("4", "4"),
        ("4-А класс", "4-А"),
        ("даярдоо  тобу", "даярдоо тобу"),
        ("", ""),
    ],
)
def test_a_class_has_one_form(typed: str, form: str) -> None:
    assert class_name(typed) == form


@given(
    st.integers(1, 12), st.sampled_from("АБВГДЕЖЗИКЛМНОӨПРСТУҮФХЦЧШЭЮЯ"), st.sampled_from(["", " ", "-", " - ", "-«"])
)
def test_however_a_class_is_typed_its_name_is_the_same(number: int, letter: str, between: str) -> None:
    assert class_name(f"{number}{between}{letter.lower()}") == f"{number}-{letter}"
    assert class_name(class_name(f"{number}{between}{letter}")) == f"{number}-{letter}"


@given(st.text(max_size=60))
def test_no_word_of_a_typed_name_is_lost(line: str) -> None:
    name = parse_name(line)
    typed = line.replace(",", " ").replace(";", " ").replace(".", ". ").split()
    assert sorted("".join(name.full.split())) == sorted("".join(typed))
    assert isinstance(name.listed + name.signed, str)


@given(st.text(max_size=60))
def test_any_line_is_read_without_an_error(line: str) -> None:
    assert parse_member(line).name.surname == " ".join(parse_member(line).name.surname.split())


def test_a_line_of_a_megabyte_is_read() -> None:
    assert parse_member("4 " * 500_000).classes.startswith("4, 4")
