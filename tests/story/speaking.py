"""The five questions of the meeting, each typed as it is spoken."""

from __future__ import annotations

from tests.story.leader import Leader

SAID = 'текшерүү ишин 96 окуучу жазды: 61 окуучу "4" жана "5" деген баа алды, 9 окуучу "2" алды. Эң көп ката бөл'
"""The report in the middle of which the light goes out."""


def first_item(leader: Leader) -> None:
    """A report, one speech, one decision with its owner and term, all agree; who reports was not known before."""
    leader.person("асанова", "Асанова Г. М.")
    leader.field("жылдык иш планынын долбоорун окуп берди.")
    leader.person("пет", "Петрова О. И.")
    leader.field("ачык сабактардын санын көбөйтүү зарыл.")
    leader.press("Tab", "Tab")
    leader.field("!асанова 25,12 иш планы толукталып, бекитүүгө берилсин")
    leader.sees("ЧЕЧИМ Иш планы толукталып, бекитүүгө берилсин Асанова Г. М. 25.12.2026")
    leader.press("Tab")
    leader.choose(" ")
    leader.sees("бир добуштан (10)")


def second_item(leader: Leader) -> None:
    """What is measured: a report, two speakers, one decision of two people, the vote, and on to the next question."""
    leader.field("ачык сабактардын графигинин долбоорун сунуштады.")
    leader.person("жол", "Жолдош кызы А.")
    leader.field("ачык сабактарга жаш мугалимдер да катышсын.")
    leader.person("асан у", "Асан уулу Б.")
    leader.field("сабактын талдоосу кийинки отурумда угулсун.")
    leader.press("Tab", "Tab")
    leader.field("!абдыраева,жолдош 01,11 график бекитилип, мектепке илинсин")
    leader.sees("График бекитилип, мектепке илинсин Абдыраева Н. Т., 01.11.2026 Жолдош кызы А.")
    leader.press("Tab")
    leader.choose(" ")
    leader.sees("бир добуштан (11)")
    leader.press("PgDn")
    leader.sees("3. Биринчи чейректин жыйынтыгы жөнүндө")


def third_item(leader: Leader) -> None:
    """A guest asks, the reporter answers; two proposals; two decisions without signs; votes counted."""
    leader.field('жетишүү 98,2 %, билим сапаты 64,0 %; 4 "Б" классында сапат төмөндөдү.')
    leader.type("?")
    leader.sees("суроо")
    leader.person("эсен", "Г. Т. Эсенова")
    leader.field('4 "Б" классында сапат эмне үчүн төмөндөдү?')
    leader.type(":")
    leader.sees("жооп")
    leader.person("кад", "Кадырова С. Ж.")
    leader.field("математикадан эки тема артта калган.")
    leader.person("усон", "Үсөнова Ж. К.")
    leader.field("кошумча сабактарды шейшемби күнү өткөрүү зарыл.")
    leader.press("Tab")
    leader.person("усон", "Үсөнова Ж. К.")
    leader.field("шейшемби күнү кошумча сабак уюштурулсун.")
    leader.choose("2")
    leader.sees("‹ кабыл алынды ›")
    leader.press("Tab")
    leader.person("пет", "Петрова О. И.")
    leader.field("математика боюнча олимпиада өткөрүлсүн")
    leader.choose("4")
    leader.sees("‹ кийинкиге калтырылды ›")
    leader.press("Tab")
    leader.field("тапшырмалар даяр эмес")
    leader.press("Tab")
    leader.field('Кошумча сабактар уюштурулсун: 4 "Б", математика')
    leader.field("усон")
    leader.field("кийинки отурум")
    leader.type("календард")
    leader.sees("календард Календардык")
    leader.press("Down", "Enter")
    leader.sees("Календардык-тематикалык пландарга түзөтүү киргизилсин.")
    leader.press("Tab")
    leader.field("кад")
    leader.field("30 октябрь")
    leader.press("Tab")
    leader.type("0 1")
    leader.sees("макул – 10, каршы – 0, калыс – 1")
    leader.press("PgDn")
    leader.sees("4. Математика боюнча текшерүү иштеринин жыйынтыгы жөнүндө")


def fourth_item(leader: Leader) -> None:
    """A long report; the light goes out in the middle of a word."""
    leader.type(SAID)
    leader.sees(SAID)


def after_the_dark(leader: Leader) -> None:
    """The same question, the same field, the cursor after the last letter: she goes on with the word."""
    leader.sees("4. Математика боюнча текшерүү иштеринин жыйынтыгы жөнүндө")
    leader.sees(SAID)
    leader.sees_cursor_after("ката бөл")
    leader.field("үүгө жана маселени кыска жазууга кеткен.", shown="бөлүүгө жана маселени кыска жазууга кеткен.")
    leader.person("ороз", "Орозобекова Ы. Э.")
    leader.field("бөлүүнү үйрөтүүгө дагы эки сабак керек.")
    leader.type("%")
    leader.sees("сын-пикир")
    leader.person("бай", "Байтемирова Н. С.")
    leader.field("дептерлер өз убагында текшерилген эмес.")
    leader.press("Tab", "Tab")
    leader.field("!мамытова жума каталар менен иштөөгө тапшырмалар даярдалсын")
    leader.sees("Каталар менен иштөөгө тапшырмалар даярдалсын Мамытова Ж. Ө. 23.10.2026")
    leader.press("Tab")
    leader.choose(" ")
    leader.sees("бир добуштан (11)")
    leader.press("PgDn")


def fifth_item(leader: Leader) -> None:
    """A decision that names nobody and no day: the end of the meeting asks about it and does not insist."""
    leader.sees("5. Ар түрдүү маселелер жөнүндө")
    leader.field("кийинки отурум ноябрь айында болорун билдирди.")
    leader.press("Tab", "Tab")
    leader.field("Маалымат эске алынсын.")
    leader.press("PgDn")
    leader.sees("Отурумду бүтүрүү")
