"""Reads the glossary: a definition list, `Term { #id }` and below it `:   definition`.

In the braces `forms="other, names"` adds to what the text may call the term, `.forms-only` takes the title out of that,
and `not="a phrase"` lists phrases in which a form means something else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from prepbook.book import Term
from prepbook.errors import Finding
from prepbook.load.pages import prose_lines

_DEFINITION = re.compile(r"^:[ \t]+(?P<text>\S.*)$")
_ENTRY = re.compile(r"^(?P<title>[^\s#:>|].*?)[ \t]*\{:?[ \t]*(?P<attributes>[^{}]*#[\w-]+[^{}]*)\}[ \t]*$")
_ID = re.compile(r"(?:^|\s)#(?P<id>[\w-]+)")
_LIST = re.compile(r"""\b(?P<key>forms|not)=(?P<quote>["'])(?P<names>.*?)(?P=quote)""")
_SHORT = re.compile(r"^(?P<long>.+?)[ ]\((?P<short>[^()]+)\)$")
ONLY = ".forms-only"


@dataclass(frozen=True)
class _Entry:
    """An entry as it stands on the page."""

    line: int
    title: str
    attributes: str  # what stands in the braces
    definition: str = ""

    @property
    def id(self) -> str:
        match = _ID.search(self.attributes)
        return match["id"] if match else ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The title, in both ways where it ends with a short one in brackets, and what the author lists."""
        short = _SHORT.match(self.title)
        own = [] if ONLY in self.attributes.split() else [short["long"], short["short"]] if short else [self.title]
        return tuple(dict.fromkeys([*own, *self.names("forms")]))

    def names(self, key: str) -> tuple[str, ...]:
        """What the author lists under `forms` or `not`."""
        lists = [match["names"].split(",") for match in _LIST.finditer(self.attributes) if match["key"] == key]
        return tuple(name.strip() for names in lists for name in names if name.strip())


def load_terms(text: str, name: str) -> tuple[tuple[Term, ...], list[Finding]]:
    """Return the entries of a glossary's page. `name` is how findings call the page."""
    entries = list(_entries(text))
    findings = [finding for entry in entries for finding in _faults(entry, name)]
    terms = tuple(
        Term(entry.id, entry.title, entry.definition, entry.forms, entry.names("not"), entry.line) for entry in entries
    )
    return terms, [*findings, *_doubles(terms, name)]


def _entries(text: str) -> Iterator[_Entry]:
    """Yield every term with its first definition: the paragraph after the colon."""
    lines = list(prose_lines(text))
    before: _Entry | None = None  # the last line that was not blank, if it may be a term
    for place, (number, line) in enumerate(lines):
        match, entry = _DEFINITION.match(line), _ENTRY.match(line)
        if match and before:
            rest = (further.strip() for _, further in lines[place + 1 :])
            yield replace(before, definition=" ".join([match["text"], *_until_blank(rest)]))
        elif before and before.id and line.strip():
            yield before  # something else follows
        if entry:
            before = _Entry(number, entry["title"], entry["attributes"])
        elif line.strip():
            before = None if match or line[:1].isspace() else _Entry(number, line.strip(), "")
    if before and before.id:
        yield before


def _until_blank(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line or line.startswith(":"):
            return
        yield line


def _faults(entry: _Entry, name: str) -> Iterator[Finding]:
    if not entry.definition:
        do = 'Write it below the term, as ":   What it means.".'
        yield Finding(name, entry.title, "a definition", "none", do, entry.line)
    if not entry.id:
        do = f"Write the term as {entry.title} {{ #{_slug(entry.title)} }}"
        yield Finding(name, entry.title, "an id after the term, for links to lead to", "none", f"{do}.", entry.line)
    if not entry.forms:
        do = f'Add forms="...", or take {ONLY} out.'
        yield Finding(name, entry.title, "a form that the text may use", "none", do, entry.line)


def _doubles(terms: tuple[Term, ...], name: str) -> Iterator[Finding]:
    """Yield a finding for each id and each form that an earlier entry has already."""
    ids: dict[str, Term] = {}
    forms: dict[str, Term] = {}
    for term in terms:
        other = ids.setdefault(term.id, term)
        if other is not term and term.id:
            found = f'"{term.id}", which line {other.line} has too'
            yield Finding(name, term.title, "an id of its own", found, "Give one of them another id.", term.line)
        for form in term.forms:
            other = forms.setdefault(form.lower(), term)
            if other is not term:
                found = f'"{form}", which is {other.title} in line {other.line}'
                do = f"Keep it in one of the two; {ONLY} takes a title out of its own forms."
                yield Finding(name, term.title, "forms that mean one term", found, do, term.line)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
