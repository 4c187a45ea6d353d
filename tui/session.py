"""One sitting: the data are opened, the app is given what it needs, and at the end everything is written and closed."""

from collections.abc import Iterator
from contextlib import contextmanager

from db import connection, edits, history, settings
from db.writer import Writer
from tui import author, current, texts
from tui.app import BirikmeApp, Options
from tui.moving import PLACE


@contextmanager
def opened(options: Options) -> Iterator[BirikmeApp]:
    """Give the app over opened data; raises Refused where the data or the association cannot be opened."""
    writer = Writer(options.folder)
    writer.start()
    try:
        connection.open_for_reading(options.folder)
        try:
            yield _app(options, writer)
        finally:
            connection.close()
    finally:
        writer.stop()


def _app(options: Options, writer: Writer) -> BirikmeApp:
    texts.set_language(options.language or settings.get("interface_language"))
    if options.association:
        writer.submit(current.choose, current.named(options.association)).result()
    history.set_author(author.known())
    app = BirikmeApp(options, "home" if current.association() else "start")
    app.use_writer(writer)
    app.example = settings.get("example") == "1"
    look = settings.get("theme")
    app.set_look(dark=look != "light", plain=look == "plain")
    app.come_back_to = settings.remembered(PLACE)
    app.recovered = writer.submit(edits.recover).result()
    return app
