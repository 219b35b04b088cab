"""The book as values: what the loaders return and everything else reads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

ReferenceKind = Literal["claim", "snippet", "check", "list"]
List = Literal["claims", "conflicts"]


@dataclass(frozen=True)
class Source:
    """A document that claims come from."""

    id: str
    title: str
    about: str
    note: str


@dataclass(frozen=True)
class Claim:
    """A statement that a source makes; reported, not verified."""

    id: str
    source: str
    topic: str
    kind: str
    says: str


@dataclass(frozen=True)
class Conflict:
    """A place where the sources disagree with each other or with themselves."""

    id: str
    kind: str
    between: tuple[str, ...]
    about: str


@dataclass(frozen=True)
class Ledger:
    """Everything the book may state, by id."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    conflicts: Mapping[str, Conflict] = field(default_factory=dict)

    def knows(self, id: str) -> bool:
        """Whether a citation may name this id: a claim's or a conflict's."""
        return id in self.claims or id in self.conflicts

    def conflicts_of(self, claim: str) -> list[Conflict]:
        """Return the conflicts that a claim takes part in."""
        return [conflict for conflict in self.conflicts.values() if claim in conflict.between]


@dataclass(frozen=True)
class Term:
    """An entry of the glossary, and how the text may call it."""

    id: str  # its fragment on the glossary's page
    title: str
    definition: str  # Markdown
    forms: tuple[str, ...]
    others: tuple[str, ...] = ()  # phrases in which a form means something else
    line: int = 0


@dataclass(frozen=True)
class Glossary:
    """The terms that chapters explain at their first use, and the page that lists them."""

    url: str = ""  # relative to the site's root
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Reference:
    """A place in a chapter that names a claim, a snippet or a check, or a list of what the book knows."""

    kind: ReferenceKind
    target: str
    line: int
    data: tuple[str, ...] = ()  # a snippet's data files
    session: str | None = None  # the blocks of its page that a snippet shares its variables with
    limits: Mapping[str, int] = field(default_factory=dict)  # a snippet's own; see Snippet


@dataclass(frozen=True)
class Chapter:
    """A page of the book, as far as the generator cares: what it refers to."""

    file: str  # relative to docs/
    url: str  # relative to the site's root
    references: tuple[Reference, ...]
    words: int = 0

    def targets(self, kind: ReferenceKind) -> tuple[str, ...]:
        """Return what this chapter names of one kind, each once, in order of first use."""
        return tuple(dict.fromkeys(ref.target for ref in self.references if ref.kind == kind))


@dataclass(frozen=True)
class Snippet:
    """A program shown on a page, and the exact text it prints: a file of snippets/, or a notebook's code cell."""

    path: str  # relative to snippets/, with forward slashes; a cell's is the notebook's below docs/, and its id
    source: str
    output: str | None  # None: the author has not recorded one
    data: Mapping[str, str] = field(default_factory=dict)  # files beside it, by name
    # Its own limits in a reader's browser, else the book's: seconds, output_kb, memory_mb.
    limits: Mapping[str, int] = field(default_factory=dict)
    place: str = ""  # how findings call a notebook's cell

    @property
    def anchor(self) -> str:
        """The fragment under which the snippet is found on its page."""
        return "snippet-" + self.path.removesuffix(".py").replace("/", "-").replace("_", "-")

    @property
    def filename(self) -> str:
        """The name under which it runs and which its tracebacks show."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class SnippetSession:
    """Snippets of one page that share their variables, in the order of the page."""

    id: str  # unique in the book
    name: str  # unique on its page
    paths: tuple[str, ...]

    def before(self, path: str) -> tuple[str, ...]:
        """Return the snippets that stand above one of them."""
        return self.paths[: self.paths.index(path)]


@dataclass(frozen=True)
class Check:
    """A check of any kind: what check.yml says, and the texts beside it. Kinds add their own parts."""

    id: str
    folder: str  # relative to the book's root
    spec: Any  # the kind's model of check.yml
    prompt: str = ""  # Markdown

    @property
    def anchor(self) -> str:
        """The fragment under which the check is found on its page; part of the page contract."""
        return f"check-{self.id}"


@dataclass(frozen=True)
class Book:
    """One book, loaded; nothing in it has been run yet."""

    ledger: Ledger
    chapters: tuple[Chapter, ...]
    snippets: Mapping[str, Snippet]
    checks: Mapping[str, Check]
    pillars: Mapping[str, str]  # id to title
    glossary: Glossary = Glossary()

    @cached_property
    def cited_on(self) -> dict[str, list[str]]:
        """Return for each claim the URLs of the chapters that cite it, themselves or through a check."""
        pages: dict[str, list[str]] = {id: [] for id in self.ledger.claims}
        for chapter in self.chapters:
            for claim in self.claims_on(chapter):
                if claim in pages:
                    pages[claim].append(chapter.url)
        return pages

    def claims_on(self, chapter: Chapter) -> list[str]:
        """Return the ids a chapter cites, those of its checks included, in order of first use."""
        own = chapter.targets("claim")
        through_checks = [
            claim for id in chapter.targets("check") if id in self.checks for claim in self.checks[id].spec.claims
        ]
        return list(dict.fromkeys([*own, *through_checks]))

    @cached_property
    def page_of(self) -> dict[str, Chapter]:
        """Return for each check the chapter that shows it, by the check's id."""
        return {ref.target: chapter for chapter, ref in self.places("check") if ref.target in self.checks}

    @cached_property
    def _sessions(self) -> dict[tuple[str, str], list[str]]:
        blocks: dict[tuple[str, str], list[str]] = {}
        for chapter, ref in self.places("snippet"):
            if ref.session and ref.target in self.snippets:
                blocks.setdefault((chapter.url, ref.session), []).append(ref.target)
        return blocks

    def session_of(self, path: str) -> SnippetSession | None:
        """Return the session that a snippet is in; None for one that runs alone."""
        for (url, name), paths in self._sessions.items():
            if path in paths:
                return SnippetSession(f"{url}#{name}", name, tuple(paths))
        return None

    def shelves(self) -> list[tuple[str, str, list[tuple[Chapter, Check]]]]:
        """Return each pillar that has checks: its id, its title, and its checks with their chapters."""
        placed = [
            (chapter, self.checks[ref.target]) for chapter, ref in self.places("check") if ref.target in self.checks
        ]
        shelves = [
            (id, title, [(chapter, check) for chapter, check in placed if check.spec.pillar == id])
            for id, title in self.pillars.items()
        ]
        return [shelf for shelf in shelves if shelf[2]]

    @cached_property
    def lists(self) -> dict[str, str]:
        """Return the URLs, from the site's root, of the pages that list all claims and all conflicts, by which."""
        return {ref.target: chapter.url for chapter, ref in self.places("list")}

    def places(self, kind: ReferenceKind) -> Iterator[tuple[Chapter, Reference]]:
        """Yield every reference of one kind with its chapter."""
        for chapter in self.chapters:
            for reference in chapter.references:
                if reference.kind == kind:
                    yield chapter, reference
