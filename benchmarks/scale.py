"""What a large book costs: this generator against plain Material on the same Markdown. Prints a Markdown table.

python -m benchmarks.scale [CHAPTERS ...]
"""

import os
import shutil
import subprocess
import sys
import tempfile
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.cost import Cost, measured
from prepbook.commands.preview import Preview

SIZES = [100, 300, 1000]
SNIPPETS, CHECKS = 5, 2  # of a chapter
CHAPTERS_OF_PART = 25
TEXT = (
    "the a model answers token of and to latency reader request measures every window page with when threshold score "
    "drift cache price service until from before customers show how many because each never less more seconds sample"
)
WORDS = TEXT.split()

PLAIN = """site_name: A large book
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.indexes]
plugins:
  - search
{plugin}
markdown_extensions:
  - admonition
  - attr_list
  - tables
  - pymdownx.superfences
  - toc: {{permalink: true}}
{extension}
"""
OURS = PLAIN.format(plugin="  - prepbook: {pillars: {basics: The basics}, every_claim_is_cited: false}", extension="")
BARE = PLAIN.format(plugin="", extension="  - pymdownx.snippets: {base_path: [snippets]}")


def write_large_book(folder: Path, chapters: int) -> None:
    """Write a book with so many chapters, 5 snippets and 2 checks in each; every fourth chapter has a check in code."""
    random = Random(chapters)
    for number in range(chapters):
        part, name = f"part-{number // CHAPTERS_OF_PART:02}", f"chapter-{number:04}"
        _write(folder / "docs" / part / f"{name}.md", _chapter(random, name))
        for place in range(SNIPPETS):
            program, output = _snippet(random, number, place)
            _write(folder / "snippets" / name / f"s{place}.py", program)
            _write(folder / "snippets" / name / f"s{place}.out", output)
        for place in range(CHECKS):
            _write_check(folder / "checks" / "basics" / f"{name}-c{place}", number, is_code=number % 4 == place == 0)
    _write(folder / "docs" / "index.md", "# A large book\n\nParts, chapters, programs and checks.\n")
    _write(folder / "mkdocs.yml", OURS)
    _write(folder / "plain.yml", BARE)


def _chapter(random: Random, name: str) -> str:
    parts = [f"# {name.replace('-', ' ').capitalize()}", _prose(random)]
    for place in range(SNIPPETS):
        parts += [f"## {_words(random, 4).capitalize()} {place}", _prose(random), _prose(random)]
        parts.append(f'``` {{ .python .run }}\n--8<-- "{name}/s{place}.py"\n```')
    parts.append("| name | figure | unit |\n|---|---|---|\n" + "\n".join(f"| {w} | {len(w)} | ms |" for w in WORDS[:8]))
    parts += [f"``` check\n{name}-c{place}\n```" for place in range(CHECKS)]
    return "\n\n".join(parts) + "\n"


def _prose(random: Random) -> str:
    sentences = (f"{_words(random, 14).capitalize()}." for _ in range(4))
    return " ".join(sentences) + f" *{_words(random, 2)}* and `{random.choice(WORDS)}` [at home](../index.md)."


def _words(random: Random, count: int) -> str:
    return " ".join(random.choices(WORDS, k=count))


def _snippet(random: Random, number: int, place: int) -> tuple[str, str]:
    """Return a program, and what it prints."""
    values = [random.randrange(1000) for _ in range(8)]
    program = (
        f'"""Figures of chapter {number}, part {place}."""\n\nVALUES = {values}\n\n\n'
        "def mean(values: list[int]) -> float:\n    return sum(values) / len(values)\n\n\n"
        'print(f"mean {mean(VALUES):.2f}, highest {max(VALUES)}")\n'
    )
    return program, f"mean {sum(values) / len(values):.2f}, highest {max(values)}\n"


