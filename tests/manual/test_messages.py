"""The page of messages is complete: an entry for each message, a message for each entry."""

import re
from collections import Counter

import pytest

from manual.generated.messages import messages, read_groups
from manual.generated.said import said
from tests.generator.messages import GAP

ENTRIES = [entry for group in read_groups() for entry in group["messages"]]


def test_every_message_has_an_entry() -> None:
    """Who adds a message is told here what to explain, in manual/messages.yml."""
    assert sorted(said().keys() - {entry["of"] for entry in ENTRIES}) == []


def test_every_entry_has_its_message() -> None:
    """What nobody says any more needs no explanation."""
    assert sorted({entry["of"] for entry in ENTRIES} - said().keys()) == []


def test_every_entry_is_there_once_and_explains() -> None:
    """A sentence at least, which isn't the message again."""
    counts = Counter(entry["of"] for entry in ENTRIES)
    assert [name for name, times in counts.items() if times > 1] == []
    assert [entry["of"] for entry in ENTRIES if not entry["why"].endswith(".") or len(entry["why"]) < 20] == []


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if "shown" in entry], ids=lambda entry: entry["of"])
def test_examples_are_messages_that_can_come(entry: dict[str, list[str]]) -> None:
    """An example fits one of the forms that the code gives."""
    patterns = [".*".join(map(re.escape, form.split(GAP))) for form in said()[str(entry["of"])]]
    for example in entry["shown"]:
        assert any(re.fullmatch(pattern, example) for pattern in patterns), example


def test_page_shows_every_message() -> None:
    """Also one with backticks, which stand as they are."""
    text = messages()
    assert "```` check: expected a chapter that shows it, found none. Name it in a ``` check block" in text
    assert text.count("\n:   ") == len(ENTRIES)
