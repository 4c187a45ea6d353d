"""Make the README's pictures anew: `python -m tests.pictures`."""

import sys
import tempfile
from pathlib import Path

from tests.pictures import pages, screens

HERE = Path(__file__).parent


def main() -> int:
    """Write all pictures beside this file; without LibreOffice those of the screens."""
    with tempfile.TemporaryDirectory(prefix="birikme-") as scratch:
        screens.take_all(HERE, Path(scratch))
        if missing := pages.missing():
            print(f"The pages of the protocol stay as they are: {', '.join(missing)} is missing.", file=sys.stderr)
            return 0
        pages.take_all(HERE, Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
