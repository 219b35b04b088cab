"""A book's packages in the reader's browser: there when a program imports them, and not before."""

import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from prepbook.cli import main
from tests.conftest import WITHOUT_EXTRAS
from tests.generator.bookmaker import FILES, build_book, write_book
from tests.generator.wheelmaker import make_wheel
from tests.hosts import serving
from tests.site.running import block, output, run

pytestmark = pytest.mark.timeout(600)  # the first test waits for a book to be built
COMPILED = "pydantic-core"  # real, with a wheel for Pyodide (PEP 783), and in each environment that builds books
CONFIG = FILES["mkdocs.yml"].replace(
    "pillars:", f"packages: [prepbook-sample, {COMPILED}=={metadata.version(COMPILED)}]\n      pillars:"
)
SAMPLE = {
    "prepbook_sample/__init__.py": (
        "import colorsys, pathlib\n\n\ndef hue():\n"
        "    name = pathlib.Path(__file__).with_name('color.txt').read_text()\n"
        "    return f'{name} {colorsys.rgb_to_hsv(0, 1, 0)[0]:.2f}'\n"
    ),
    "prepbook_sample/color.txt": "green",
}
BOTH = "import prepbook_sample\nimport pydantic_core\n\nprint(prepbook_sample.hue(), pydantic_core.to_json({'a': 1}))\n"
COMPUTED = "import importlib\nprint('once')\nprint(importlib.import_module('prepbook_' + 'sample').hue())\n"


@pytest.fixture(scope="module")
def packages_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the URL of a book whose program uses a pure and a compiled package."""
    root = tmp_path_factory.mktemp("packages")
    make_wheel(root / "index", "prepbook-sample", SAMPLE)
    book = {"mkdocs.yml": CONFIG, "snippets/one/hello.py": BOTH, "snippets/one/hello.out": "green 0.33 b'{\"a\":1}'\n"}
    write_book(root / "book", **book)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_FIND_LINKS", str(root / "index"))
        assert main(["--config-file", str(root / "book" / "mkdocs.yml"), "lock"]) == 0
        site = build_book(root / "book")
    with serving(site) as url:
        yield url


def without_snapshot(route: Route) -> None:
    """Answer for the runtime's manifest as if its book had no snapshot."""
    manifest = route.fetch().json()
    del manifest["assets"]["snapshot"]
    route.fulfill(body=json.dumps(manifest), content_type="application/json")


@pytest.fixture(params=["snapshot", "plain"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page that starts Python from the snapshot, and one that has no snapshot to start from."""
    context = browser.new_context(**WITHOUT_EXTRAS)
    opened = context.new_page()
    if request.param == "plain":
        opened.route("**/runtime-*.json", without_snapshot)
    yield opened
    context.close()


def test_programs_import_packages_as_they_did_at_the_build(page: Page, packages_url: str) -> None:
    """Pure and compiled, with the files beside a module; and nothing of them is fetched before."""
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(Path(request.url).name))
    page.goto(packages_url)
    program = block(page, "one/hello.py")
    assert run(program, "print('without')") == "done"
    assert [name for name in fetched if name.endswith(".whl")] == []
    assert run(program, BOTH) == "done"
    assert output(program) == "green 0.33 b'{\"a\":1}'"
    assert run(program, COMPUTED) == "done", "an import that only shows when the program runs"
    assert output(program).splitlines() == ["once", "green 0.33"]
    assert len([name for name in fetched if name.startswith("prepbook_sample")]) == 1


def test_a_package_that_the_book_does_not_carry_is_a_plain_error(page: Page, packages_url: str) -> None:
    """The reader is told what isn't there, and is sent nowhere else for it."""
    page.goto(packages_url)
    program = block(page, "one/hello.py")
    assert run(program, "import numpy") == "error"
    assert output(program).endswith("ModuleNotFoundError: No module named 'numpy'")
