"""check.yml of a placement, and the rule by which a document places somebody."""

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from prepbook.kinds.assignment import Choice
from prepbook.kinds.base import Fields, TaskSpec, Text

ID = re.compile(r"[a-z][a-z0-9-]*")


def _is_id(text: str) -> str:
    """Refuse what could be taken for one of the menu's own values."""
    if not ID.fullmatch(text):
        raise ValueError("an id of small letters, digits and hyphens")
    return text


Id = Annotated[str, AfterValidator(_is_id), Field(json_schema_extra={"pattern": f"^{ID.pattern}$"})]
Answers = Mapping[str, str]  # the id of an option by the id of its question
Asks = dict[str, Annotated[list[str], Field(min_length=1)]]  # by question: the options that will do


def fits(asks: Asks, answers: Answers) -> bool:
    """Return whether each question that is asked about has an answer that will do."""
    return all(answers[question] in options for question, options in asks.items())


class Question(Fields):
    """A question to the reader about themselves; no answer to it is right or wrong."""

    id: Id
    """What `asks` calls it by."""
    text: Choice
    """The question, about the reader."""
    options: Annotated[dict[Id, Choice], Field(min_length=2, max_length=8)]
    """Two to eight answers: the text of each by its id."""


class Level(Fields):
    """A level that a document describes: what it asks for, and why the document names it."""

    id: Id
    """Its id within the document."""
    name: Choice
    """What the document calls it."""
    asks: Annotated[Asks, Field(min_length=1)]
    """By the id of a question: the options that will do. Every question that is listed has to be met."""
    why: Text
    """What a reader placed here is told."""


class Silence(Fields):
    """When a document names nothing, beside answers that none of its levels fits, and why."""

    when: list[Annotated[Asks, Field(min_length=1)]] = Field(default=[])
    """Combinations of answers for which the document names nothing, though a level would fit."""
    why: Text
    """Why it names nothing."""


class Document(Fields):
    """A document with levels of its own; one that describes none of the levels it names is always silent."""

    id: Id
    """What `between` calls it by."""
    title: Choice
    """The document's name."""
    about: Text
    """What it counts, and where it stands."""
    levels: Annotated[list[Level], Field(max_length=10)] = Field(default=[])
    """The levels that it describes, from the lowest; the highest that fits is named."""
    names: list[Choice] = Field(default=[])
    """Levels that it only mentions: they stand in the menu and can't be reached."""
    silent: Silence | None = None
    """When and why it names no level. Needed wherever no level fits."""

    def place(self, answers: Answers) -> Level | None:
        """Return the highest level that the answers fit; None where the document doesn't say."""
        if self.silent and any(fits(asks, answers) for asks in self.silent.when):
            return None
        return next((level for level in reversed(self.levels) if fits(level.asks, answers)), None)


class Difference(Fields):
    """Why some documents part; shown when they do."""

    between: Annotated[list[str], Field(min_length=2)]
    """Ids of two or more documents."""
    why: Text
    """Why they part; shown where they do."""


class PlacementSpec(TaskSpec):
    """check.yml of a placement."""

    kind: Literal["placement"]
    """`placement`: predict what each of several documents would call the reader."""
    questions: Annotated[list[Question], Field(min_length=1, max_length=10)]
    """One to ten questions to the reader about themselves."""
    documents: Annotated[list[Document], Field(min_length=2, max_length=8)]
    """Two to eight documents, each with levels of its own."""
    differences: Annotated[list[Difference], Field(min_length=1)]
    """A text on every two documents that part."""
