"""A screen as an SVG picture that needs nothing from outside: no font host, only fonts that computers have."""

from __future__ import annotations

import html
import io
import re

from rich.console import Console

from tui.app import BirikmeApp

FONTS = "'DejaVu Sans Mono', 'Liberation Mono', Consolas, Menlo, 'Courier New', monospace"
"""Monospaced fonts that have ң, ө and ү."""
CELL = 0.602
"""Width of their letters as a part of the height."""
NAME = "s"
"""Before every name inside the picture; a picture shown by itself needs no more."""

FORMAT = (
    """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: FONTS; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-family: sans-serif; font-size: 16px; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""
).replace("FONTS", FONTS)  # without {lines}: clipping each line would double the size
_LINE_CLIP = re.compile(rf' clip-path="url\(#{NAME}-line-\d+\)"')
_BETWEEN = re.compile(r"(?<=>)(?=<(?:text|rect)\b)")
_TEXT = re.compile(r'<text class="([\w-]+)" x="([\d.]+)" y="([\d.]+)" textLength="[\d.]+">(.*?)</text>')
_WORDS = re.compile(r"\S+(?: \S+)*")


def picture(app: BirikmeApp) -> str:
    """What the app shows now, in a window's frame."""
    width, height = app.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True,
        legacy_windows=False, safe_box=False,
    )  # fmt: skip
    under = app._background_screens
    console.print(app.screen._compositor.render_update(full=True, screen_stack=under, simplify=True))
    text = console.export_svg(title=app.TITLE or "", code_format=FORMAT, font_aspect_ratio=CELL, unique_id=NAME)
    return _BETWEEN.sub("\n", _TEXT.sub(_placed, _LINE_CLIP.sub("", text)))


def _placed(found: re.Match[str]) -> str:
    """A piece of a line with each group of words at its own place: programs differ in what spaces they keep."""
    style, x, y, said = found.groups()
    letter = 20 * CELL
    said = html.unescape(said).replace("\xa0", " ")
    return "".join(
        f'<text class="{style}" x="{float(x) + group.start() * letter:g}" y="{y}" '
        f'textLength="{len(group.group()) * letter:g}">{html.escape(group.group(), quote=False)}</text>'
        for group in _WORDS.finditer(said)
    )
