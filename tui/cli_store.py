"""Opening the data for one command: to read beside an open screen, or to write where nobody else does."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from db.errors import Refused
from tui import texts

if TYPE_CHECKING:
    from tui.cli import Given


@contextmanager
def reading(given: "Given") -> Iterator[None]:
    """The data, opened for reading; an older file is brought up to this version first, if nobody has it open."""
    from db import connection, instance_lock

    instance_lock.forget_the_dead(given.folder)
    try:
        connection.open_for_reading(given.folder)
    except Refused as error:
        if error.code != "data_older":
            raise
        with writing(given):
            pass
        connection.open_for_reading(given.folder)
    try:
        _speak(given)
        yield
    finally:
        connection.close()


@contextmanager
def writing(given: "Given", why: str = "") -> Iterator[None]:
    """The data, opened for writing and made where there is none; `why` a copy is kept first, empty for none.

    Raises Refused `already_open` (who, since), and as `making.keep` does.
    """
    from db import connection, history, instance_lock
    from db.backups import making
    from tui import author

    with instance_lock.held(given.folder):
        connection.open_for_writing(given.folder)
        try:
            if why:
                making.keep(given.folder, why, datetime.now())
            history.set_author(author.known())
            _speak(given)
            yield
            connection.fold_log()
        finally:
            connection.close()


def association_id(given: "Given") -> int:
    """The association that the command speaks of; raises Refused `no_association`, `not_found`, `several_found`."""
    from tui import current

    found = current.named(given.association) if given.association else current.association_id()
    if not found:
        raise Refused("no_association")
    return found


def _speak(given: "Given") -> None:
    """The language asked for, else the one chosen in the settings."""
    from db import settings

    if not given.language:
        texts.set_language(settings.get("interface_language"))
