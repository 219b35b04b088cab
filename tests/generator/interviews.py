"""A small book with a rubric, a quiz and two mocks made of its checks, to break and to read."""

from tests.generator.bookmaker import MKDOCS

HOME = """
# Exercises

It is said [@A1].

``` { .python .run }
--8<-- "one/hello.py"
```

``` check
double
```
"""

WRITING = """
# Writing

``` check
plan
```

``` check
sums
```
"""

MOCKS = """
# Mocks

``` check
screen
```

``` check
loop
```
"""

RUBRIC = """
kind: rubric
title: A plan
pillar: basics
minutes: 20
pass_at: 2
claims: [A1]
criteria:
  - id: cause
    title: A cause
    why: As said [@A1].
    levels: [No cause., A cause.]
  - id: test
    title: A test
    why: Otherwise nobody knows.
    levels: [No test., A test., A test with numbers.]
examples:
  weak:
    cause: {level: 0, why: None named.}
    test: {level: 0, why: None proposed.}
  fair:
    cause: {level: 0, why: Still none.}
    test: {level: 1, why: No numbers.}
  strong:
    cause: {level: 1, why: Named in the first line.}
    test: {level: 2, why: With numbers.}
"""

QUIZ = """
kind: quiz
title: Sums
pillar: basics
minutes: 1
claims: [A1]
questions:
  - prompt: Two and two?
    options:
      - {text: Four, correct: true, feedback: So it is said.}
      - {text: Five, feedback: One too many.}
"""

SCREEN = """
kind: mock
title: A screen
pillar: basics
minutes: 45
claims: [A1]
intro: Two parts, as said [@A1].
parts:
  - title: Sums
    check: sums
    judged: Whether you can add [@A1].
    next: Add up more.
  - title: Something written or run
    draw: {from: [plan, double], count: 1}
    judged: Whether you can go on.
    next: Go on.
"""

LOOP = """
kind: mock
title: A loop
pillar: basics
minutes: 10
claims: [A1]
parts:
  - title: Code
    check: double
    judged: Whether it runs.
    next: Run it.
"""

INTERVIEWS: dict[str, str | None] = {
    "mkdocs.yml": MKDOCS.replace("material, font: false", "material, font: false, features: [navigation.instant]"),
    "docs/index.md": HOME,
    "docs/writing.md": WRITING,
    "docs/mocks.md": MOCKS,
    "checks/basics/plan/check.yml": RUBRIC,
    "checks/basics/plan/prompt.md": "Write a plan.\n",
    "checks/basics/plan/weak.md": "We should look into it.\n",
    "checks/basics/plan/fair.md": "We compare Monday with Tuesday.\n",
    "checks/basics/plan/strong.md": "The cache did it: at **20** misses or more we clear it.\n",
    "checks/basics/sums/check.yml": QUIZ,
    "checks/basics/screen/check.yml": SCREEN,
    "checks/basics/loop/check.yml": LOOP,
}
