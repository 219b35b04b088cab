"""Asks axe-core about an open page: all that it calls serious or critical."""

from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

COLOR_RULES = ["color-contrast", "link-in-text-block"]
"""The only rules that look at color: all others find the same in a light and in a dark page."""
PLACE_RULES = ["scrollable-region-focusable", "target-size"]
"""The rules that measure: what others find in a page's content is the same at every width."""
LOOKS = Path(__file__).with_name("looks.js").read_text(encoding="utf-8").strip().removesuffix(";")

_REPORT = """
const grave = ({violations}) => violations
  .filter(({impact}) => ["serious", "critical"].includes(impact))
  .flatMap(({id, nodes}) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}\\n${node.failureSummary}`));
"""
_RUN = f"async (options) => {{ {_REPORT} return grave(await axe.run(options)); }}"
_RUN_COLORS = f"""async ([rules, seen]) => {{ {_REPORT}
  const {{looks, include, exclude}} = ({LOOKS})(seen);
  if (include.length === 0) return [[], []];
  return [grave(await axe.run({{include, exclude}}, {{runOnly: rules, resultTypes: ["violations"]}})), looks];
}}"""


@cache
def _script() -> str:
    """Return axe-core as axe-playwright-python brings it."""
    (found,) = Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")
    return found.read_text(encoding="utf-8")


def with_axe(page: Page) -> Page:
    """Bring axe into the page, if it isn't there."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_script())
    return page


def findings(page: Page) -> list[str]:
    """Return what is wrong with the page, colors aside."""
    rules = {rule: {"enabled": False} for rule in COLOR_RULES} | {"target-size": {"enabled": True}}
    return _found(page, {"rules": rules})


def place_findings(page: Page) -> list[str]:
    """Return what is wrong with sizes and scrolling alone, for a further width of the same page."""
    return _found(page, {"runOnly": PLACE_RULES})


def _found(page: Page, options: dict[str, object]) -> list[str]:
    return [*with_axe(page).evaluate(_RUN, {**options, "resultTypes": ["violations"]})]


def color_findings(page: Page, seen: set[str]) -> list[str]:
    """Return what is wrong with the page's colors; looks that pass join `seen` and aren't judged again.

    Looks hold the computed colors and sizes, so that one set serves for both schemes and all widths.
    """
    found, looks = with_axe(page).evaluate(_RUN_COLORS, [COLOR_RULES, sorted(seen)])
    if not found:
        seen |= {*looks}
    return [*found]
