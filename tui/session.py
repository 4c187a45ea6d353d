"""One sitting: the data are opened, the app is given what it needs, and at the end everything is written and closed."""

from collections.abc import Iterator
from contextlib import contextmanager

from db import connection, edits, history, settings
from db.backups.keeper import Keeper
from db.writer import Writer
from tui import author, current, texts
from tui.app import BirikmeApp, Options
from tui.backup_words import second_folder
from tui.moving import PLACE


@contextmanager
def opened(options: Options) -> Iterator[BirikmeApp]:
    """Give the app over opened data; raises Refused where the data or the association cannot be opened."""
    writer, keeper = Writer(options.folder), Keeper(options.folder)
    writer.start()
    try:
        connection.open_for_reading(options.folder)
        try:
            yield _app(options, writer, keeper)
        finally:
            connection.close()
    finally:
        writer.stop()
        keeper.stop()  # after the writer: its last copy holds what was typed last


def _app(options: Options, writer: Writer, keeper: Keeper) -> BirikmeApp:
    texts.set_language(options.language or settings.get("interface_language"))
    if options.association:
        writer.submit(current.choose, current.named(options.association)).result()
    history.set_author(author.known())
    app = BirikmeApp(options, "home" if current.association() else "start")
    app.use_writer(writer)
    keeper.second = second_folder()
    keeper.start()
    app.use_keeper(keeper)
    app.example = settings.get("example") == "1"
    look = settings.get("theme")
    app.set_look(dark=look != "light", plain=look == "plain")
    app.come_back_to = settings.remembered(PLACE)
    app.recovered = writer.submit(edits.recover).result()
    return app
