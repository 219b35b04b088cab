"""Pages look as they did: in light and dark, on a screen and a phone, compared with kept pictures pixel by pixel.

The pictures are of a small book that never changes, so that only a change of looks changes them. Look at each new one
before you commit it.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.hosts import serving

from .picturebook import PAGES, build_picturebook
from .pictures import MADE_BY, difference, keep, maker, taken
from .running import BOOT_MS, block, press, run

SCHEMES = {"light": "default", "dark": "slate"}
WIDTHS = (1280, 390)
NOON = "2026-11-21T12:00:00"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL, with its closing slash, of the small book."""
    with serving(build_picturebook(tmp_path_factory.mktemp("pictures") / "book")) as url:
        yield url


@pytest.fixture(scope="module", autouse=True)
def same_maker(browser: Browser, request: pytest.FixtureRequest) -> None:
    """Skip, with the reason, where another browser or system draws other pixels."""
    made_by = MADE_BY.read_text(encoding="utf-8").strip() if MADE_BY.exists() else "nobody"
    if request.config.option.update_pictures:
        MADE_BY.write_text(f"{maker(browser)}\n", encoding="utf-8")
    elif made_by != maker(browser):
        pytest.skip(
            f"the pictures were made by {made_by}, this is {maker(browser)}; to make your own: --update-pictures"
        )


def check(page: Page, id: str) -> Locator:
    """Return the section of a check, alive."""
    section = page.locator(f'[data-check="{id}"]')
    expect(section.locator("xpath=..")).to_have_attribute("ready", "")
    return section


def judged(section: Locator) -> None:
    """Press Check and wait for the verdict."""
    press(section, "Check")
    expect(section).to_have_attribute("data-state", "done", timeout=BOOT_MS)


def home(page: Page) -> None:
    """Run the snippet."""
    assert run(block(page, "one/hello.py")) == "done"


def code(page: Page) -> None:
    """Give a known wrong answer."""
    section = check(page, "double")
    section.get_by_role("textbox", name="Your answer").fill("def double(x):\n    return x\n")
    judged(section)
    expect(section.locator("[data-feedback]")).to_be_visible()


def quiz(page: Page) -> None:
    """Choose wrongly, and miscount."""
    check(page, "sums").get_by_label("Five").check()
    judged(check(page, "sums"))
    check(page, "number").get_by_role("textbox").fill("1000")
    judged(check(page, "number"))


def sorting(page: Page) -> None:
    """Leave the order as it is, and match and class something rightly and something wrongly."""
    judged(check(page, "order"))
    for menu in check(page, "match").get_by_role("combobox").all():
        menu.select_option("two")
    judged(check(page, "match"))
    for choice in check(page, "classify").get_by_role("radio", name="Odd").all():
        choice.check()
    judged(check(page, "classify"))


def placing(page: Page) -> None:
    """Answer, and predict the first level each time."""
    section = check(page, "placement")
    for name in ("Small ones", "In the head"):
        section.get_by_role("radio", name=name).check()
    for menu in section.get_by_role("combobox").all():
        menu.select_option(index=1)
    judged(section)


def writing(page: Page) -> None:
    """Write, and see the criteria."""
    section = check(page, "plan")
    section.get_by_role("textbox", name="Your answer").fill("The cache did it.")
    press(section, "Check")
    expect(section.get_by_role("button", name="Add up my points")).to_be_visible()


def mocks(page: Page) -> None:
    """Fix the number of the draw, which chance chooses."""
    check(page, "screen").get_by_role("spinbutton", name="Number of the draw").fill("3")


def tank(page: Page) -> None:
    """Wait for the levers."""
    check(page, "tank")


def sources(page: Page) -> None:
    """Read; there is nothing to do."""
    expect(page.get_by_text("Two and two are four.")).to_be_visible()


def readiness(page: Page) -> None:
    """Wait for the list to be this reader's."""
    expect(page.locator(".pb-next")).to_be_visible()


ACTS: dict[str, Callable[[Page], None]] = {
    act.__name__: act for act in (home, code, quiz, sorting, placing, tank, writing, mocks, sources, readiness)
}

# Of the other pages the article: what stands around it is on the first one.
PARTS = {"home": "body"}


@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_in_its_pictures(name: str, url: str, page: Page, request: pytest.FixtureRequest) -> None:
    """After what a reader does there, in both schemes and at both widths; a picture beside tells what differs."""
    page.clock.set_fixed_time(NOON)
    page.goto(url if name == "home" else f"{url}{name}/")
    ACTS[name](page)
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement.blur()")
    differing: dict[str, str] = {}
    for picture in looks(page, name):
        found = taken(page, PARTS.get(name, "article"))
        if request.config.option.update_pictures:
            keep(found, picture)
        elif (compared := difference(found, picture)).file:
            differing[picture] = f"{compared.pixels} pixels, see {compared.file}"
    assert differing == {}, "look at the files; if they are right: scripts/test -k pictures --update-pictures"


def looks(page: Page, name: str) -> Iterator[str]:
    """Bring a page into each scheme and width, and yield what its picture is called."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for look, scheme in SCHEMES.items():
            page.evaluate("scheme => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            yield f"{name}-{look}-{width}"