def _write_check(folder: Path, number: int, *, is_code: bool) -> None:
    head = f"title: Exercise {folder.name}\npillar: basics\nminutes: 5\n"
    if not is_code:
        _write(folder / "check.yml", f"kind: quiz\n{head}{QUESTIONS.replace('NUMBER', str(number))}")
        return
    _write(folder / "check.yml", f'kind: code\n{head}hints: ["What is added?"]\n')
    _write(folder / "prompt.md", f"Write `plus(x)`, which adds {number + 2}.\n")
    _write(folder / "solution.py", f'def plus(x: int) -> int:\n    """Add."""\n    return x + {number + 2}\n')
    _write(folder / "starter.py", 'def plus(x: int) -> int:\n    """Add."""\n    raise NotImplementedError\n')
    wrong = f'"""You add one less."""\n\n\ndef plus(x: int) -> int:\n    return x + {number + 1}\n'
    _write(folder / "wrong" / "one_less.py", wrong)
    test = f"from answer import plus\n\n\ndef test_plus() -> None:\n    got = plus(1)\n    assert got == {number + 3}\n"
    _write(folder / f"test_{folder.name.replace('-', '_')}.py", test)


QUESTIONS = """questions:
  - prompt: What is NUMBER + 1, and which statement of chapter NUMBER explains it?
    options:
      - {text: One more, correct: true, feedback: It counts on by one.}
      - {text: One less, feedback: That would be NUMBER - 1.}
      - {text: The same, feedback: Something was added.}
  - prompt: And what is NUMBER times two?
    options:
      - {text: Twice as much, correct: true, feedback: Two of them.}
      - {text: Half as much, feedback: That would be a division.}
"""


@dataclass(frozen=True)
class Row:
    """One build, and how often it costs what plain Material does."""

    name: str
    cost: Cost
    ratio: float

    def __str__(self) -> str:
        cost = self.cost
        return f"{self.name} | {cost.seconds:.0f} | {cost.cpu_seconds:.0f} | {self.ratio:.2f} | {cost.megabytes:.0f}"


def builds(folder: Path, chapters: int) -> list[Row]:
    """Build the book plainly, by us for the first time, by us once more, and after a change of one chapter."""
    write_large_book(folder, chapters)
    plain = _built(folder, "plain.yml")
    costs = {"plain Material": plain}
    costs["ours, nothing kept"] = _built(folder, "mkdocs.yml")
    costs["ours, once more"] = _built(folder, "mkdocs.yml")
    costs["served, one chapter changed"] = _redrawn(folder)
    return [Row(name, cost, cost.cpu_seconds / plain.cpu_seconds) for name, cost in costs.items()]


def _built(folder: Path, config: str) -> Cost:
    line = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config, "-d", f"site-{Path(config).stem}"]
    with measured() as cost:
        subprocess.run(line, cwd=folder, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return cost


def _redrawn(folder: Path) -> Cost:
    """Measure what an author waits for who has changed a sentence."""
    preview = Preview(Namespace(config_file=str(folder / "mkdocs.yml")), folder / "served")
    preview.build("http://127.0.0.1:8000/")
    page = next(iter(sorted((folder / "docs").rglob("chapter-*.md"))))
    page.write_text(page.read_text(encoding="utf-8") + "\nOne sentence more.\n", encoding="utf-8")
    with measured() as cost:
        preview.build("http://127.0.0.1:8000/")
    return cost


def sizes(site: Path) -> str:
    """Return how large the site and the index of its search are, in MB."""
    files = [path for path in site.rglob("*") if path.is_file()]
    index = site / "search" / "search_index.json"
    return f"{sum(map(_size, files)) / 1e6:.1f} MB, of it {_size(index) / 1e6:.1f} MB for search"


def _size(file: Path) -> int:
    return file.stat().st_size


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print."""
    print("| Build | s | CPU s | times plain | MB at most |\n|---|---|---|---|---|")
    for chapters in [int(size) for size in sys.argv[1:]] or SIZES:
        folder = Path(tempfile.mkdtemp())
        try:
            for row in builds(folder, chapters):
                print(f"| {chapters} chapters, {row} |", flush=True)
            print(f"\n{chapters} chapters: {sizes(folder / 'site-mkdocs')}\n", flush=True)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
