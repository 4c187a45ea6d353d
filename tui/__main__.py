"""Start: answer the version without loading anything, put a first line on the terminal, then load the rest."""

import sys

VERSION = "0.1.0"


def main(argv: list[str] | None = None) -> int:
    """Run the program with the command line's words; return its exit status."""
    words = sys.argv[1:] if argv is None else argv
    if words == ["--version"]:
        print(f"birikme {VERSION}")
        return 0
    from tui.cli import run

    return run(words)


def first_line() -> None:
    """Paint a word at once while the screen is being loaded; it leaves nothing behind and only a terminal sees it."""
    if sys.stdout.isatty():
        sys.stdout.write("Birikme…\r")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
