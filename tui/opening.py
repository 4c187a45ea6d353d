"""Files shown by the programs of the system, and where papers are put."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from platformdirs import user_documents_path

from db import settings


def show(path: Path) -> bool:
    """Have the system open a file or folder with its own program; False where it has none for that."""
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return True
        opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
        if opener is None:
            return False
        quiet = subprocess.DEVNULL
        subprocess.Popen([opener, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        return False
    return True


def output_folder() -> Path:
    """The folder that the leader chose for papers, else «Birikme» among her documents."""
    chosen = settings.get("output_folder")
    return Path(chosen).expanduser() if chosen else user_documents_path() / "Birikme"
