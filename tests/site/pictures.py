"""Pictures of pages: taken, kept as small files, and compared."""

import platform
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from pixelmatch.contrib.PIL import pixelmatch
from playwright.sync_api import Browser, FloatRect, Page

KEPT = Path(__file__).parent / "pictures"
FOUND = Path(__file__).parents[2] / "test-results" / "pictures"
MADE_BY = KEPT / "made-by.txt"

SLIGHT = 8
"""Of 255, per channel: less is what keeping a picture in 256 colors does to it."""

SENSITIVE = 0.03
"""pixelmatch's threshold: of grays, a step of eight counts."""

TALLEST = 2000
"""In CSS pixels: what follows in a longer part repeats what is above."""

PIXELS = 12
"""So many may differ: fewer than in a letter."""


def maker(browser: Browser) -> str:
    """Return what decides how the same page is drawn to the pixel: Chromium's make, its major version, the system."""
    product, _, version = browser.new_browser_cdp_session().send("Browser.getVersion")["product"].partition("/")
    try:
        release = platform.freedesktop_os_release()
        system = f"{release['ID']} {release.get('VERSION_ID', 'rolling')}"
    except OSError:
        system = platform.platform(terse=True)
    return f"{product} {version.partition('.')[0]} on {system} {platform.machine()}"


def taken(page: Page, part: str = "body") -> Image.Image:
    """Return a picture of a part of the page, not taller than TALLEST, with nothing that moves."""
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
    box = page.locator(part).first.bounding_box()
    assert box
    x, y, width, height = box["x"], box["y"], box["width"], min(box["height"], TALLEST)
    clip = FloatRect(x=x, y=y, width=width, height=height)
    content = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide", scale="css")
    return Image.open(BytesIO(content)).convert("RGB")


def keep(picture: Image.Image, name: str) -> None:
    """Keep a picture for later runs to compare with."""
    colors = picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    colors.save(KEPT / f"{name}.png", optimize=True)


type Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Difference:
    """How a page differs from its picture, and the file that shows it: expected, found, and both with marks."""

    pixels: int
    file: Path | None = None


def difference(found: Image.Image, name: str) -> Difference:
    """Compare a picture with the one that is kept. What differs is written to test-results/pictures."""
    expected = Image.open(KEPT / f"{name}.png").convert("RGB")
    size = (max(found.width, expected.width), max(found.height, expected.height))
    first, second = (_padded(picture, size) for picture in (expected, found))
    slight = [255 * (level > SLIGHT) for level in range(256)] * 3
    box = ImageChops.difference(first, second).point(slight).getbbox()
    if box is None:
        return Difference(0)
    # Only where anything differs: in pure Python a whole page takes seconds. Edges of letters count: one maker draws
    # them alike each time, and thin letters are nothing but edges.
    marks = Image.new("RGBA", (box[2] - box[0], box[3] - box[1]))
    pixels = pixelmatch(first.crop(box), second.crop(box), marks, threshold=SENSITIVE, includeAA=True)
    if pixels <= PIXELS:
        return Difference(pixels)
    return Difference(pixels, _shown(first, second, marks, box, name))


def _padded(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    padded = Image.new("RGB", size, "magenta")
    padded.paste(picture)
    return padded


def _shown(first: Image.Image, second: Image.Image, marks: Image.Image, box: Box, name: str) -> Path:
    third = second.copy()
    third.paste(marks.convert("RGB"), box)
    side_by_side = Image.new("RGB", (3 * first.width, first.height))
    for number, picture in enumerate((first, second, third)):
        side_by_side.paste(picture, (number * first.width, 0))
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{name}.png"
    side_by_side.save(file)
    return file
