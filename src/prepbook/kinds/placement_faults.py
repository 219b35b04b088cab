"""What is wrong with a placement: names that nothing has, and what trying every combination of answers shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from math import prod

from prepbook.errors import Finding, suggestion
from prepbook.kinds.placement_spec import Document, Level, PlacementSpec
from prepbook.load.located_yaml import Located

MOST = 5_000  # combinations that are tried: a second at worst

Place = tuple[str | int, ...]


# ----------------------------------------------------------------- names


def faults_of_names(file: Located, spec: PlacementSpec) -> Iterator[Finding]:
    """Yield ids that stand twice; where there are none, names of what isn't there."""
    repeated = [
        *_repeated(file, ("questions",), [question.id for question in spec.questions]),
        *_repeated(file, ("documents",), [document.id for document in spec.documents]),
    ]
    yield from repeated or _unheard(file, spec)


def _unheard(file: Located, spec: PlacementSpec) -> Iterator[Finding]:
    for number, document in enumerate(spec.documents):
        yield from _faults_of_document(file, ("documents", number), document, spec)
    ids = [document.id for document in spec.documents]
    for number, difference in enumerate(spec.differences):
        for place, id in enumerate(difference.between):
            if id not in ids:
                yield _unknown(file, ("differences", number, "between", place), "document", id, ids)


def _faults_of_document(file: Located, at: Place, document: Document, spec: PlacementSpec) -> Iterator[Finding]:
    yield from _repeated(file, (*at, "levels"), [level.id for level in document.levels])
    seen: set[str] = set()
    for name in [*(level.name for level in document.levels), *document.names]:
        if name.casefold() in seen:
            yield file.finding((*at, "names"), "each name once", f'"{name}" again', "Rename or remove one of the two.")
        seen.add(name.casefold())
    asked: list[tuple[Place, dict[str, list[str]]]] = [
        ((*at, "levels", place, "asks"), level.asks) for place, level in enumerate(document.levels)
    ]
    for place, asks in enumerate(document.silent.when if document.silent else ()):
        asked.append(((*at, "silent", "when", place), asks))
    for location, asks in asked:
        yield from _faults_of_asks(file, location, asks, spec)


def _faults_of_asks(file: Located, at: Place, asks: dict[str, list[str]], spec: PlacementSpec) -> Iterator[Finding]:
    options = {question.id: list(question.options) for question in spec.questions}
    for question, wanted in asks.items():
        if question not in options:
            yield _unknown(file, (*at, question), "question", question, list(options))
            continue
        for place, option in enumerate(wanted):
            if option not in options[question]:
                yield _unknown(file, (*at, question, place), f'option of "{question}"', option, options[question])


def _repeated(file: Located, at: Place, ids: Sequence[str]) -> Iterator[Finding]:
    for place, id in enumerate(ids):
        if id in ids[:place]:
            yield file.finding((*at, place, "id"), "an id of its own", f'"{id}" again', "Rename one of them.")


def _unknown(file: Located, at: Place, what: str, id: str, known: Sequence[str]) -> Finding:
    do = suggestion(id, known, f"Choose one of {', '.join(known)}.")
    return file.finding(at, f"the id of a {what}" if " " not in what else f"an {what}", f'"{id}"', do)


# ------------------------------------------------------------------ walk


@dataclass(frozen=True)
class Walk:
    """Every combination of answers, and what each document makes of it."""

    spec: PlacementSpec

    @property
    def size(self) -> int:
        """How many combinations there are."""
        return prod(len(question.options) for question in self.spec.questions)

    @cached_property
    def placed(self) -> dict[tuple[str, ...], tuple[Level | None, ...]]:
        """By the options chosen, in the order of the questions: the levels, in the order of the documents."""
        ids = [question.id for question in self.spec.questions]
        chosen = product(*(question.options for question in self.spec.questions))
        return {
            options: tuple(document.place(dict(zip(ids, options, strict=True))) for document in self.spec.documents)
            for options in chosen
        }

    @cached_property
    def says(self) -> list[tuple[str | None, ...]]:
        """What each document names for each combination."""
        columns = zip(*self.placed.values(), strict=True)
        return [tuple(level.name.casefold() if level else None for level in column) for column in columns]


