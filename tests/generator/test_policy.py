"""Every page carries one strict content security policy; what an author writes into pages is allowed by its hash."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from prepbook.policy import EXTENSIBLE, Inline, policy_of, read_inline
from tests.generator.bookmaker import CHECK, MKDOCS, build_book, write_book
from tests.site.offline_helpers import build_edition

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LOADS = re.compile(r"<(?:link|script|style|img|body)\b")
WRITTEN = {
    "script-src": "window.counted = 1;",
    "style-src": ".mine { color: teal }",
    "style-src-attr": "color: teal",
}
PAGE = f"""
# A page of its author's

<script>{WRITTEN["script-src"]}</script>
<style>{WRITTEN["style-src"]}</style>

<p style="{WRITTEN["style-src-attr"]}">Teal</p>
"""
OWN: dict[str, str | None] = {
    "docs/own.md": PAGE,
    "docs/whole.html": "<!doctype html><head><title>Whole</title></head><script>window.mine = 1</script>",
    "checks/basics/double/check.yml": CHECK.replace(
        "What is x and x", '"<b style=\\"color: navy\\">What</b> is x and x"'
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a small book whose author writes scripts and styles into a page."""
    return build_book(write_book(tmp_path_factory.mktemp("policy") / "book", **OWN))


def directives(site: Path) -> dict[str, list[str]]:
    """Return the policy's sources by directive."""
    parts = (part.split() for part in policy_of(site).split(";"))
    return {name: sources for name, *sources in parts}


def digest(text: str) -> str:
    """Return how a policy names a text."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_every_page_carries_the_same_policy_before_it_loads_anything(site: Path) -> None:
    """One per page, in its first kilobytes after the encoding; one for all, for content moves between pages."""
    found = {}
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if page.name == "whole.html":
            continue
        [found[page.name + str(page)]] = META.findall(html)
        assert html.index("charset=") < html.index("Content-Security-Policy") < LOADS.search(html).start()  # type: ignore[union-attr]
    assert len(found) >= 3
    assert {unescape(text) for text in found.values()} == {policy_of(site)}


def test_policy_has_no_unsafe_inline_and_no_eval(site: Path) -> None:
    """Of what is called unsafe only WebAssembly, without which there is no Python, and hashes of style attributes."""
    policy = directives(site)
    unsafe = {(name, source) for name, sources in policy.items() for source in sources if "unsafe" in source}
    assert unsafe == {("script-src", "'wasm-unsafe-eval'"), ("style-src-attr", "'unsafe-hashes'")}
    assert policy["default-src"] == policy["object-src"] == policy["base-uri"] == ["'none'"]
    assert policy["connect-src"] == policy["form-action"] == ["'self'"]
    assert not re.search(r"https?:|\*", policy_of(site))


@pytest.mark.parametrize("directive", WRITTEN)
def test_what_an_author_writes_into_a_page_is_allowed_by_its_hash(directive: str, site: Path) -> None:
    """The very text and no other."""
    assert digest(WRITTEN[directive]) in directives(site)[directive]


def test_style_in_a_hint_is_allowed_though_it_stands_in_no_page(site: Path) -> None:
    """Scripts put hints, feedback and explanations into pages later."""
    assert digest("color: navy") in directives(site)["style-src-attr"]


def test_page_that_an_author_wrote_whole_is_left_as_it_is(site: Path) -> None:
    """It isn't ours, and what it holds is allowed to no other page."""
    assert (site / "whole.html").read_text(encoding="utf-8") == OWN["docs/whole.html"]
    assert digest("window.mine = 1") not in policy_of(site)


def test_book_without_style_attributes_allows_none(tmp_path: Path) -> None:
    """Then not even hashes of attributes are heeded."""
    assert directives(build_book(write_book(tmp_path / "book")))["style-src-attr"] == ["'none'"]


REFUSED = {
    "handler": ('<button onclick="go()">Go</button>', "own/index.html: the handler onclick of a <button>"),
    "address": ('<a href="javascript:go()">Go</a>', "own/index.html: the javascript: address of a <a>"),
    "script": ('<script src="https://cdn.example/a.js"></script>', "script-src: [https://cdn.example]"),
    "frame": ('<iframe src="https://videos.example/1"></iframe>', "frame-src: [https://videos.example]"),
}
STRICT = MKDOCS.replace("plugins:", "strict: true\nplugins:")


@pytest.mark.parametrize("name", REFUSED)
def test_what_browsers_would_refuse_is_told_at_build(
    name: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where it is, why it won't work, what to do; a strict build stops."""
    html, told = REFUSED[name]
    with pytest.raises(Abort):
        build_book(write_book(tmp_path / "book", **{"docs/own.md": f"# Own\n\n{html}\n", "mkdocs.yml": STRICT}))
    assert told in caplog.text
    assert "readers' browsers refuse" in caplog.text


ALLOWING = STRICT.replace("pillars:", "allow_from: {frame-src: [https://videos.example]}\n      pillars:")


def test_author_may_allow_a_host(tmp_path: Path) -> None:
    """By directive, in mkdocs.yml; then it is no finding, and the policy names it."""
    changed = {"docs/own.md": f"# Own\n\n{REFUSED['frame'][0]}\n", "mkdocs.yml": ALLOWING}
    site = build_book(write_book(tmp_path / "book", **changed))
    assert directives(site)["frame-src"] == ["'self'", "https://videos.example"]


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (
            "{script-src: [\"'unsafe-inline'\"]}",
            "expected an origin like https://example.org, or data: or blob:, found",
        ),
        (
            "{script-src: [https://a.example; object-src *]}",
            "expected an origin like https://example.org, or data: or blob:, found",
        ),
        ("{object-src: [https://a.example]}", f"expected one of {', '.join(EXTENSIBLE)}, found 'object-src'"),
    ],
)
def test_policy_can_not_be_opened_by_mistake(
    option: str, told: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What isn't an address, or no directive for addresses, is refused with what was expected and found."""
    changed = MKDOCS.replace("pillars:", f"allow_from: {option}\n      pillars:")
    with pytest.raises(Abort):
        build_book(write_book(tmp_path / "book", **{"mkdocs.yml": changed}))
    assert told in caplog.text


def test_served_book_has_no_policy(tmp_path: Path) -> None:
    """MkDocs's live reload is an inline script that is new each time."""
    assert "Content-Security-Policy" not in (build_edition("served", tmp_path / "book") / "index.html").read_text()


def test_site_without_a_policy_is_told(tmp_path: Path) -> None:
    """Whoever asks for the policy to send as a header learns which file lacks it."""
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"index\.html: expected a content security policy, found none"):
        policy_of(tmp_path)


FRAME = '<iframe srcdoc="&lt;style>b {}&lt;/style>&lt;script>x()&lt;/script>&lt;b onclick=x() style=top:0>"></iframe>'


def test_frame_that_shows_html_gets_its_styles_and_no_script() -> None:
    """It inherits the page's policy; what it could run is no part of it, and no finding either."""
    found = Inline()
    read_inline(FRAME, found)
    assert found == Inline(styles={"b {}"}, attributes={"top:0"})
