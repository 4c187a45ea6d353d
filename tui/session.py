"""One sitting: the data are opened, the app is given what it needs, and at the end everything is written and closed."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from db import connection, damage, edits, history, instance_lock, opening, settings
from db.backups.keeper import Keeper
from db.errors import Refused
from db.writer import Writer
from tui import author, clock, current, texts
from tui.app import BirikmeApp, Options
from tui.backup_words import second_folder
from tui.moving import PLACE

if TYPE_CHECKING:
    from tui.screens.unopened import Sitting


@contextmanager
def opened(options: Options) -> Iterator[BirikmeApp]:
    """Give the app over opened data; raises Refused where the data or the association cannot be opened."""
    writer, watch = Writer(options.folder), damage.Watch(options.folder)
    keeper = Keeper(options.folder, clock=clock.now)
    writer.start()
    try:
        connection.open_for_reading(options.folder)
        try:
            app = _app(options, writer, keeper)
            app.watch = watch
            yield app
        finally:
            watch.stop()
            connection.close()
    finally:
        writer.stop()
        keeper.stop()  # after the writer: its last copy holds what was typed last


@contextmanager
def looked_at(options: Options) -> Iterator[BirikmeApp]:
    """Give the app over data that are only looked at: nothing in their folder changes. Raises Refused as `opened`."""
    with ExitStack() as stack:
        beside = False
        try:  # whoever starts meanwhile is to hear that the data are being read
            stack.enter_context(instance_lock.held(options.folder))
        except Refused as error:
            beside = error.code == "already_open"
        stack.enter_context(opening.reading(options.folder, beside=beside))
        current.only_here(current.named(options.association) if options.association else 0)
        stack.callback(current.only_here, 0)
        yield _plain_app(options)


def unopened(sitting: "Sitting", error: Refused, language: str = "", *, plain: bool = False) -> BirikmeApp:
    """The app that says why data are not open and has a step chosen, in the language that was chosen in them."""
    copy = opening.newest_whole(sitting.folder)
    known = opening.language_of(connection.path_of(sitting.folder)) or (opening.language_of(copy.path) if copy else "")
    options = Options(sitting.folder, language or known or texts.LANGUAGES[0], plain)
    return BirikmeApp(options, "tui.screens.unopened:UnopenedScreen", error=error, sitting=sitting, copy=copy)


def _app(options: Options, writer: Writer, keeper: Keeper) -> BirikmeApp:
    if options.association:
        writer.submit(current.choose, current.named(options.association)).result()
    history.set_author(author.known())
    app = _plain_app(options)
    app.use_writer(writer)
    keeper.second = second_folder()
    keeper.start()
    app.use_keeper(keeper)
    app.come_back_to = settings.remembered(PLACE)
    app.recovered = writer.submit(edits.recover).result()
    return app


def _plain_app(options: Options) -> BirikmeApp:
    """The app in the language and colours that were chosen."""
    texts.set_language(options.language or settings.get("interface_language"))
    app = BirikmeApp(options, "home" if current.association() else "start")
    app.example = settings.get("example") == "1"
    look = settings.get("theme")
    app.set_look(dark=look != "light", plain=look == "plain")
    return app
