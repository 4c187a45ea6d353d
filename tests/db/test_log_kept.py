"""Another program that opens and closes the data beside an open screen leaves their log where it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from db import connection
from db.connection import path_of
from db.writer import Writer
from tests.db.core import bare, make_school

OTHER = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as data:
    data.execute("SELECT count(*) FROM school").fetchall()
data.close()
"""


def test_what_is_saved_after_another_program_read_the_data_is_not_lost(data_folder: Path) -> None:
    """A plain open() and close() of the file by this process would drop its locks: the other one then takes the log."""
    writer = Writer(data_folder)
    writer.start()
    writer.submit(make_school, "№ 1").result(20)
    connection.open_for_reading(data_folder)
    log = path_of(data_folder).with_name("birikme.db-wal")
    identity = log.stat().st_ino
    subprocess.run([sys.executable, "-c", OTHER, str(path_of(data_folder))], check=True)
    assert log.stat().st_ino == identity
    writer.submit(make_school, "№ 2").result(20)
    assert bare(data_folder, "SELECT count(*) FROM school") == [(2,)]
    connection.close()
    writer.stop()
