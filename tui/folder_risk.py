"""Whether the data folder lies where another machine may write too: a synchronised folder or a network share."""

import sys
from pathlib import Path, PureWindowsPath

CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "мой диск": "Google Drive",
    "yandex.disk": "Яндекс Диск",
    "yandexdisk": "Яндекс Диск",
    "яндекс.диск": "Яндекс Диск",
    "iclouddrive": "iCloud Drive",
}
"""How the folders of such services begin, in lower case → the service's name."""

NETWORK_TYPES = frozenset({"cifs", "smb3", "smbfs", "nfs", "nfs4", "fuse.sshfs", "9p", "davfs"})
_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


def cloud_of(folder: Path) -> str:
    """The service that synchronises this folder, by the names on its way; empty if none is known."""
    for part in folder.parts:
        name = part.casefold()
        for start, service in CLOUDS.items():
            if name == start or name.startswith((f"{start} ", f"{start}-")):
                return service
    return ""


def on_network(folder: Path) -> bool:
    """Whether the folder is on another computer."""
    if str(PureWindowsPath(folder).drive).startswith("\\\\"):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)
    return mount_type(folder.resolve(), _mounts()) in NETWORK_TYPES


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def mount_type(folder: Path, mounts: str) -> str:
    """The file system's type of the deepest mount above a folder, from the system's list."""
    found = [line.split(" ")[1:3] for line in mounts.splitlines()]
    above = [pair for pair in found if folder.is_relative_to(pair[0].replace("\\040", " "))]
    return max(above, key=lambda pair: len(pair[0]), default=["", ""])[1]
