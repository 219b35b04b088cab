"""A small book made by hand, with each thing that printing has to deal with."""

from collections.abc import Sequence

from markdown import Markdown

from prepbook.book import Book, Chapter, Claim, Conflict, Ledger, Reference, Snippet, Source
from prepbook.kinds.code import CodeCheck, CodeSpec, FollowUp, WrongAnswer
from prepbook.kinds.quiz import Option, Question, QuizCheck, QuizSpec
from prepbook.markdown import BookExtension, custom_fences
from prepbook.pdf.elements import PrintElements
from prepbook.pdf.model import PrintChapter, PrintMeta
from prepbook.validate import Proven
from tests.pdf.sample_interviews import MOCK, RUBRIC

SITE_URL = "https://handbook.example/book/"
META = PrintMeta(
    title="A Book for Testing",
    subtitle="Every element once, and some of them in awkward company",
    notice="Independent, and endorsed by nobody.",
    revision="0123abc",
    date="2026-11-21",
    site_url=SITE_URL,
)

COSINE = '''"""Cosine of the angle between two vectors."""

import math


def cosine(u: list[float], v: list[float]) -> float:
    """Return how alike the directions of u and v are: 1 for the same, 0 for a right angle, -1 for opposite ones, at any length."""
    dot = sum(a * b for a, b in zip(u, v, strict=True))

    return dot / (math.hypot(*u) * math.hypot(*v))


print("same      ", "█" * round(10 * cosine([1, 2], [2, 4])))
print("close     ", "█" * round(10 * cosine([3, 4], [4, 3])))
'''  # noqa: E501 (a line that must wrap)
COSINE_OUTPUT = "same       ██████████\nclose      ██████████\n"
LONG_PROGRAM = "".join(f"value_{number} = {number} * {number}  # line {number} of many\n" for number in range(1, 91))

STARTER = '''"""Write `mean`."""


def mean(numbers: list[float]) -> float:
    raise NotImplementedError
'''
SOLUTION = '''"""The mean, and what to do without numbers."""


def mean(numbers: list[float]) -> float:
    if not numbers:
        raise ValueError("the mean of nothing")
    return sum(numbers) / len(numbers)
'''

CODE_CHECK = CodeCheck(
    id="mean-of-numbers",
    folder="checks/evaluation/mean-of-numbers",
    spec=CodeSpec(
        kind="code",
        title="The mean of some numbers",
        pillar="evaluation",
        level="PM",
        minutes=10,
        claims=["A1"],
        hints=["Divide the sum by the count.", "What about `[]`?", "Raise a `ValueError` with a reason [@A1]."],
        follow_ups=[FollowUp(question="And the median?", answer="Sort, then take the *middle*.")],
    ),
    prompt="Write `mean(numbers)`. An empty list is a `ValueError`, as the article says [@A1].",
    starter=STARTER,
    solution=SOLUTION,
    explanation="One pass, one division. The exception names its reason.",
    wrong=(WrongAnswer("zero", "", "An empty list has no mean; 0 is an answer to another question."),),
)
QUIZ = QuizCheck(
    id="mean-quiz",
    folder="checks/evaluation/mean-quiz",
    spec=QuizSpec(
        kind="quiz",
        title="Means and medians",
        pillar="evaluation",
        minutes=3,
        questions=[
            Question(
                prompt="Which one moves when an outlier is added?",
                options=[
                    Option(text="The mean", correct=True, feedback="Every value pulls at it [@A1]."),
                    Option(text="The median", feedback="It may move by one place, whatever the outlier's size."),
                ],
            ),
            Question(
                prompt="Which of these are robust?",
                multiple=True,
                options=[
                    Option(text="The median", correct=True, feedback="Half of the data may be wrong."),
                    Option(text="The trimmed mean", correct=True, feedback="It drops the tails first."),
                    Option(text="The maximum", feedback="One value decides it."),
                ],
            ),
        ],
    ),
)
LEDGER = Ledger(
    sources={"A": Source("A", "An article", "means and medians", "found on the web")},
    claims={
        "A1": Claim("A1", "A", "statistics", "norm", "A mean needs at least one number."),
        "A2": Claim("A2", "A", "statistics", "figure", "Nine of ten means are of nothing."),
    },
    conflicts={"X1": Conflict("X1", "contradiction", ("A1", "A2"), "Most means would not exist.")},
)

HOME = """# Start here

Who this is for: people who print [@A1]. See [the first chapter](measuring/#wide-things), or the
[sources](sources/). An [address elsewhere](https://example.org/a/long/path) is written out.

!!! note "A note"

    With **strong** and *emphasized* text, and `code`.

??? question "Folded on the site"

    Open on paper.

=== "Python"

    In Python it is a list.

=== "SQL"

    In SQL it is a table.
"""

