"""What `match` and `classify` share: items, each of which belongs to one of several named choices."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from markupsafe import escape
from pydantic import AfterValidator, Field

from prepbook.errors import Finding, suggestion
from prepbook.kinds.base import Fields, TaskSpec, Text, ToHtml, help_payload, inline
from prepbook.load.located_yaml import Located


def _plain(text: str) -> str:
    """Refuse what a menu can't show."""
    if "[@" in text:
        raise ValueError("plain text, with claims cited in the feedback")
    return text


Choice = Annotated[Text, AfterValidator(_plain)]  # stands in a menu or beside a button, so it has no markup


class Item(Fields):
    """One item: the choice it belongs to, and feedback on every choice a reader can make for it."""

    text: Text
    """What is to be assigned."""
    answer: str
    """The key of the choice or class that it belongs to."""
    right: Text
    """What a reader who got it is told."""
    wrong: dict[str, Text] = Field(default={})
    """What a reader is told who chose another, by the key of that choice."""
    otherwise: str = ""
    """What is said about a wrong choice that `wrong` doesn't name."""


class AssignmentSpec(TaskSpec):
    """The items of check.yml. What its choices are called there is the kind's own affair."""

    items: list[Item]
    """What is to be assigned."""


def faults(file: Located, items: list[Item], choices: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is wrong between items and choices."""
    expected = f"one of {', '.join(choices)}"
    for number, item in enumerate(items):
        named = [
            (("items", number, "answer"), item.answer),
            *((("items", number, "wrong", key), key) for key in item.wrong),
        ]
        for location, key in named:
            if key not in choices:
                yield file.finding(location, expected, f'"{key}"', suggestion(key, choices, "Choose one of them."))
        if item.answer in item.wrong:
            location = ("items", number, "wrong", item.answer)
            yield file.finding(
                location, "a wrong choice", "the answer", 'Say it under "right:", or correct the answer.'
            )
        silent = [key for key in choices if key != item.answer and key not in item.wrong]
        if silent and not item.otherwise.strip():
            do = 'Add "otherwise:" for all of them, or each to "wrong:".'
            yield file.finding(("items", number), "feedback on every choice", f"none on {', '.join(silent)}", do)


def choices_view(choices: Mapping[str, str]) -> list[dict[str, str]]:
    """Return the choices as HTML with a letter each."""
    letters = (chr(ord("A") + place) for place in range(len(choices)))
    return [
        {"key": str(escape(key)), "letter": letter, "text": str(escape(text))}
        for letter, (key, text) in zip(letters, choices.items(), strict=True)
    ]


def view(spec: AssignmentSpec, choices: Mapping[str, str], md: ToHtml) -> dict[str, Any]:
    """Return items and choices as HTML."""
    return {
        "prompt": md(spec.intro),
        "choices": choices_view(choices),
        "items": [inline(md(item.text)) for item in spec.items],
    }


def payload(id: str, spec: AssignmentSpec, choices: Mapping[str, str], md: ToHtml) -> dict[str, Any]:
    """Return where each item belongs, and the feedback on each choice."""
    return {
        "id": id,
        "choices": dict(choices),
        "items": [
            {
                "answer": item.answer,
                "right": md(item.right),
                "wrong": {key: md(text) for key, text in item.wrong.items()},
                "otherwise": md(item.otherwise),
            }
            for item in spec.items
        ],
        **help_payload(spec, md),
    }


def cites(spec: AssignmentSpec) -> list[str]:
    """Return the texts in which claims may be cited."""
    texts = [text for item in spec.items for text in (item.text, item.right, item.otherwise, *item.wrong.values())]
    return [*spec.help_texts(), *texts]
