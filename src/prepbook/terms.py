"""Finds the first use of each of the glossary's terms in a page's running text.

It works on Markdown's tree, where code, citations and the book's own elements are out of sight already: what is left
of a page is what its author wrote as text.
"""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER, HTML_PLACEHOLDER_RE, AtomicString

from prepbook.book import Glossary, Term
from prepbook.markdown import Elements

# Where a word is no running text, or where a link would stand within something one presses.
_NOT_TEXT = {"a", "abbr", "button", "code", "kbd", "label", "pre", "samp", "script", "style", "summary", "textarea"}
_NOT_TEXT |= {"dt", "th", "h1", "h2", "h3", "h4", "h5", "h6", "svg", "math"}
_NOT_TEXT_CLASSES = {"admonition-title", "no-terms"}
_LITERATURE = re.compile(r"[^()]{2,200} \((?:1[5-9]|20)\d\d[a-z]?\)\. ")  # Little, J. D. C. (1961). A proof ...
_OURS = ("forms", "not")  # attributes of a glossary's entry that are none of HTML's
_PLACEHOLDERS = re.compile(f"({HTML_PLACEHOLDER % '[0-9]+'})")
_TAG = re.compile(r"^<(?P<closing>/?)(?P<name>[a-z0-9]+)\b", re.IGNORECASE)


class TermsExtension(Extension):
    """Lets a page's first use of each term lead to its definition."""

    def __init__(self, elements: Elements, glossary: Glossary) -> None:
        super().__init__()
        self.elements = elements
        self.glossary = glossary

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Called by Python-Markdown, once for each page."""
        if self.glossary.terms:
            # 6: after attribute lists (8), which say what is no text, and before the table of contents (5).
            md.treeprocessors.register(_FirstUses(md, self.elements, self.glossary), "prepbook-terms", 6)


class _FirstUses(Treeprocessor):
    """Holds for one page which terms have been used."""

    def __init__(self, md: Markdown, elements: Elements, glossary: Glossary) -> None:
        super().__init__(md)
        self.elements = elements
        self.pattern, self.terms = any_form(glossary.terms)
        self.used: set[str] = set()
        self.open_tags = 0  # those that the author wrote as HTML in the present element, and that hold no running text

    def run(self, root: Element) -> None:
        """Called by Python-Markdown with the page's tree."""
        if self.elements.on_glossary():
            for entry in root.iter("dt"):
                for name in _OURS:
                    entry.attrib.pop(name, None)
        else:
            self._visit(root)

    def _visit(self, element: Element) -> None:
        """Go through an element in the order of reading."""
        if _is_text(element):
            outside = self.open_tags
            element.text = self._marked(element.text)
            for child in element:
                self._visit(child)
                child.tail = self._marked(child.tail)
            self.open_tags = outside  # what was left open ends with its element

    def _marked(self, text: str | None) -> str | None:
        if not text or isinstance(text, AtomicString):
            return text
        return "".join(self._part(part) for part in _PLACEHOLDERS.split(text))

    def _part(self, part: str) -> str:
        """Return a piece of text with its terms marked, or a placeholder of HTML as it is, noted if it opens a tag."""
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(part)
        if placeholder is None:
            return part if self.open_tags > 0 else self.pattern.sub(self._first_use, part)
        tag = _TAG.match(str(self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]))
        if tag and tag["name"].lower() in _NOT_TEXT:
            self.open_tags += -1 if tag["closing"] else 1
        return part

    def _first_use(self, match: re.Match[str]) -> str:
        term = self.terms[(match.lastindex or 1) - 1]
        if term is None or term.id in self.used:
            return match[0]
        self.used.add(term.id)
        return self.md.htmlStash.store(self.elements.term(term, match[0]))


def _is_text(element: Element) -> bool:
    """Whether an element holds running text: no heading, no link, no entry in a list of literature."""
    classes = (element.get("class") or "").split()
    if element.tag in _NOT_TEXT or not _NOT_TEXT_CLASSES.isdisjoint(classes):
        return False
    return not (element.tag == "li" and _LITERATURE.match("".join(element.itertext()).lstrip()))


def any_form(terms: Sequence[Term]) -> tuple[re.Pattern[str], list[Term | None]]:
    """Return the pattern of every form of every term, and what each of its groups stands for: a term, or none where a
    phrase means something else."""
    forms: list[tuple[str, Term | None]] = [(form, term) for term in terms for form in term.forms]
    forms += [(phrase, None) for term in terms for phrase in term.others]
    forms.sort(key=lambda pair: -len(pair[0]))  # "token bucket" before "token"
    alternatives = "|".join(f"({form_pattern(form)})" for form, _ in forms)
    return re.compile(rf"(?<![\w@-])(?:{alternatives})(?![\w@-])"), [term for _, term in forms]


def form_pattern(form: str) -> str:
    """Return the pattern of one form: singular and plural; in any case, unless it has a capital after its first letter,
    as KV cache and nDCG have: then as it is written."""
    pattern = r"\s+".join(re.escape(word) for word in form.split()).replace("'", "['’]")
    if re.search(r"[^aeiou]y$", form):
        pattern = f"{pattern[:-1]}(?:y|ies)"
    elif form[-1].isalpha():
        pattern += "(?:e?s)?"
    return pattern if form[1:] != form[1:].lower() else f"(?i:{pattern})"
