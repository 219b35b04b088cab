"""A chapter explains each of the glossary's terms at its first use in running text, and nowhere else."""

import re
from pathlib import Path

import pytest

from prepbook.book import Term
from prepbook.load.glossary import load_terms
from prepbook.terms import any_form
from tests.generator.bookmaker import CHAPTER, MKDOCS, build_book, report_of, write_book
from tests.generator.test_notebooks import PLUGIN, notebook

CONFIG = MKDOCS.replace("  - prepbook:\n", "  - prepbook:\n      glossary: words.md\n").replace(
    "[pymdownx.superfences]", "[pymdownx.superfences, attr_list, def_list, md_in_html, tables, admonition]"
)
WORDS = """
# Words

Token { #token not="no token" }
:   The unit that a model reads;
    often a piece of a `word` [@A1].

Token bucket { #token-bucket }
:   A rate limiter.

KV cache { #kv-cache forms="KV caching" }
:   Kept keys and values, see [tokens](#token).

Mean reciprocal rank (MRR) { #mrr }
:   An average.

Little's law { #littles-law }
:   L = λW.

Canary { #canary }
:   A small share of traffic.

P50, P95 { #percentiles .forms-only forms="P95, percentile" }
:   Parts can't be averaged.
"""

# text: the ids of the terms found in it, each with the words it was found by
FORMS = {
    "A token, then tokens": ["token: token"],
    "Tokens at a sentence's start": ["token: Tokens"],
    "a token bucket of tokens": ["token-bucket: token bucket", "token: tokens"],
    "the KV cache and KV caching": ["kv-cache: KV cache"],
    "a kv cache, written wrongly": [],
    "mean reciprocal\nrank": ["mrr: mean reciprocal\nrank"],
    "an MRR of 0.8": ["mrr: MRR"],
    "by Little’s law": ["littles-law: Little’s law"],
    "two canaries": ["canary: canaries"],
    "canary's verdict": ["canary: canary"],
    "a tokenizer, token-level, sub-token, token@3": [],
    "finds no token; gets a token": ["token: token"],
    "p95 and percentiles": ["percentiles: p95"],
    "P50 isn't listed": [],
}

# what stands in the chapter: whether a term in it is explained
PLACES = {
    "A token here.": True,
    "- a token": True,
    "*a token*": True,
    "| a | b |\n|---|---|\n| x | token |": True,
    "!!! note\n    A token.": True,
    '<div markdown="1">\n\nA token.\n\n</div>': True,
    "## A token": False,
    "[a token](index.md)": False,
    "`token`": False,
    "```\ntoken\n```": False,
    '!!! note "A token"\n    Text.': False,
    "| token | b |\n|---|---|\n| x | y |": False,
    "<kbd>token</kbd> pressed": False,
    '<a href="#x">the token</a>': False,
    "A paragraph about a token.\n{ .no-terms }": False,
    "- Ours, A. (2021). Every token counts. A journal.": False,
}


@pytest.mark.parametrize("text", FORMS)
def test_form_is_found_in_text(text: str) -> None:
    """Singular and plural, at a sentence's start, the longest first; as written where capitals matter."""
    terms, findings = load_terms(WORDS, "docs/words.md")
    assert not findings
    pattern, meanings = any_form(terms)
    found: dict[str, str] = {}
    for match in pattern.finditer(text):
        term = meanings[(match.lastindex or 1) - 1]
        if isinstance(term, Term):
            found.setdefault(term.id, match[0])
    assert [f"{id}: {words}" for id, words in found.items()] == FORMS[text]


def test_entry_holds_the_paragraph_after_its_colon() -> None:
    """Over several lines, with the line of the term for whoever has to mend it."""
    terms, _ = load_terms(WORDS, "docs/words.md")
    assert terms[0].definition == "The unit that a model reads; often a piece of a `word` [@A1]."
    assert (terms[0].title, terms[0].line) == ("Token", 4)
    assert terms[3].forms == ("Mean reciprocal rank", "MRR")


def chapter_with(text: str, tmp_path: Path, **more: str) -> str:
    """Return the HTML of a chapter with a text in it."""
    pages = {"docs/words.md": WORDS, "docs/two.md": f"# Two\n\n{text}\n", **more}
    site = build_book(write_book(tmp_path, **{"mkdocs.yml": CONFIG, **pages}))
    return (site / "two" / "index.html").read_text(encoding="utf-8")


def test_only_running_text_is_explained(tmp_path: Path) -> None:
    """No heading, link, code, key, table head, title of a box, nor what the author takes out."""
    chapters = {f"docs/p{number}.md": f"# Page\n\n{text}\n" for number, text in enumerate(PLACES)}
    chapter_with("", tmp_path, **chapters)
    pages = [tmp_path / "site" / f"p{number}" / "index.html" for number in range(len(PLACES))]
    explained = ['href="../words/#token"' in page.read_text(encoding="utf-8") for page in pages]
    assert dict(zip(PLACES, explained, strict=True)) == PLACES


