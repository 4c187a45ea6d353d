"""The colours: dark and light. In a terminal of 16 colours Textual's ansi themes stand in."""

from textual.theme import Theme

THEMES = (
    Theme(
        name="birikme-dark",
        primary="#5fa8d3",
        secondary="#88b7b5",
        accent="#e9c46a",
        warning="#f4a261",
        error="#e76f51",
        success="#8ab17d",
        foreground="#e6e6e6",
        background="#14191f",
        surface="#1b222b",
        panel="#242d38",
        dark=True,
        variables={
            "text-accent": "#e9c46a",
            "text-error": "#ff8b70",
            "text-warning": "#f4b27a",
            "text-success": "#a3cf95",
        },
    ),
    Theme(
        name="birikme-light",
        primary="#1d5f8a",
        secondary="#3c6e71",
        accent="#8a5a00",
        warning="#9a4f00",
        error="#b3261e",
        success="#2e6b30",
        foreground="#1c1c1c",
        background="#fafaf7",
        surface="#f0efe9",
        panel="#e4e2d9",
        dark=False,
        variables={
            "text-accent": "#7a4f00",
            "text-error": "#b3261e",
            "text-warning": "#8a4700",
            "text-success": "#2e6b30",
        },
    ),
)