MEASURING = """# Measuring

Text with a footnote[^1] and Greek: χ², Σ, α ≤ β, √n ≈ 3 → 4, and subscripts: xₙ.

## Cosine { #cosine }

``` { .python .run }
--8<-- "measuring/cosine.py"
```

## Wide things

| Model | Context | Price per million tokens | What it is said to be good at | Note |
|---|--:|--:|---|---|
| small-and-quick | 8,192 | 0.15 | classification, routing, anything that has to answer within a hundred milliseconds | `a_very_long_identifier_without_any_break_in_it` |
| large-and-slow | 128,000 | 3.00 | long documents and tool use | batch only |

|  | Mean | Median |
|---|--:|--:|
| Ours | 3 |  |
| Theirs |  | 4 |

```text
A line of output that is far too long for any sheet of paper, so that it has to wrap somewhere, wherever that is possible: 0123456789
```

![A curve that rises](curve.svg)

### A third level

Back to [the start](../), or [down to a check](../practice/#check-mean-quiz).

[^1]: A footnote, with its way back.
"""  # noqa: E501 (a table and a line that must wrap)

PRACTICE = """# Practice

Two checks [@A1; @A2].

``` check
mean-of-numbers
```

``` check
mean-quiz
```

``` check
mean-memo
```

``` check
mean-mock
```

## To tick off

``` readiness
```

## A long program

``` { .python .run }
--8<-- "practice/long.py"
```
"""

SOURCES = """# Sources

## Contradictions

``` conflicts
```

## Claims

``` claims
```
"""

CURVE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="480" height="160">'
    '<path d="M2 38C40 36 70 6 118 4" fill="none" stroke="#1d5560" stroke-width="2"/></svg>'
)

TEXTS = {
    "": ("Start here", (), HOME),
    "measuring/": ("Measuring", ("First part",), MEASURING),
    "practice/": ("Practice", ("First part",), PRACTICE),
    "sources/": ("Sources", (), SOURCES),
}
SNIPPETS = {
    "measuring/cosine.py": Snippet("measuring/cosine.py", COSINE, COSINE_OUTPUT),
    "practice/long.py": Snippet("practice/long.py", LONG_PROGRAM, ""),
}
CHECKS = (CODE_CHECK, QUIZ, RUBRIC, MOCK)


def sample_book() -> Book:
    """Return the book's values."""
    cited = (Reference("claim", "A1", 1),)
    shown = {
        "practice/": tuple(Reference("check", check.id, 1) for check in CHECKS),
        "sources/": (Reference("list", "claims", 1), Reference("list", "conflicts", 1)),
    }
    return Book(
        ledger=LEDGER,
        chapters=tuple(Chapter(f"{url or 'index'}.md", url, cited + shown.get(url, ())) for url in TEXTS),
        snippets=SNIPPETS,
        checks={check.id: check for check in CHECKS},
        pillars={"evaluation": "Evaluation and model quality"},
    )


def sample_chapters() -> tuple[list[PrintChapter], list[PrintChapter]]:
    """Return the book's chapters and appendices as HTML for paper."""
    elements = _elements()
    chapters = []
    for url, (title, part, text) in TEXTS.items():
        elements.begin(url)
        chapters.append(PrintChapter(url, title, _convert(text, elements), part))
    return chapters, elements.appendices(list(TEXTS))


def code_lines() -> Sequence[str]:
    """Return every line of code and output that must be found on paper, without surrounding space."""
    texts = [COSINE, COSINE_OUTPUT, LONG_PROGRAM, STARTER, SOLUTION]
    return [line.strip() for text in texts for line in text.splitlines() if line.strip()]


def _elements() -> PrintElements:
    outputs = {path: snippet.output or "" for path, snippet in SNIPPETS.items()}

    def to_html(text: str) -> str:
        return _convert(text, elements)

    elements = PrintElements(sample_book(), Proven(outputs), to_html, SITE_URL)
    return elements


def _convert(text: str, elements: PrintElements) -> str:
    names = ["tables", "footnotes", "attr_list", "admonition", "toc", "pymdownx.details", "pymdownx.superfences"]
    return Markdown(
        extensions=[*names, "pymdownx.tabbed", BookExtension(elements)],
        extension_configs={
            "pymdownx.superfences": {"custom_fences": custom_fences(elements)},
            "pymdownx.tabbed": {"alternate_style": True},
            "toc": {"permalink": True},
        },
    ).convert(text)
