"""Each mistake an author can make has its message, word for word."""

import json
from pathlib import Path

import pytest

from tests.generator.bookmaker import CHAPTER, CHECK, FILES, MKDOCS, build_book, report_of, write_book

DOUBLE = "checks/basics/double"


def session_blocks(*names: str) -> str:
    """Return blocks of one session, in this order."""
    return "".join(f'\n``` {{ .python .run session="s" }}\n--8<-- "s/{name}.py"\n```\n' for name in names)


def listing(*paths: str) -> dict[str, str | None]:
    """Return the check's check.yml with these data files."""
    return {f"{DOUBLE}/check.yml": f"{CHECK}files: [{', '.join(paths)}]\n"}


# name: (files changed in the small book, the whole report)
MISTAKES: dict[str, tuple[dict[str, str | None], str]] = {
    "unknown check": (
        {"docs/index.md": CHAPTER.replace("\ndouble\n", "\ndoubly\n")},
        "prepbook has 2 findings:\n"
        f"{DOUBLE}: check: expected a chapter that shows it, found none. Name it in a ``` check block, or delete it.\n"
        'docs/index.md:10: check: expected the id of a check in checks/, found "doubly". Did you mean "double"?',
    ),
    "missing snippet file": (
        {"docs/index.md": CHAPTER.replace("one/hello.py", "two/bye.py"), "snippets/one/hello.py": None},
        "prepbook has 1 finding:\n"
        'docs/index.md:6: snippet: expected a file in snippets/, found "two/bye.py". Add the file.',
    ),
    "unknown claim": (
        {"docs/index.md": CHAPTER.replace("[@A1]", "[@A1; @A17]")},
        "prepbook has 1 finding:\n"
        "docs/index.md:3: claim: expected the id of a claim or a conflict, "
        'found "A17". Did you mean "A1"?',
    ),
    "code that stands in the chapter itself": (
        {"docs/index.md": CHAPTER + "\n``` { .python .run }\nprint(1)\n```\n"},
        "prepbook has 1 finding:\n"
        "docs/index.md:13: run: expected one include line of a file in snippets/, found other code. "
        'Move the code to snippets/ and include it with --8<-- "chapter/name.py".',
    ),
    "check without solution": (
        {f"{DOUBLE}/solution.py": None},
        "prepbook has 2 findings:\n"
        f"{DOUBLE}: solution.py: expected the file, found none. Write {DOUBLE}/solution.py.\n"
        f"{DOUBLE}/solution.py: verdict: expected every test to pass, found ImportError: "
        "Your answer has no function `double`. Mend the answer or the test.",
    ),
    "data file that isn't there": (
        listing("numbers.json", "../shared/words.json"),
        "prepbook has 2 findings:\n"
        f"{DOUBLE}/check.yml: files.0: expected a file beside it or elsewhere below checks/, "
        'found "numbers.json". Add the file, or correct the name.\n'
        f"{DOUBLE}/check.yml: files.1: expected a file beside it or elsewhere below checks/, "
        'found "../shared/words.json". Add the file, or correct the name.',
    ),
    "data file outside of checks": (
        listing("../../../docs/claims.yml"),
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/check.yml: files.0: expected a file below checks/, "
        'found "../../../docs/claims.yml". Move the file there, and name it from the check\'s own folder.',
    ),
    "two data files of one name": (
        {
            **listing("words.json", "../shared/words.json"),
            f"{DOUBLE}/words.json": "[]\n",
            "checks/basics/shared/words.json": "[1]\n",
        },
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/check.yml: files.1: expected a file name of its own, "
        'found "../shared/words.json". Rename one of the files: a program would see two called words.json.',
    ),
    "link from a check to a page": (
        {f"{DOUBLE}/prompt.md": "Write `double(x)`; see [the chapter](../index.md#a-chapter).\n"},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}: link: expected no link to a page in the texts of a check, found ../index.md#a-chapter. "
        "Cite a claim, say the chapter's name, or link to it from the page that shows the check.",
    ),
    "solution that fails": (
        {f"{DOUBLE}/solution.py": "def double(x):\n    return 2 * x if x < 3 else 0\n"},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/solution.py: verdict: expected every test to pass, found test_double[3] failed: expected 6, got 0. "
        "Mend the answer or the test.",
    ),
    "starter that passes": (
        {f"{DOUBLE}/starter.py": "def double(x):\n    return 2 * x\n"},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/starter.py: verdict: expected at least one test to fail, found all of them pass. "
        "Leave something for the reader to do, or test it.",
    ),
    "wrong answer that passes": (
        {f"{DOUBLE}/wrong/square.py": '"""Not wrong at all."""\n\n\ndef double(x):\n    return x * 2\n'},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/wrong/square.py: verdict: expected at least one test to fail, found all of them pass. "
        "Add the test that tells it from a right answer.",
    ),
    "two wrong answers with one signature": (
        {f"{DOUBLE}/wrong/square.py": '"""The same mistake in other words."""\n\n\ndef double(x):\n    return x + 0\n'},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/wrong/square.py: signature: expected one of its own, found the same as wrong/same.py. "
        "Add a test in which the two differ, or merge them.",
    ),
    "wrong answer without feedback": (
        {f"{DOUBLE}/wrong/square.py": "def double(x):\n    return x * x\n"},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/wrong/square.py:1: docstring: expected the feedback, found none. "
        "Write what the reader who made this mistake should be told.",
    ),
    "snippet that prints something else": (
        {"snippets/one/hello.out": "good bye\n"},
        "prepbook has 1 finding:\n"
        "snippets/one/hello.py: output: expected what its .out file holds, found '- good bye'. "
        "Correct the program, or record what it prints: prepbook accept one/hello.py",
    ),
    "snippet that fails": (
        {"snippets/one/hello.py": "print(1)\n1 / 0\n"},
        "prepbook has 1 finding:\n"
        "snippets/one/hello.py:2: program: expected to run to its end, found ZeroDivisionError: division by zero. "
        "Correct the program.",
    ),
    "snippet on no page": (
        {"snippets/one/other.py": "print(2)\n", "snippets/one/other.out": "2\n"},
        "prepbook has 1 finding:\n"
        "snippets/one/other.py: snippet: expected a chapter that shows it, found none. "
        "Include it in a chapter, or delete it.",
    ),
    "claim that nobody cites": (
        {
            "docs/claims.yml": FILES["docs/claims.yml"]
            + "  - {id: A2, source: A, topic: sums, kind: norm, says: Three is odd.}\n"
        },
        "prepbook has 1 finding:\n"
        "docs/claims.yml: A2: expected a chapter that cites it, found none. "
        "Cite it as [@A2] where it belongs, or remove it.",
    ),
    "session in the wrong order": (
        {
            "docs/index.md": CHAPTER + session_blocks("use", "make"),
            "snippets/s/use.py": "print(x)\n",
            "snippets/s/use.out": "1\n",
            "snippets/s/make.py": "x = 1\n",
            "snippets/s/make.out": "",
        },
        "prepbook has 1 finding:\n"
        "snippets/s/use.py:1: program: expected to run to its end, found NameError: name 'x' is not defined. "
        'Correct the program, or the order of the blocks: in session "s" it runs after no other block.',
    ),
    "snippet of a session in two places": (
        {
            "docs/index.md": CHAPTER + session_blocks("make", "use"),
            "docs/two.md": session_blocks("make"),
            "snippets/s/use.py": "print(x)\n",
            "snippets/s/use.out": "1\n",
            "snippets/s/make.py": "x = 1\n",
            "snippets/s/make.out": "",
        },
        "prepbook has 1 finding:\n"
        'docs/two.md:2: session: expected a snippet that shares variables in one place only, found "s/make.py" again. '
        "Give the other place a copy of the file, or take session= out of both.",
    ),
    "limit that is no number": (
        {"docs/index.md": CHAPTER.replace(".run }", '.run limit="2s" memory-limit="0" }')},
        "prepbook has 2 findings:\n"
        'docs/index.md:5: limit: expected a whole number of seconds above 0, found "2s". '
        'Write limit="10", for instance, or leave it out for the book\'s own limit.\n'
        'docs/index.md:5: memory-limit: expected a whole number of megabytes above 0, found "0". '
        'Write memory-limit="10", for instance, or leave it out for the book\'s own limit.',
    ),
    "snippet that prints more than its block allows": (
        {
            "docs/index.md": CHAPTER.replace(".run }", '.run output-limit="1" }'),
            "snippets/one/hello.py": "print('x' * 1999)\n",
            "snippets/one/hello.out": "x" * 1999 + "\n",
        },
        "prepbook has 1 finding:\n"
        "snippets/one/hello.py: output: expected at most 1 kB, its output-limit, found 2.0 kB. "
        "Print less, or raise output-limit in the header of its block.",
    ),
    "snippet that asks its reader": (
        {"snippets/one/hello.py": "print(input('Name: '))\n"},
        "prepbook has 1 finding:\n"
        "snippets/one/hello.py:1: program: expected to run to its end, found EOFError: nobody can type here, so "
        "input() has nothing to read; write the value into the program instead. Correct the program.",
    ),
    "field missing in check.yml": (
        {f"{DOUBLE}/check.yml": CHECK.replace("minutes: 5\n", "")},
        "prepbook has 2 findings:\n"
        f'{DOUBLE}/check.yml:1: minutes: expected a value, found nothing. Add "minutes:".\n'
        'docs/index.md:10: check: expected the id of a check in checks/, found "double". Add the check.',
    ),
    "field misspelt in check.yml": (
        {f"{DOUBLE}/check.yml": CHECK + "hint: [x]\n"},
        "prepbook has 2 findings:\n"
        f"{DOUBLE}/check.yml:7: hint: expected no such field, found ['x']. "
        "Remove it, or look up the right name in the authors' guide.\n"
        'docs/index.md:10: check: expected the id of a check in checks/, found "double". Add the check.',
    ),
    "broken YAML": (
        {f"{DOUBLE}/check.yml": "kind: [code\n"},
        "prepbook has 2 findings:\n"
        f"{DOUBLE}/check.yml:2: YAML: expected well-formed YAML, found expected ',' or ']', "
        "but got '<stream end>'. Mend the syntax.\n"
        'docs/index.md:10: check: expected the id of a check in checks/, found "double". Add the check.',
    ),
    "check in another pillar's folder": (
        {f"{DOUBLE}/check.yml": CHECK.replace("basics", "basic")},
        "prepbook has 1 finding:\n"
        f'{DOUBLE}/check.yml: pillar: expected one of basics, found "basic". Did you mean "basics"?',
    ),
    "check that cites what it doesn't declare": (
        {f"{DOUBLE}/check.yml": CHECK.replace("claims: [A1]\n", ""), f"{DOUBLE}/prompt.md": "As said [@A1].\n"},
        "prepbook has 1 finding:\n"
        f"{DOUBLE}/check.yml: claims: expected A1, which its texts cite, found it missing. Add A1 to claims.",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_stops_the_build_with_its_message(mistake: str, tmp_path: Path) -> None:
    """The build fails, and the report says where, what was expected, what was found and what to do."""
    changed, expected = MISTAKES[mistake]
    write_book(tmp_path, **changed)
    assert report_of(tmp_path) == expected


def test_all_mistakes_come_in_one_report(tmp_path: Path) -> None:
    """Three mistakes in three files take one build to find."""
    write_book(
        tmp_path,
        **{
            "docs/index.md": CHAPTER.replace("[@A1]", "[@A9]"),
            "snippets/one/hello.out": "other\n",
            f"{DOUBLE}/starter.py": FILES[f"{DOUBLE}/solution.py"],
        },
    )
    assert report_of(tmp_path).startswith("prepbook has 3 findings:\n")


def test_right_book_builds_and_lists_its_parts(tmp_path: Path) -> None:
    """The book that the mistakes above are made in has none of its own."""
    site = build_book(write_book(tmp_path))
    book = json.loads((site / "book.json").read_text(encoding="utf-8"))
    assert book["chapters"] == [{"title": "A chapter", "url": "", "claims": ["A1"]}]
    assert book["snippets"] == [{"path": "one/hello.py", "url": "#snippet-one-hello"}]
    assert [(check["id"], check["tests"]) for check in book["checks"]] == [("double", 4)]


def test_chapters_come_in_the_order_of_the_navigation(tmp_path: Path) -> None:
    """Who lists chapters, as the readiness page does, follows the reader's way through the book."""
    nav = "nav:\n  - Part: [zebra.md]\n  - index.md\n"
    site = build_book(write_book(tmp_path, **{"docs/zebra.md": "# Zebra\n", "mkdocs.yml": f"{nav}{MKDOCS}"}))
    chapters = json.loads((site / "book.json").read_text(encoding="utf-8"))["chapters"]
    assert [chapter["url"] for chapter in chapters][:2] == ["zebra/", ""]
