"""A page's HTML made fit for paper: nothing folded, nothing hidden behind a tab, nothing that only a screen can do."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from prepbook.pdf.code_lines import code_lines

# What works only on a screen, or stands in the way of a reader of paper. `jp-` and `clipboard-` are notebooks'.
_SCREEN_ONLY = (
    "script, style, link, template, button, a.headerlink, a.anchor-link, .pb-noscript, "
    ".jp-InputPrompt, .jp-OutputPrompt, .jp-Collapser, .clipboard-copy-txt, clipboard-copy, .md-source-file"
)
_HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]


def for_paper(html: str, title: str) -> BeautifulSoup:
    """Return a chapter's HTML for paper. It starts with its only h1, which `title` makes when the page has none."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(_SCREEN_ONLY):
        element.decompose()
    _show_tabs(soup)
    _open_details(soup)
    _number_lines(soup)
    _scope_headers(soup)
    _fill_cells(soup)
    _close_up_citations(soup)
    for way_back in soup.select("a.footnote-backref"):
        way_back.string = "↑"  # Markdown's own arrow is in none of the book's faces
    _lead_with_title(soup, title)
    _nest_headings(soup)
    return soup


def _show_tabs(soup: BeautifulSoup) -> None:
    """Put pymdownx.tabbed's blocks one after the other, each under its label."""
    for tabs in soup.select("div.tabbed-set"):
        labels = [label.get_text(" ", strip=True) for label in tabs.select(":scope > .tabbed-labels > label")]
        blocks = tabs.select(":scope > .tabbed-content > .tabbed-block")
        for label, block in zip(labels, blocks, strict=True):
            name = soup.new_tag("p", attrs={"class": "pb-tab-label"}, string=label)
            block.insert(0, name)
            block["class"] = "pb-tab"
            tabs.insert_before(block.extract())
        tabs.decompose()


def _open_details(soup: BeautifulSoup) -> None:
    for details in soup.find_all("details"):
        details.name = "div"
        details["class"] = " ".join(["admonition", *details.get_attribute_list("class")])
        details.attrs.pop("open", None)
        summary = details.find("summary", recursive=False)
        if isinstance(summary, Tag):
            summary.name = "p"
            summary["class"] = "admonition-title"


def _number_lines(soup: BeautifulSoup) -> None:
    """Give each line of a code block its own element, so that long ones wrap instead of being cut."""
    for block in soup.find_all("pre"):
        if block.select_one(".pb-line"):
            continue
        code = block.find("code") or block
        inner = code.decode_contents() if isinstance(code, Tag) else ""
        lines = code_lines(inner.replace("<span></span>", ""))
        # Parsed inside its <pre>: elsewhere the parser would shrink the spaces that indent a line.
        block.replace_with(BeautifulSoup(f"<pre><code>{lines}</code></pre>", "html.parser"))


def _scope_headers(soup: BeautifulSoup) -> None:
    """Mark header cells with their scope, which readers by ear depend on."""
    for cell in soup.find_all("th"):
        in_head = cell.find_parent("thead") is not None
        cell.attrs.setdefault("scope", "col" if in_head else "row")


def _fill_cells(soup: BeautifulSoup) -> None:
    """Put a space into each empty cell: Chromium tags none that paints nothing, and the row would lack a column."""
    for cell in soup.find_all(["th", "td"]):
        if not cell.get_text(strip=True) and cell.find(["img", "svg", "input"]) is None:
            cell.append("\u00a0")


def _close_up_citations(soup: BeautifulSoup) -> None:
    """Set a raised citation against the word it follows."""
    for citation in soup.select(".pb-cite"):
        before = citation.previous_sibling
        if isinstance(before, NavigableString) and before != before.rstrip():
            before.replace_with(before.rstrip())


def _lead_with_title(soup: BeautifulSoup, title: str) -> None:
    first = soup.find("h1")
    heading = first.extract() if isinstance(first, Tag) else soup.new_tag("h1", string=title)
    soup.insert(0, heading)
    for other in soup.find_all("h1")[1:]:
        other.name = "h2"


def _nest_headings(soup: BeautifulSoup) -> None:
    """No heading may be more than one level below the one before it: readers by ear would search the gap."""
    before = 0
    for heading in soup.find_all(_HEADINGS):
        before = min(int(heading.name[1]), before + 1)
        heading.name = f"h{before}"
