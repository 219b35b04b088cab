"""What a reader does with a page, in any engine."""

import json
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from .drivers import Driver

WAIT_S = 90
POLL_S = 0.1

# Typed as an input method would: the box that listens needs no focus of the window for it.
TYPE = """((box) => {
  box.focus();
  document.execCommand("selectAll");
  document.execCommand("insertText", false, %s);
})(document.querySelector(%s))"""


@dataclass(frozen=True)
class Reader:
    """Someone at a page; blocks are named by CSS selectors."""

    driver: Driver

    def open(self, url: str) -> None:
        """Go to a page and wait until its blocks are alive."""
        self.driver.goto(url)
        self.until("Boolean(document.querySelector('prep-check[ready]'))", {True})

    def write(self, block: str, source: str) -> None:
        """Put a program in place of what stands in the block's box."""
        self.driver.evaluate(TYPE % (json.dumps(source), json.dumps(f"{block} [role=textbox]")))

    def press(self, block: str, action: str) -> None:
        """Press a button."""
        self.driver.evaluate(f"document.querySelector({json.dumps(f'{block} [data-action={action}]')}).click()")

    def state(self, block: str, wanted: Collection[str]) -> str:
        """Wait until the block's state is one of those `wanted`; return it."""
        return str(self.until(f"document.querySelector({json.dumps(block)}).dataset.state", wanted))

    def text(self, selector: str) -> str:
        """Return what an element shows."""
        return str(self.driver.evaluate(f"document.querySelector({json.dumps(selector)}).innerText")).strip()

    def until(self, expression: str, wanted: Collection[Any]) -> Any:
        """Wait until an expression gives one of the values `wanted`; return it."""
        deadline = time.monotonic() + WAIT_S
        while (found := self.driver.evaluate(expression)) not in wanted:
            assert time.monotonic() < deadline, f"{expression}: expected one of {wanted}, found {found!r}"
            time.sleep(POLL_S)
        return found
