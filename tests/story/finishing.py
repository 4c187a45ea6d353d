"""After the meeting: the draft, the finished protocol, its papers, and its amendment."""

from __future__ import annotations

from pathlib import Path

from tests.story.leader import Leader

REASON = "бир чечим жазылбай калган"


def end(leader: Leader) -> None:
    """The last page finds nothing unfinished and says what goes on to the next meeting."""
    leader.sees("Бүтпөй калган эч нерсе көрүнбөйт.")
    leader.sees("Кийинки отурумга өтөт – 5:")
    leader.sees_marked("Отурумду бүтүрүү")
    leader.press("Enter")
    leader.sees_marked("Протоколду бүтүрүү")


def finalise(leader: Leader) -> None:
    """The protocol is finished: from now on it does not change."""
    leader.press("Enter")
    leader.sees("№ 1 протокол бүтүрүлсүнбү?")
    leader.choose("2")
    leader.sees("Протокол № 1 · 16.10.2026 · Даяр")
    leader.sees("ПРОТОКОЛ № 1")


def print_paper(leader: Leader, folder: Path, *keys: str) -> Path:
    """F5 and Enter; with `keys` between. Returns the file that was made."""
    leader.press("F5")
    leader.sees("Тили: (•) кыргызча")
    leader.press(*keys)
    if keys:
        leader.sees("(•) орусча")
    leader.press("Enter")
    leader.sees("Даяр: ")
    name = next(line for line in leader.terminal.screen() if "Даяр: " in line).split("Даяр: ")[1]
    leader.choose("3")
    leader.sees_gone("Даяр: ")
    return folder / name[: name.index(".docx") + len(".docx")]


def amend(leader: Leader) -> None:
    """A decision was forgotten: with a reason the meeting opens again, and a second version is finished."""
    leader.press("F4")
    leader.sees("эмне үчүн түзөтүү киргизилет?")
    leader.field(REASON, "Enter")
    leader.sees_marked("Протоколду бүтүрүү")
    leader.press("PgUp")
    leader.sees("5. Ар түрдүү маселелер жөнүндө")
    leader.press(*["Tab"] * 6)
    leader.field("!чор 06,11 отурумдун убактысы мүчөлөргө билдирилсин")
    leader.sees("Отурумдун убактысы мүчөлөргө билдирилсин Чороева Б. М. 06.11.2026")
    leader.press("PgDn")
    leader.sees_marked("Протоколду бүтүрүү")
    leader.press("Enter")
    leader.sees("№ 1 протокол бүтүрүлсүнбү?")
    leader.choose("2")
    leader.sees("2-редакция, баары 2")


def earlier_version(leader: Leader) -> None:
    """What is new in the second version is shown; then the first one is shown as it was."""
    leader.choose(" ")
    leader.sees("Айырмасы: 1-редакция → 2-редакция")
    leader.sees("+ 5.2. Отурумдун убактысы мүчөлөргө билдирилсин.")
    leader.choose(" ")
    leader.sees("2-редакция, баары 2")
    leader.press("Left")
    leader.sees("1-редакция, баары 2")
    leader.sees_gone("Түзөтүүнүн себеби")
