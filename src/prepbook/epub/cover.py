"""The cover as a picture: libraries show it small, and old ones show no drawing."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import prepbook
from prepbook.epub.model import EpubMeta
from prepbook.words import gettext

FONTS = Path(prepbook.__file__).parent / "static" / "fonts"
_WIDTH, _HEIGHT, _MARGIN = 1600, 2400, 160  # what shops ask for at least, and no more
_PAPER, _INK, _QUIET, _ACCENT = "#ffffff", "#1b1d1e", "#565d60", "#1d5560"


def draw_cover(meta: EpubMeta, fonts: Path = FONTS) -> bytes:
    """Return the cover as a PNG: title, subtitle, day and revision."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, _WIDTH, 56), fill=_ACCENT)
    bottom = _text(draw, meta.title, fonts / "source-sans-3-latin-600-normal.woff2", 180, 520, _INK)
    _text(draw, meta.subtitle, fonts / "source-serif-4-latin-400-normal.woff2", 76, bottom + 70, _QUIET)
    draw.rectangle((_MARGIN, _HEIGHT - 330, _MARGIN + 240, _HEIGHT - 318), fill=_ACCENT)
    foot = fonts / "source-sans-3-latin-400-normal.woff2"
    _text(
        draw,
        gettext("{date}, revision {revision}", date=meta.date, revision=meta.revision),
        foot,
        52,
        _HEIGHT - 270,
        _QUIET,
    )
    written = BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def _text(draw: ImageDraw.ImageDraw, text: str, face: Path, size: int, top: float, color: str) -> float:
    """Write text in lines as wide as the page; return where it ends."""
    font = ImageFont.truetype(str(face), size)
    lines = _lines(text, font)
    for number, line in enumerate(lines):
        draw.text((_MARGIN, top + number * size * 1.2), line, font=font, fill=color)
    return top + len(lines) * size * 1.2


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= _WIDTH - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