def test_first_use_alone_is_explained_and_only_by_what_may_stand_in_a_sentence(tmp_path: Path) -> None:
    """One note a term and page, with its definition's words; of its links, citations and paragraphs nothing."""
    html = chapter_with("A token, a token & a KV cache.\n\nA token.", tmp_path)
    notes = re.findall(r'<span id="pb-term-([\w-]+)">(.*?)</span>', html)
    assert notes == [
        ("token", "The unit that a model reads; often a piece of a <code>word</code>."),
        ("kv-cache", "Kept keys and values, see tokens."),
    ]


def test_glossary_itself_and_elements_stay_as_they_are(tmp_path: Path) -> None:
    """The page of definitions explains nothing twice; what serves us is no attribute of the page."""
    chapter_with("Text.", tmp_path, **{"checks/basics/double/prompt.md": "Double a token.\n"})
    words = (tmp_path / "site" / "words" / "index.html").read_text(encoding="utf-8")
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "pb-term" not in words
    assert 'forms="' not in words
    assert 'not="' not in words
    assert "Double a token." in home
    assert "pb-term-word" not in home


def test_notebook_explains_its_first_uses_too(tmp_path: Path) -> None:
    """Its cells are Markdown like a chapter's."""
    config = CONFIG.replace("plugins:", PLUGIN)
    book = notebook("# Work", "A token.", "Another token.")
    chapter_with("Text.", tmp_path, **{"mkdocs.yml": config, "docs/work.ipynb": book})
    html = (tmp_path / "site" / "work" / "index.html").read_text(encoding="utf-8")
    assert html.count('id="pb-term-token"') == 1


def test_search_finds_a_definition_only_in_the_glossary(tmp_path: Path) -> None:
    """Else each chapter would be found by words that it doesn't hold."""
    config = CONFIG.replace("plugins:\n", "plugins:\n  - search\n")
    chapter_with("A KV cache.", tmp_path, **{"mkdocs.yml": config})
    index = (tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert index.count("Kept keys and values") == 1


# what is wrong with the glossary: (the page, the report's lines after the first)
MISTAKES = {
    "two entries with one id": (
        "One { #same }\n:   First.\n\nTwo { #same }\n:   Second.\n",
        'docs/words.md:4: Two: expected an id of its own, found "same", which line 1 has too. '
        "Give one of them another id.",
    ),
    "a form claimed twice": (
        'Token { #a }\n:   First.\n\nBucket { #b forms="pail, token" }\n:   Second.\n',
        'docs/words.md:4: Bucket: expected forms that mean one term, found "token", which is Token in line 1. '
        "Keep it in one of the two; .forms-only takes a title out of its own forms.",
    ),
    "an entry without definition": (
        "Token { #token }\n\nBucket { #bucket }\n:   Second.\n",
        'docs/words.md:1: Token: expected a definition, found none. Write it below the term, as ":   What it means.".',
    ),
    "the last entry without definition": (
        "Bucket { #bucket }\n:   Second.\n\nToken { #token }\n",
        'docs/words.md:4: Token: expected a definition, found none. Write it below the term, as ":   What it means.".',
    ),
    "an entry without id": (
        "Token bucket\n:   Tokens arrive at a steady rate.\n",
        "docs/words.md:1: Token bucket: expected an id after the term, for links to lead to, found none. "
        "Write the term as Token bucket { #token-bucket }.",
    ),
    "an entry that nothing can mean": (
        "Prefill and decode { #prefill .forms-only }\n:   Two phases.\n",
        "docs/words.md:1: Prefill and decode: expected a form that the text may use, found none. "
        'Add forms="...", or take .forms-only out.',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_in_the_glossary_stops_the_build_with_its_message(mistake: str, tmp_path: Path) -> None:
    """File, line, what was expected, what was found, what to do."""
    page, expected = MISTAKES[mistake]
    write_book(tmp_path, **{"mkdocs.yml": CONFIG, "docs/words.md": page})
    assert report_of(tmp_path) == f"prepbook has 1 finding:\n{expected}"


def test_glossary_that_is_no_page_is_a_finding(tmp_path: Path) -> None:
    """The option's typing error is answered with the page's name."""
    write_book(tmp_path, **{"mkdocs.yml": CONFIG.replace("words.md", "wordz.md"), "docs/words.md": WORDS})
    assert report_of(tmp_path) == (
        "prepbook has 1 finding:\n"
        'mkdocs.yml: glossary: expected a page of the book, found "docs/wordz.md". Did you mean "docs/words.md"?'
    )


def test_book_without_glossary_explains_nothing(tmp_path: Path) -> None:
    """The option is one: a definition list alone has no effect."""
    site = build_book(write_book(tmp_path, **{"docs/words.md": WORDS, "docs/index.md": f"{CHAPTER}\nA token.\n"}))
    assert "pb-term" not in (site / "index.html").read_text(encoding="utf-8")
