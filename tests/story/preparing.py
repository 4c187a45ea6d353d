"""Before anyone speaks: the first start, the agenda, who is there."""

from __future__ import annotations

from tests.story.leader import PATIENCE, Leader

SCHOOL = 'Нарын районундагы № 7 "Билим" жалпы билим берүүчү орто мектеби'
PASTED = """Абдыраева Назгүл Токтоевна 1-А
Асан уулу Бакыт\t3-Б
Байтемирова Нургүл Сыдыковна 1-Б
Жолдош кызы Айгүл 2-А
Кадырова Сайра Жумабековна 4-Б
Мамытова Жаңыл Өмүрбековна 2-Б
Орозобекова Ырыскан Эсеновна 3-А
Петрова Ольга Ивановна 4-В
"""
TYPED = {
    "Өмүралиева Төлгөнай Сагынбековна 3 В": "10 Өмүралиева Т. С. 3-В",
    "Үсөнова Жамал Калыевна 4В": "11 Үсөнова Ж. К. 4-В",
    "Чороева Бурул Мамбетовна 2 В": "12 Чороева Б. М. 2-В",
}
"""A line as typed → how it is read."""
AGENDA = (
    ("Ачык сабактардын графиги жөнүндө", "абд", "Абдыраева Н. Т."),
    ("Биринчи чейректин жыйынтыгы жөнүндө", "кад", "Кадырова С. Ж."),
    ("Математика боюнча текшерүү иштеринин жыйынтыгы жөнүндө", "мам", "Мамытова Ж. Ө."),
    ("Ар түрдүү маселелер жөнүндө", "асанова", "Асанова Г. М."),
)
"""Question, letters for who reports, the name that they mean."""


def set_up(leader: Leader) -> None:
    """An empty laptop: the language, three answers, twelve members."""
    leader.sees("Тилди тандаңыз")
    leader.type("1")
    leader.sees("Алтоо тең даана окулабы?")
    leader.type("1")
    leader.sees("Мектебиңиз")
    leader.field(SCHOOL, "Enter")
    leader.field("баш", "Enter", shown="баш Башталгыч класстар")
    leader.field("Асанова Гүлнара Маратовна", "F2")
    leader.sees("1 Асанова Г. М.")
    leader.terminal.paste(PASTED)
    for line, read in TYPED.items():
        leader.field(line, "Enter", shown=read)
    leader.press("F2")
    leader.sees("Отурумду баштоо")


def complete_school(leader: Leader) -> None:
    """Where the school is and what it is called in Russian, then back to the meeting from the home screen."""
    leader.sees_marked("Отурумду баштоо")
    leader.press("Esc")
    leader.sees("КИЙИНКИ ОТУРУМ")
    while not leader.terminal.screen()[0].startswith(" Жөндөөлөр"):
        before = leader.terminal.screen()[0]
        leader.press("F6")
        leader.terminal.wait_until(lambda lines, before=before: lines[0] != before, PATIENCE)
    leader.sees_marked("Мектеп")
    leader.press("Enter")
    leader.sees("Кыргызча кагаздарда")
    leader.press("Tab", "Tab")
    leader.field("Нарын ш.")
    leader.press("Tab")
    leader.field('Нарынский район, общеобразовательная средняя школа № 7 "Билим"', shown='школа № 7 "Билим"')
    leader.press("Tab")
    leader.field("г. Нарын", "F2")
    leader.sees("Сөз айкаштары")
    leader.press("F6")
    leader.sees_marked("№ 1 · ")
    leader.press("Enter")


def prepare(leader: Leader) -> None:
    """The agenda of her own, the day, the place and who keeps the protocol; then the meeting begins."""
    leader.sees_marked("Отурумду баштоо")
    clear_agenda(leader)
    leader.press("F7")
    leader.sees("1. маселе эмне жөнүндө")
    leader.type("жылдык")
    leader.sees("жылдык Жылдык иш планын талкуулоо жөнүндө")
    leader.press("Down", "Enter")
    leader.sees("1. Жылдык иш планын талкуулоо жөнүндө УГУЛДУ")
    for number, (title, letters, name) in enumerate(AGENDA, 2):
        leader.press("F7")
        leader.sees(f"{number}. маселе эмне жөнүндө")
        leader.field(title)
        leader.person(letters, name)
    leader.press(*["PgUp"] * 5)
    leader.sees_marked("Отурумду баштоо")
    leader.press("Tab", *["Backspace"] * 10)
    leader.field("16.10.2026")
    leader.sees("16.10.2026 · 12/12")
    leader.field("14,00", shown="Саат 14,00")
    leader.field("№ 12 кабинет")
    leader.field("14,10", shown="Башталышы 14,10")
    leader.field("15,05", shown="Аякташы 15,05")
    leader.sees("Башталышы 14.10 Аякташы 15.05")
    leader.press("Tab")
    leader.person("асан у", "Асан уулу Б.")
    leader.sees("Катчы Асан уулу Б.")


def clear_agenda(leader: Leader) -> None:
    """Take off what is usual in the month of this very day: the story is the same in every month."""
    leader.press("F6")
    leader.sees("Space – барбы, жокпу")
    leader.press("F6")
    leader.sees_marked("Даярдык")
    leader.press("Down")
    while "Жыйынтык" not in leader.terminal.screen()[2]:
        agenda = leader.terminal.screen()[:10]
        leader.press("F8")
        leader.terminal.wait_until(lambda lines, agenda=agenda: lines[:10] != agenda, PATIENCE)


def begin(leader: Leader) -> None:
    """The meeting begins: who is ill, who is not there yet, who is invited."""
    leader.sees_marked("Отурумду баштоо")
    leader.press("Enter")
    leader.sees("1. Жылдык иш планын талкуулоо жөнүндө")
    leader.press("F6")
    leader.sees_marked("Абдыраева Н. Т.")
    leader.press(*["Down"] * 5)
    leader.choose(" ")
    leader.sees("− Кадырова С. Ж.")
    leader.press("Down", "Down")
    leader.choose("1")
    leader.sees("− Өмүралиева Т. С. оору")
    leader.sees("16.10.2026 · 10/12 кворум бар")
    leader.press("F7")
    leader.sees("1 Башка адам…")
    leader.choose("1")
    leader.field("Г. Т. Эсенова, окуу бөлүмүнүн башчысы", "Enter")
    leader.sees("+ Г. Т. Эсенова окуу")
    leader.press("F6", "F6")


def late_comer(leader: Leader) -> None:
    """She comes when the second question is discussed."""
    leader.press("PgDn")
    leader.sees("2. Ачык сабактардын графиги жөнүндө")
    leader.press("F6")
    leader.sees_marked("+ Г. Т. Эсенова")
    leader.press("Home", *["Down"] * 5, "Enter")
    leader.sees("2 кечигип келди")
    leader.choose("2")
    leader.sees("Кайсы маселеден баштап")
    leader.field(" 14,20", "Enter", shown="2 14,20")
    leader.sees("~ Кадырова С. Ж. 14.20")
    leader.sees("16.10.2026 · 11/12")
    leader.press("F6", "F6")
