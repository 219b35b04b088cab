"""The order check: items to bring into their order, with feedback on every item's place."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from prepbook.book import Check
from prepbook.errors import Finding
from prepbook.kinds.base import Fields, Kind, Proof, TaskSpec, Text, ToHtml, help_payload, inline, mixed, nothing_runs
from prepbook.load.located_yaml import Located
from prepbook.words import gettext


class Item(Fields):
    """One item: what it says, why it stands where it stands, and what to think of when it stands elsewhere."""

    text: Text
    """What the item says."""
    feedback: Text
    """Why it stands where it stands; said when it does."""
    misplaced: Text
    """What to think of when it stands elsewhere."""


class OrderSpec(TaskSpec):
    """check.yml of an order check; `items` are in the right order."""

    kind: Literal["order"]
    """`order`: bring items into their order."""
    first: Text | None = None
    """What stands at the upper end of the list, as Cheapest."""
    last: Text | None = None
    """What stands at the lower end."""
    items: Annotated[list[Item], Field(min_length=3, max_length=12)]
    """Three to twelve items in the right order; readers see them mixed."""


@dataclass(frozen=True)
class OrderCheck(Check):
    """An order check; all of it stands in check.yml."""

    spec: OrderSpec

    def shown(self) -> list[tuple[int, Item]]:
        """Return the items as they are shown at first, each with its right place from 0."""
        return mixed(list(enumerate(self.spec.items)), lambda item: f"{self.id}: {item[1].text}")


def load(folder: Path, name: str, spec: OrderSpec) -> tuple[OrderCheck, list[Finding]]:
    """Make the check. Items that read the same are findings: nobody could order them."""
    file = Located.read(folder / "check.yml", f"{name}/check.yml")
    counts = Counter(item.text for item in spec.items)
    do = "Reword it, so that readers can tell the items apart."
    findings = [
        file.finding(("items", place, "text"), "a text of its own", f'"{item.text}" again', do)
        for place, item in enumerate(spec.items)
        if counts[item.text] > 1
    ]
    return OrderCheck(folder.name, name, spec, spec.intro), findings


def view(check: OrderCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the items as HTML, mixed."""
    return {
        "prompt": md(check.prompt),
        "first": inline(md(check.spec.first or gettext("First"))),
        "last": inline(md(check.spec.last or gettext("Last"))),
        "items": [inline(md(item.text)) for _, item in check.shown()],
    }


def payload(check: OrderCheck, proof: Proof, md: ToHtml) -> dict[str, Any]:
    """Return the right place of each shown item, from 0, and its feedback."""
    return {
        "id": check.id,
        "items": [
            {"place": place, "feedback": md(item.feedback), "misplaced": md(item.misplaced)}
            for place, item in check.shown()
        ],
        **help_payload(check.spec, md),
    }


def cites(check: OrderCheck) -> list[str]:
    """Return the texts in which an order check may cite claims."""
    texts = [text for item in check.spec.items for text in (item.text, item.feedback, item.misplaced)]
    return [*check.spec.help_texts(), check.spec.first or "", check.spec.last or "", *texts]


KIND = Kind("order", OrderSpec, load, nothing_runs, view, payload, cites)
