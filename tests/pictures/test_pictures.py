"""The README shows the pictures that the maker makes: all there, small, in need of nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import readme
from tests.pictures import pages, png, screens
from tests.tui.screens import text_of

HERE = Path(__file__).parent
ROOT = readme.README.parent
SHOWN = set(re.findall(r'(?:!\[[^\]]*\]\(|<img [^>]*src=")([^")]+)', readme.README.read_text(encoding="utf-8")))
SCREENS = {f"{shot.name}.svg" for shot in screens.SHOTS}
PAGES = {f"{name}.png" for name in pages.PAGES}


def test_the_readme_shows_exactly_the_pictures_that_are_made() -> None:
    made = {f"tests/pictures/{name}" for name in SCREENS | PAGES}
    assert made == SHOWN
    assert {path.name for path in HERE.iterdir() if path.suffix in (".svg", ".png")} == SCREENS | PAGES


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_a_screen_needs_nothing_from_outside(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    assert text.startswith("<svg ")
    assert "<text " in text
    assert "@font-face" not in text
    assert set(re.findall(r"https?://[^\"' )]+", text)) == {"http://www.w3.org/2000/svg"}
    assert len(text.encode()) < 60_000


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_is_a_small_picture(name: str) -> None:
    content = (HERE / name).read_bytes()
    assert content.startswith(png.SIGNATURE)
    assert 10_000 < len(content) < 150_000


async def test_a_screen_is_pictured_as_it_is(tmp_path: Path) -> None:
    (shot,) = [each for each in screens.SHOTS if each.empty]
    seen: list[str] = []
    text = await screens.take(shot, tmp_path / "data", lambda app: seen.extend(text_of(app)))
    for word in (word for line in seen for word in line.split()):
        assert word.replace("&", "&amp;") in text
    assert 'textLength="' in text
    assert "Башталгыч" in text


def test_a_page_of_odd_width_keeps_its_shades() -> None:
    made = png.small_png(b"P5\n3 2\n255\n" + bytes([0, 255, 128, 255, 0, 17]))
    assert made.startswith(png.SIGNATURE + b"\0\0\0\rIHDR\0\0\0\3\0\0\0\2\4\0")
    data = made[made.index(b"IDAT") + 4 :]
    assert png.zlib.decompressobj().decompress(data) == bytes([0, 0x0F, 0x8F, 0, 0xF0, 0x1F])
