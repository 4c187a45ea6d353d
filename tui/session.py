"""One sitting: the data are opened, the app is given what it needs, and at the end everything is written and closed."""

from collections.abc import Iterator
from contextlib import contextmanager

from db import connection, settings
from db.associations import associations
from db.errors import Refused
from db.rules.alphabet import matches
from db.writer import Writer
from tui import texts
from tui.app import BirikmeApp, Options
from tui.moving import PLACE

ASSOCIATION = "association"
"""Under this key the data remember the association last open."""


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
    association_id = chosen_association(options.association)
    app = BirikmeApp(options, "home" if association_id else "start")
    app.association_id = association_id
    app.use_writer(writer)
    app.set_look(dark=settings.get("theme") != "light")
    app.come_back_to = settings.remembered(PLACE)
    return app


def chosen_association(name: str) -> int:
    """The association of that name, else the one last open, else the first; 0 if there is none yet.

    Raises Refused `not_found` and `several_found`.
    """
    known = associations()
    if name:
        found = [each for each in known if matches(name, f"{each.name_ky} {each.name_ru}")]
        if len(found) != 1:
            code = "several_found" if found else "not_found"
            raise Refused(code, "association", text=name, names=", ".join(each.name_ky for each in found))
        return found[0].id
    last = settings.remembered(ASSOCIATION)
    return next((each.id for each in known if str(each.id) == last), known[0].id if known else 0)
