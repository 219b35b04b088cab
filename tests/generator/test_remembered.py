"""What was found in texts is found once, and never told of another text, nor by other programs."""

import json
from pathlib import Path

import pytest

from prepbook import remembered
from prepbook.remembered import Remembered


class Asked(list[str]):
    """Finds the words of a text, and notes which texts it was asked for."""

    def __call__(self, text: str) -> list[str]:
        """Return the words."""
        self.append(text)
        return text.split()


def build(file: Path, *texts: str) -> tuple[list[list[str]], list[str]]:
    """Return what a build is told of each text, and the texts that it had to look into."""
    memory, asked = Remembered(file), Asked()
    found = [memory.of(text, asked) for text in texts]
    memory.keep()
    return found, [*asked]


def test_each_text_is_looked_into_once(tmp_path: Path) -> None:
    """Within a build and from one to the next; a new text is looked into, and what nobody asks for is forgotten."""
    file = tmp_path / "found" / "words.json"
    assert build(file, "a b", "c", "a b") == ([["a", "b"], ["c"], ["a", "b"]], ["a b", "c"])
    assert build(file, "c", "a b") == ([["c"], ["a", "b"]], [])
    assert build(file, "c", "d") == ([["c"], ["d"]], ["d"])
    assert build(file, "a b") == ([["a", "b"]], ["a b"])


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"found": {}}'])
def test_damaged_memory_is_no_memory(damage: str, tmp_path: Path) -> None:
    """A disk that was full costs a moment, no more."""
    file = tmp_path / "words.json"
    file.write_text(damage, encoding="utf-8")
    assert build(file, "a b") == ([["a", "b"]], ["a b"])
    assert build(file, "a b") == ([["a", "b"]], [])


def test_what_other_programs_found_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an upgrade all texts are looked into anew."""
    file = tmp_path / "words.json"
    build(file, "a b")
    monkeypatch.setattr(remembered, "made_by", lambda: "a later version")
    assert build(file, "a b")[1] == ["a b"]
    assert json.loads(file.read_text(encoding="utf-8"))["made_by"] == "a later version"