def faults_of_walk(file: Located, spec: PlacementSpec) -> Iterator[Finding]:
    """Yield what trying every combination of answers shows to be wrong; one finding where there are too many."""
    walk = Walk(spec)
    if walk.size > MOST:
        do = "Ask fewer questions, or offer fewer options."
        expected = f"at most {MOST:,} combinations of answers, so that each can be tried"
        yield file.finding(("questions",), expected, f"{walk.size:,}", do)
        return
    for number in range(len(spec.documents)):
        yield from _levels(file, walk, number)
        yield from _silence(file, walk, number)
    yield from _options(file, walk)
    yield from _documents(file, walk)


def _levels(file: Located, walk: Walk, number: int) -> Iterator[Finding]:
    levels = walk.spec.documents[number].levels
    reached = {row[number].id for row in walk.placed.values() if row[number]}  # type: ignore[union-attr]
    for place, level in enumerate(levels):
        location = ("documents", number, "levels", place)
        twin = next((above for above in levels[place + 1 :] if _asked(above) == _asked(level)), None)
        if twin:
            do = "Make one level of the two, or say what the higher one asks for besides."
            found = f'what "{twin.id}" asks for'
            yield file.finding((*location, "asks"), "something that no other level asks for", found, do)
        elif level.id not in reached:
            do = "Change what it or a higher level asks for, or only mention it under names:."
            found = f"none among all {walk.size:,}"
            yield file.finding(location, "answers for which it's the highest level that fits", found, do)


def _asked(level: Level) -> dict[str, frozenset[str]]:
    return {question: frozenset(options) for question, options in level.asks.items()}


def _silence(file: Located, walk: Walk, number: int) -> Iterator[Finding]:
    document = walk.spec.documents[number]
    silent = next((options for options, row in walk.placed.items() if row[number] is None), None)
    if silent and document.silent is None:
        do = 'Say under "silent:" why the document names nothing then, or let a level ask for less.'
        yield file.finding(("documents", number), "a level for all answers", f"none for {_in_words(walk, silent)}", do)
    elif document.silent and silent is None:
        do = "Remove it, or ask for more at the lowest level."
        found = f"none among all {walk.size:,}"
        yield file.finding(("documents", number, "silent"), "answers that leave the document silent", found, do)


def _in_words(walk: Walk, options: Sequence[str]) -> str:
    ids = [question.id for question in walk.spec.questions]
    return ", ".join(f"{id}: {option}" for id, option in zip(ids, options, strict=True))


def _options(file: Located, walk: Walk) -> Iterator[Finding]:
    """Find options that change nothing: for whatever else is answered, another one leads to the same levels."""
    for number, question in enumerate(walk.spec.questions):
        effects: dict[tuple[tuple[Level | None, ...], ...], str] = {}
        for option in question.options:
            rows = [row for options, row in walk.placed.items() if options[number] == option]
            effect = tuple(tuple(level and level.id for level in row) for row in rows)
            twin = effects.setdefault(effect, option)  # type: ignore[arg-type]
            if twin != option:
                do = "Let a level ask for one without the other, or make one option of the two."
                found = f'the same levels as for "{twin}", whatever else is answered'
                location = ("questions", number, "options", option)
                yield file.finding(location, "an option that some document tells from the others", found, do)


def _documents(file: Located, walk: Walk) -> Iterator[Finding]:
    """Find documents that agree whatever is answered, and documents that part while no text says why."""
    documents = walk.spec.documents
    explained = [set(difference.between) for difference in walk.spec.differences]
    for (first, one), (number, other) in combinations(enumerate(documents), 2):
        if walk.says[first] == walk.says[number]:
            do = "Keep one of them: where documents never part there is nothing to predict."
            found = f'the same as "{one.id}" for all {walk.size:,}'
            yield file.finding(("documents", number), "another level than the others' for some answers", found, do)
        elif not any({one.id, other.id} <= between for between in explained):
            do = "Add one that names both under between:."
            found = f'none on "{one.id}" and "{other.id}"'
            yield file.finding(("differences",), "a text on every two documents that part", found, do)
