"""The meeting of the model protocol as content, its Russian twins, and a reader of finished Word files."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table

TABLE = Path(__file__).parent / "expected" / "twins.tsv"
TWINS = dict(line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines())
"""What the leader typed in Kyrgyz → the same in Russian."""


def name(surname: str, initials: str) -> dict[str, str]:
    return {"listed": f"{surname} {initials}", "signed": f"{initials} {surname}", "full": f"{surname} {initials}"}


ASANOVA = name("Асанова", "Г. М.")
SECRETARY = name("Асан уулу", "Б.")
ABDYRAEVA = name("Абдыраева", "Н. Т.")
KADYROVA = name("Кадырова", "С. Ж.")
ZHOLDOSH = name("Жолдош кызы", "А.")
PETROVA = name("Петрова", "О. И.")


def model_content(**changes: Any) -> dict[str, Any]:
    """Return the content of the model protocol, final, with the given parts changed."""
    return {
        "format": 1,
        "language": "ky",
        "example": False,
        "version": 1,
        "amendment_reason": "",
        "school": school(),
        "association": {
            "name_ky": "Башталгыч класстардын мугалимдеринин усулдук бирикмеси",
            "name_ru": "Методическое объединение учителей начальных классов",
        },
        "words": {
            "meeting_ky": "отурум",
            "resolved_ky": "ТОКТОМ КЫЛЫНДЫ",
            "resolved_ru": "ПОСТАНОВИЛИ",
            "spoke_ky": "ЧЫГЫП СҮЙЛӨШТҮ",
            "spoke_ru": "ВЫСТУПИЛИ",
        },
        "meeting": {
            "uid": "6f0f4a1e-0000-4000-8000-000000000002",
            "number": 2,
            "year": 2026,
            "date": "2026-10-16",
            "planned_time": "14:00",
            "started": "14:10",
            "ended": "15:05",
            "place": "№ 12 кабинет",
            "state": "final",
            "signed_on": None,
        },
        "chair": ASANOVA,
        "secretary": SECRETARY,
        "present": [
            present(ABDYRAEVA),
            present(SECRETARY),
            present(ASANOVA),
            present(ZHOLDOSH),
            present(KADYROVA, from_item=2),
            present(PETROVA),
            present(name("Үсөнова", "Ж. К.")),
        ],
        "absent": [
            {"name": name("Өмүралиева", "Т. С."), "reason": "ill", "reason_text": ""},
            {"name": name("Чороева", "Б. М."), "reason": "unexcused", "reason_text": ""},
        ],
        "guests": [{"name": "Г. Т. Эсенова", "role": "окуу бөлүмүнүн башчысы"}],
        "quorum": {"members": 9, "present": 7, "met": True},
        "items": [first_item(), second_item()],
        "twins": TWINS,
    } | changes


def empty_content() -> dict[str, Any]:
    """Return a meeting about which nothing is known yet."""
    content = model_content(version=0, chair=None, secretary=None, present=[], absent=[], guests=[], items=[])
    content["quorum"] = {"members": 0, "present": 0, "met": False}
    content["school"] |= {"place_ky": "", "place_ru": ""}
    content["meeting"] |= {"number": None, "date": None, "planned_time": "", "started": "", "ended": "", "place": ""}
    return content


def school() -> dict[str, str]:
    return {
        "name_ky": "Нарын районундагы № 7 «Билим» жалпы билим берүүчү орто мектеби",
        "name_ru": "Общеобразовательная средняя школа № 7 «Билим»",
        "head_ky": "",
        "head_ru": "Нарынский район, общеобразовательная средняя школа № 7 «Билим»",
        "place_ky": "Нарын ш.",
        "place_ru": "г. Нарын",
        "ministry_ky": "",
        "ministry_ru": "",
        "director": "А. Т. Осмонов",
        "head_of_studies": "Г. Т. Эсенова",
    }


def present(person: dict[str, str], **changes: Any) -> dict[str, Any]:
    return {"name": person, "online": False, "from_item": None, "arrived": "", "until_item": None} | changes


def item(number: int, title: str, **changes: Any) -> dict[str, Any]:
    return {
        "number": number,
        "title": title,
        "kind": "ordinary",
        "reporter": None,
        "reporter_guest": "",
        "planned_minutes": None,
        "heard": "",
        "speeches": [],
        "proposals": [],
        "decisions": [],
        "vote": None,
        "candidates": [],
    } | changes


def speech(kind: str, person: dict[str, str] | None, text: str, guest: str = "") -> dict[str, Any]:
    return {"kind": kind, "name": person, "guest": guest, "text": text}


def proposal(person: dict[str, str], text: str, outcome: str, reason: str = "") -> dict[str, Any]:
    return {"name": person, "text": text, "outcome": outcome, "reason": reason}


def decision(number: int, text: str, *owners: dict[str, str], deadline: str | None = None) -> dict[str, Any]:
    return {
        "number": number,
        "text": text,
        "owners": list(owners),
        "deadline": deadline,
        "deadline_next_meeting": False,
    }


def vote(**counts: Any) -> dict[str, Any]:
    return {"unanimous": False, "for": 0, "against": 0, "abstained": 0, "not_voting": 0} | counts


def first_item() -> dict[str, Any]:
    return item(
        1,
        "Өткөн отурумдун чечимдеринин аткарылышы жөнүндө",
        kind="review",
        reporter=ASANOVA,
        heard=list(TWINS)[4],
        decisions=[
            decision(1, "Маалымат эске алынсын."),
            decision(2, "Аткаруу мөөнөтү узартылсын.", KADYROVA, deadline="2026-10-30"),
        ],
        vote=vote(unanimous=True) | {"for": 6},
    )


def second_item() -> dict[str, Any]:
    return item(
        2,
        "1-чейректин жыйынтыгы жөнүндө",
        reporter=ABDYRAEVA,
        heard="1-чейректин жыйынтыгы боюнча маалымат берди: жетишүү – 98,2 %, билим сапаты – 64,0 %.",
        speeches=[
            speech("question", PETROVA, "4-«Б» классында сапат эмне үчүн төмөндөдү?"),
            speech("speech", ZHOLDOSH, "кошумча сабактарды шейшемби күнү өткөрүү зарыл."),
            speech("answer", ABDYRAEVA, "математикадан эки тема артта калган."),
            speech("speech", SECRETARY, "текшерүү ишин талаптар боюнча талдоону сунуштады."),
        ],
        proposals=[proposal(ZHOLDOSH, "кошумча сабактар уюштурулсун", "accepted")],
        decisions=[
            decision(1, "Кошумча сабактар уюштурулсун: 4-«Б», математика.", ABDYRAEVA, deadline="2026-11-20"),
            decision(2, "Ушул чечимдин аткарылышын көзөмөлдөө усулдук бирикменин жетекчисине жүктөлсүн."),
        ],
        vote=vote(abstained=1) | {"for": 6},
    )


def lines(paper: bytes) -> list[str]:
    """Read a Word file's body: paragraphs in order, tabs as tabs, cells of a row, merged ones once, joined by « | »."""
    read = []
    for block in Document(BytesIO(paper)).iter_inner_content():
        if isinstance(block, Table):
            read += [" | ".join({cell._tc: cell.text for cell in row.cells}.values()) for row in block.rows]
        else:
            read.append(block.text)
    return read


def header(paper: bytes) -> str:
    return "".join(paragraph.text for paragraph in Document(BytesIO(paper)).sections[0].header.paragraphs)
