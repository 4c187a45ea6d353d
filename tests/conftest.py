"""What tests stand on: an empty data folder, an opened store, a school with its association."""

from __future__ import annotations

import datetime as dt
import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from db import connection
from db.associations import save_association
from db.example import year as example
from db.meetings import agenda, deciding, discussion, planning
from db.members import add_members, members
from db.models.record import database
from db.schools import save_school

settings.register_profile("quick", max_examples=30, deadline=None)
gc.set_threshold(50_000, 20, 20)  # thousands of small screens come and go: a tenth of the time went into counting them
settings.load_profile("quick")  # the test command stays under three minutes; `--hypothesis-profile=default` for more

TEACHERS = (
    "Асанова Гүлнара Маратовна 4-А",
    "Асан уулу Бакыт 3-Б",
    "Байтемирова Нургүл Сыдыковна 1-А",
    "Жумабекова Айнура Кубанычбековна 2-В",
    "Качкынбай кызы Назгүл 4-Б",
    "Мамытова Жаңыл Өмүрбековна 1-Б",
    "Орозобекова Ырыскан Эсеновна 2-А",
    "Өмүралиева Сонун Токтогуловна 3-А",
    "Сыдыкова Бермет Асановна 2-Б",
    "Токтоматова Чолпон Иманалиевна 4-В",
    "Үсөнова Кундуз Абдыкадыровна 1-В",
    "Эсенова Гүлмира Турдубековна 3-В",
)
"""Twelve teachers as a leader types them, in Kyrgyz order except for the first two."""

MakeSchool = Callable[..., int]
MakeAssociation = Callable[..., int]
MakeMeeting = Callable[..., int]
CountQueries = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture(scope="session")
def _empty_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty data file at rest, copied for each test: migrating takes longer than most tests."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    connection.open_for_writing(folder)
    connection.fold_log()
    connection.close()
    return connection.path_of(folder)


@pytest.fixture(scope="session")
def example_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example year at rest, written once for all workers of a run. Only read it, or copy it first."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / "example-year"
    with FileLock(shared / "example-year.lock"):
        if not folder.exists():
            connection.open_for_writing(shared / "writing")
            example.write()
            connection.fold_log()
            connection.close()
            (shared / "writing").rename(folder)
    return folder


def copy_of(folder: Path, to: Path) -> Path:
    """Copy data at rest, but for the files beside it that another worker's reading makes and takes away."""
    to.mkdir(mode=0o700)
    shutil.copy(connection.path_of(folder), connection.path_of(to))
    return to


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """Where the test's data is or will be; nothing is there yet."""
    return tmp_path / "data"


@pytest.fixture
def store(data_folder: Path, _empty_store: Path) -> Iterator[Path]:
    """An empty store, opened for writing on the test's thread."""
    data_folder.mkdir(mode=0o700)
    shutil.copy(_empty_store, connection.path_of(data_folder))
    connection.open_for_writing(data_folder)
    yield data_folder
    connection.close()


@pytest.fixture
def make_school(store: Path) -> MakeSchool:
    """Make the school; returns its id."""

    def make(**fields: object) -> int:
        names = {"name_ky": "№ 7 жалпы билим берүүчү мектеп", "name_ru": "Общеобразовательная школа № 7"}
        return save_school(**(names | fields)).value

    return make


@pytest.fixture
def make_association(make_school: MakeSchool) -> MakeAssociation:
    """Make an association of the school with some of the twelve teachers; returns its id."""

    def make(members: int = 12, **fields: object) -> int:
        names = {"name_ky": "Башталгыч класстардын усулдук бирикмеси", "name_ru": "МО начальных классов"}
        association_id = save_association(None, **(names | {"school_id": make_school()} | fields)).value
        add_members(association_id, TEACHERS[:members])
        return association_id

    return make


@pytest.fixture
def make_meeting(store: Path) -> MakeMeeting:
    """Hold a meeting of an association with a report, a speech, a proposal, a decision and a vote; returns its id."""

    def make(association_id: int, held_on: dt.date = dt.date(2026, 11, 14)) -> int:
        first, second, *_ = (each.person_id for each in members(association_id))
        meeting_id = planning.plan(association_id, held_on, "14:00", "№ 12 кабинет").value
        planning.start(meeting_id, "14:10")
        item_id = agenda.add(meeting_id, "1-чейректин жыйынтыгы жөнүндө", reporter_id=first).value
        agenda.change(item_id, heard="4-«Б» классында билим сапаты 48 %дан 44 %га төмөндөдү.")
        discussion.add_speech(item_id, "question", second, text="Себеби эмнеде?")
        discussion.add_proposal(item_id, second, "Шейшемби күнү кошумча сабак өтүү.", "accepted")
        deciding.add_decision(item_id, "Иштөө планы түзүлсүн.", [second], held_on + dt.timedelta(days=14))
        deciding.vote_unanimously(item_id)
        planning.end(meeting_id, "15:05")
        return meeting_id

    return make


@pytest.fixture
def count_queries(store: Path) -> CountQueries:
    """Gather the statements that run inside a `with` block."""

    @contextmanager
    def gather() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(statement: str) -> None:
            if not statement.startswith("--"):  # the search index's own
                statements.append(statement)

        handle = database.connection()
        handle.set_trace_callback(note)
        try:
            yield statements
        finally:
            handle.set_trace_callback(None)

    return gather
