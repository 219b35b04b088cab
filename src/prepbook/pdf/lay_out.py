"""What only a browser can see of the print page before it prints it: how long lines are, and how many there are."""

from typing import cast

from playwright.sync_api import Page

# One element wider than the text makes Chromium shrink the text of the whole book, so such elements are named instead.
# Of a text with one line more than `orphans` asks for, Chromium (156) leaves that last line alone at the head of the
# next page, whatever `widows` says; such texts are not broken at all.
_LAY_OUT = """width => {
  const body = document.body;
  body.style.width = width;
  const limit = body.getBoundingClientRect().right + 0.2;
  const sticksOut = element => element.getBoundingClientRect().right > limit;
  const wide = [...document.querySelectorAll("body *")]
    .filter(element => !element.ownerSVGElement && sticksOut(element) && ![...element.children].some(sticksOut))
    .map(element => `${element.closest("section")?.id || "front matter"}: ${element.localName} ` +
                    `"${element.textContent.trim().slice(0, 60)}"`);

  const holdsBlocks = element => element.querySelector("p, ul, ol, pre, table, div, blockquote") !== null;
  const lines = element => {
    const style = getComputedStyle(element);
    const around = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
    return (element.getBoundingClientRect().height - around) / parseFloat(style.lineHeight);
  };
  const critical = Number(getComputedStyle(body).orphans) + 1;
  [...document.querySelectorAll("p, li, dd")]
    .filter(element => !holdsBlocks(element) && Math.round(lines(element)) === critical)
    .forEach(element => element.classList.add("pb-whole"));

  body.style.width = "";
  return wide.slice(0, 10);
}"""


def laid_out(page: Page, text_width: str) -> list[str]:
    """Return the elements of the page that are wider than its text, at most ten; mark texts that mustn't be broken."""
    return cast(list[str], page.evaluate(_LAY_OUT, text_width))
