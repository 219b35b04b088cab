"""Versions follow from tags, and a release is refused unless all that it says of itself is true."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from prepbook.version import FIRST, VARIABLE, version

ROOT = Path(__file__).parent.parent
WHO = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A"}
IDENTITY = {**WHO, "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull}


def load_script() -> Any:
    """Return the script as a module."""
    spec = importlib.util.spec_from_file_location("make_release", ROOT / "scripts" / "make_release.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_release"] = module
    spec.loader.exec_module(module)
    return module


release = load_script()


def git(root: Path, *arguments: str) -> None:
    """Run git as somebody."""
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, env={**os.environ, **IDENTITY})


def commit(root: Path, text: str) -> None:
    """Commit CHANGELOG.md with this text."""
    (root / "CHANGELOG.md").write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--message", "Change", "--allow-empty")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with one commit, whose changelog has a section 1.2.0."""
    monkeypatch.delenv(VARIABLE, raising=False)
    git(tmp_path, "init")
    commit(tmp_path, "# Changelog\n\n## Unreleased\n\n## 1.2.0 - 2026-11-22\n")
    return tmp_path


def name_of(root: Path) -> str:
    """Return how git calls the commit, in short."""
    line = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(line, cwd=root, check=True, capture_output=True, text=True).stdout.strip()


def test_tagged_commit_has_the_version_of_its_tag(checkout: Path) -> None:
    """And the next one a development version on the way to the next, by its distance and name."""
    git(checkout, "tag", "v1.2.0")
    git(checkout, "tag", "venue")  # no version
    assert version(checkout) == "1.2.0"
    (checkout / "CHANGELOG.md").write_text("changed", encoding="utf-8")
    assert version(checkout) == "1.2.1.dev0+dirty"
    commit(checkout, "more")
    assert version(checkout) == f"1.2.1.dev1+g{name_of(checkout)}"


def test_clone_without_tags_has_a_version(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """As CI's shallow clones are; so has a folder without git at all."""
    assert version(checkout) == f"{FIRST}.dev1+g{name_of(checkout)}"
    assert version(tmp_path_factory.mktemp("bare")) == f"{FIRST}.dev0"


def test_source_distribution_has_the_version_it_was_made_with(checkout: Path) -> None:
    """Wherever it is unpacked; what a release says comes before all."""
    folder = checkout / "unpacked"
    folder.mkdir()
    assert version(folder) == f"{FIRST}.dev0"  # not the version of the repository that it lies in
    (folder / "PKG-INFO").write_text("Metadata-Version: 2.4\nName: prepbook\nVersion: 1.1.0\n", encoding="utf-8")
    assert version(folder) == "1.1.0"


def test_release_names_its_version_before_it_is_tagged(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For its files are made first, and the tag is the last word."""
    monkeypatch.setenv(VARIABLE, "1.2.0")
    assert version(checkout) == "1.2.0"


# name: (what is done to the checkout, the version that is asked for, words of the refusal)
REFUSED: dict[str, tuple[str, str, str]] = {
    "changed file": ("change", "1.2.0", "git: working tree: expected all committed, found 1 changed or new."),
    "existing tag": ("tag", "1.2.0", "git: tag: expected no v1.2.0 yet, found it."),
    "no section": ("", "1.3.0", "CHANGELOG.md: 1.3.0: expected a heading “## 1.3.0 - YEAR-MONTH-DAY”, found none."),
    "section of a longer name": ("", "1.2", "release: version: expected three numbers like 1.2.0, found 1.2."),
    "a v before it": ("", "v1.2.0", "release: version: expected three numbers like 1.2.0, found v1.2.0."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_release_is_refused_with_what_to_do(name: str, checkout: Path) -> None:
    """Before anything is made."""
    done, asked, told = REFUSED[name]
    if done == "change":
        (checkout / "new.txt").write_text("new", encoding="utf-8")
    elif done == "tag":
        git(checkout, "tag", "v1.2.0")
    faults = list(release.find_faults(checkout, asked))
    assert faults[0].startswith(told)
    assert faults[0].removeprefix(told).strip().endswith(".")


def test_release_that_is_right_is_not_refused(checkout: Path) -> None:
    """All committed, a section of its name, no tag yet."""
    assert list(release.find_faults(checkout, "1.2.0")) == []


def test_list_of_materials_keeps_nothing_of_the_hour() -> None:
    """npm stamps a random number and the time; all else stays."""
    metadata = {"timestamp": "2026-11-22T18:00:00Z", "tools": ["npm"]}
    said = {"serialNumber": "urn:uuid:1", "components": [{"name": "idb"}], "metadata": metadata}
    assert release.without_stamps(said) == {"components": [{"name": "idb"}], "metadata": {"tools": ["npm"]}}


def test_checksums_are_what_sha256sum_checks(tmp_path: Path) -> None:
    """Each file once, by name, and not the list itself."""
    for name in ("b.whl", "a.pdf", "SHA256SUMS"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    release.write_checksums(tmp_path)
    line = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == ["a.pdf: OK", "b.whl: OK"]


@pytest.mark.slow
def test_wheel_is_the_same_from_the_checkout_and_from_its_source_distribution(tmp_path: Path) -> None:
    """Bytes and version: whoever builds from the source distribution, without git, gets what we publish."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}
    build = [sys.executable, "-m", "hatchling", "build"]
    subprocess.run([*build, "-d", str(tmp_path)], cwd=ROOT, env=environment, check=True, capture_output=True)
    (source,) = tmp_path.glob("*.tar.gz")
    subprocess.run(["tar", "xzf", str(source), "-C", str(tmp_path)], check=True)
    again = [*build, "-t", "wheel", "-d", str(tmp_path / "again")]
    unpacked = tmp_path / source.name.removesuffix(".tar.gz")
    subprocess.run(again, cwd=unpacked, env=environment, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert (tmp_path / "again" / wheel.name).read_bytes() == wheel.read_bytes()
