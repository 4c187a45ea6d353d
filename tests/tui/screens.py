"""Helpers for screens driven in the same process."""

from pathlib import Path
from typing import Any

from textual.app import App

from tui.app import BirikmeApp, Options
from tui.screens.base import Commanded


def text_of(app: App[Any]) -> list[str]:
    """The screen as lines of text, without trailing blanks."""
    width, height = app.size
    return [line.text.rstrip() for line in app.screen._compositor.render_strips(app.size)][:height] if width else []


def app_on(screen: type[Commanded[Any]], folder: Path, language: str = "en") -> BirikmeApp:
    """An app whose bottom screen is `screen`, speaking `language`."""
    return BirikmeApp(Options(folder, language=language), f"{screen.__module__}:{screen.__name__}")
