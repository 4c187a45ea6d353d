"""Start: the version is answered without loading anything; all else is the command line's work."""

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


if __name__ == "__main__":
    sys.exit(main())
