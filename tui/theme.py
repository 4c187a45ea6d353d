"""The colours: dark and light, taken from the 256 that most terminals have, so that they are the same everywhere.

In a terminal of 16 colours Textual's ansi themes stand in, with the terminal's own background.
"""

import os

from textual.theme import Theme

_PLAIN_TERMINALS = ("linux", "vt100", "vt220", "ansi", "dumb", "xterm-16color")
"""Values of TERM that mean at most 16 colours."""

THEMES = (
    Theme(
        name="birikme-dark",
        primary="#5fafd7",
        secondary="#87afaf",
        accent="#d7af5f",
        warning="#ffaf5f",
        error="#ff8787",
        success="#87d787",
        foreground="#e4e4e4",
        background="#121212",
        surface="#1c1c1c",
        panel="#303030",
        dark=True,
        variables={
            "text-accent": "#d7af5f",
            "text-error": "#ff8787",
            "text-warning": "#ffaf5f",
            "text-success": "#87d787",
            "input-cursor-background": "#e4e4e4",
            "input-cursor-foreground": "#121212",
        },
    ),
    Theme(
        name="birikme-light",
        primary="#005f87",
        secondary="#5f8787",
        accent="#875f00",
        warning="#af5f00",
        error="#af0000",
        success="#005f00",
        foreground="#121212",
        background="#ffffff",
        surface="#eeeeee",
        panel="#d0d0d0",
        dark=False,
        variables={
            "text-accent": "#875f00",
            "text-error": "#af0000",
            "text-warning": "#af5f00",
            "text-success": "#005f00",
            "input-cursor-background": "#121212",
            "input-cursor-foreground": "#ffffff",
        },
    ),
)


def name(*, dark: bool, plain: bool) -> str:
    """The theme to use: `plain` or a simple terminal asks for the 16 colours that every terminal has."""
    simple = plain or os.environ.get("TERM", "") in _PLAIN_TERMINALS
    return f"{'ansi' if simple else 'birikme'}-{'dark' if dark else 'light'}"
