"""Each page is valid HTML, by the checker of the people who write the standard."""

import json
import os
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import ROOT
from tests.pages.conftest import URLS

VNU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
FILES = [*(f"{url}index.html" for url in URLS), "404.html"]
WAIVED = {
    "violates Content Security Policy": "vnu knows no address of a file, so 'self' is nobody, and data are programs",
}
"""Messages that can't be mended, and why. The list may only shrink: one that no page has fails a test."""

Messages = dict[str, list[str]]


@pytest.fixture(scope="session")
def messages(site: Path) -> Messages:
    """Return what vnu says of each file; it is started once for all of them and all workers."""
    if not shutil.which("java") or not VNU.exists():
        tell = pytest.fail if "CI" in os.environ else pytest.skip
        tell("vnu needs Java 17 and `npm ci`")
    kept = site.with_name("vnu.json")
    with FileLock(f"{kept}.lock"):
        if not kept.exists():
            options = ["--format", "json", "--exit-zero-always", "--stdout"]
            command = ["java", "-Xss2m", "-jar", str(VNU), *options, *(str(site / file) for file in FILES)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            kept.write_text(done.stdout, encoding="utf-8")
    return by_file(json.loads(kept.read_text(encoding="utf-8"))["messages"], site)


def by_file(messages: list[dict[str, str]], site: Path) -> Messages:
    """Return the messages as text, by file."""
    found: Messages = defaultdict(list)
    for message in messages:
        file = message.get("url", "").removeprefix(f"file:{site}/")
        found[file].append(f"line {message.get('lastLine')}: {message['message']}  {message.get('extract', '')}")
    return found


def is_waived(message: str) -> bool:
    """Whether the list has it."""
    return any(waived in message for waived in WAIVED)


@pytest.mark.parametrize("file", FILES)
def test_page_is_valid_html(file: str, messages: Messages) -> None:
    """No error and no warning but the waived ones."""
    assert [message for message in messages.get(file, []) if not is_waived(message)] == []


def test_vnu_has_read_files_of_this_book_only(messages: Messages) -> None:
    """Nothing is said of the run itself, as of a file that can't be read."""
    assert [*messages.keys() - {*FILES}] == []


def test_no_waiver_has_become_needless(messages: Messages) -> None:
    """Each still silences something."""
    said = [message for found in messages.values() for message in found]
    assert [waived for waived in WAIVED if not any(waived in message for message in said)] == []
