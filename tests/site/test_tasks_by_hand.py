"""Orders, menus and classes by keyboard, by mouse and by finger."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from prepbook.kinds.classify import ClassifyCheck
from prepbook.kinds.match import MatchCheck
from tests.book import the_book
from tests.site.tasks import items, opened, order_of, plain, press_check

pytestmark = pytest.mark.without_python

ROUNDS = "interview-rounds"


def right_order() -> list[str]:
    """Return the rounds as they should stand."""
    return [plain(item.text) for item in the_book().checks[ROUNDS].spec.items]


def row(section: Locator, text: str) -> Locator:
    """Return the row of an item."""
    return section.locator(".pb-order > li", has=section.page.get_by_text(text, exact=True))


def handle(section: Locator, text: str) -> Locator:
    """Return the handle of an item, by its name."""
    return section.get_by_role("button", name=f"Move with the arrow keys: {text}")


def test_order_is_brought_about_by_keyboard(site_url: str, page: Page) -> None:
    """Enter takes an item, arrows move it with the focus, Enter lets go; each step is said, none is a status."""
    section = opened(page, site_url, ROUNDS)
    for place, text in enumerate(right_order()):
        grip = handle(section, text)
        grip.focus()
        page.keyboard.press("Enter")
        expect(grip).to_have_attribute("aria-pressed", "true")
        while order_of(section).index(text) > place:
            page.keyboard.press("ArrowUp")
            expect(grip).to_be_focused()
        page.keyboard.press("Enter")
        expect(grip).to_have_attribute("aria-pressed", "false")
    said = section.locator(".pb-said")
    expect(said).to_have_text("Let go at place 5 of 5: Hiring committee")
    assert said.get_attribute("aria-live") == "polite"
    page.keyboard.press("ArrowUp")
    assert order_of(section) == right_order()
    section.get_by_role("button", name="Check", exact=True).focus()
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed")


def test_escape_and_leaving_let_go_of_an_item(site_url: str, page: Page) -> None:
    """An item that nobody holds doesn't move by accident."""
    section = opened(page, site_url, ROUNDS)
    before = order_of(section)
    grip = handle(section, before[1])
    for leave in ("Escape", "Tab"):
        grip.focus()
        page.keyboard.press("Enter")
        expect(grip).to_have_attribute("aria-pressed", "true")
        page.keyboard.press(leave)
        expect(grip).to_have_attribute("aria-pressed", "false")
        page.keyboard.press("ArrowUp")
    assert order_of(section) == before


def test_buttons_at_the_ends_keep_the_focus_and_do_nothing(site_url: str, page: Page) -> None:
    """The first item's Up stays where a keyboard reader is, and says that it can't."""
    section = opened(page, site_url, ROUNDS)
    second = order_of(section)[1]
    up = row(section, second).get_by_role("button", name="Move up:")
    up.focus()
    page.keyboard.press("Enter")
    assert order_of(section)[0] == second
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("Enter")
    assert order_of(section)[0] == second


def test_order_is_brought_about_by_dragging(site_url: str, page: Page) -> None:
    """The handle follows the mouse over the other rows, and lets go where it is released."""
    section = opened(page, site_url, ROUNDS)
    section.locator(".pb-order").scroll_into_view_if_needed()
    for place, text in enumerate(right_order()):
        drag(page, section, text, place)
    assert order_of(section) == right_order()
    assert section.locator("[data-dragged]").count() == 0
    press_check(section, "passed")


def drag(page: Page, section: Locator, text: str, place: int) -> None:
    """Drag an item to the top of the row that stands at a place."""
    start, end = middle(handle(section, text)), middle(section.locator(".pb-order > li").nth(place))
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0], end[1] - 6, steps=12)
    page.mouse.up()


def middle(locator: Locator) -> tuple[float, float]:
    """Return the middle of an element."""
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_order_is_brought_about_by_a_finger(site_url: str, browser: Browser) -> None:
    """On a touch screen the handle drags; the page doesn't scroll away under it."""
    context = browser.new_context(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    page = context.new_page()
    section = opened(page, site_url, ROUNDS)
    section.locator(".pb-order").evaluate("list => list.scrollIntoView({block: 'center'})")
    moved = order_of(section)[3]
    scrolled = page.evaluate("scrollY")
    (x, y), (_, top) = middle(handle(section, moved)), middle(section.locator(".pb-order > li").first)
    touches = context.new_cdp_session(page)
    touches.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 13):
        point = {"x": x, "y": y + (top - 6 - y) * step / 12}
        touches.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touches.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(section.locator(".pb-order > li").first).to_contain_text(moved)
    assert section.locator("[data-dragged]").count() == 0
    assert page.evaluate("scrollY") == scrolled
    context.close()


def test_match_is_made_by_keyboard(site_url: str, page: Page) -> None:
    """Typing a choice's letter takes it from the menu; Tab goes to the next."""
    check = the_book().checks["round-signals"]
    assert isinstance(check, MatchCheck)
    section = opened(page, site_url, check.id)
    letters = dict(zip(check.shown(), "ABCDEFGHIJKL", strict=False))
    items(section).first.get_by_role("combobox").focus()
    for number, item in enumerate(check.spec.items):
        menu = items(section).nth(number).get_by_role("combobox")
        expect(menu).to_be_focused()
        page.keyboard.press(letters[item.answer])
        expect(menu).to_have_value(item.answer)
        page.keyboard.press("Tab")
    expect(section.get_by_role("button", name="Check", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed")


def test_classes_are_chosen_by_keyboard(site_url: str, page: Page) -> None:
    """Space chooses, arrows go on within an item, Tab goes to the next item."""
    check = the_book().checks["strong-or-weak"]
    assert isinstance(check, ClassifyCheck)
    section = opened(page, site_url, check.id)
    keys = list(check.spec.classes)
    items(section).first.get_by_role("radio").first.focus()
    for number, item in enumerate(check.spec.items):
        expect(items(section).nth(number).get_by_role("radio").first).to_be_focused()
        page.keyboard.press("Space")
        for _ in range(keys.index(item.answer)):
            page.keyboard.press("ArrowRight")
        expect(items(section).nth(number).locator(f'input[value="{item.answer}"]')).to_be_checked()
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(section).to_have_attribute("data-verdict", "passed")


def test_menus_and_classes_are_named_after_their_item(site_url: str, page: Page) -> None:
    """Who hears the page knows what a menu or a pair of buttons is for."""
    section = opened(page, site_url, "round-signals")
    expect(section.get_by_role("combobox", name="Hiring committee")).to_have_count(1)
    section = opened(page, site_url, "strong-or-weak")
    expect(section.get_by_role("group", name="RICE")).to_have_count(1)
    section = opened(page, site_url, "kv-cache-figures")
    expect(section.get_by_role("textbox", name="Your figure")).to_have_count(3)
