"""What a reader does with a runnable block, in a browser."""

from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

BOOT_MS = 60_000


def block(page: Page, path: str) -> Locator:
    """Return the section of a snippet."""
    return page.locator(f'[data-snippet="{path}"]')


def opened(page: Page, url: str) -> Page:
    """Return the page at `url`; one that is open there already stays, with the Python it has started."""
    if page.url.partition("#")[0] != url:
        page.goto(url)
    return page


def press(section: Locator, name: str) -> None:
    """Press a button of a block."""
    section.get_by_role("button", name=name, exact=True).click()


def write(section: Locator, source: str) -> None:
    """Put a program into the block's box."""
    section.get_by_role("textbox", name="Code:").fill(source)


def run(section: Locator, source: str | None = None, *, until: str | None = None) -> str:
    """Run a program, by default the one that is there; return the state it ends in."""
    if source is not None:
        write(section, source)
    press(section, "Run")
    if until:
        expect(section).to_have_attribute("data-state", until, timeout=BOOT_MS)
    else:
        expect(section.get_by_role("button", name="Stop", exact=True)).to_be_disabled(timeout=BOOT_MS)
    return section.get_attribute("data-state") or ""


def output(section: Locator) -> str:
    """Return what the block shows."""
    return section.locator("[data-output]").inner_text().strip()


def navigate_instantly(page: Page, url: str, paths: Iterable[str]) -> None:
    """Let Material exchange a page's content in place, as on the book's own host: it does so for pages of the sitemap.

    A book that is built without a site_url has an empty one.
    """
    sitemap = "".join(f"<url><loc>{url}{path}</loc></url>" for path in paths)
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=f"<urlset>{sitemap}</urlset>"))
