"""`prepbook new`: a small complete book, or a check in a book, to be changed rather than written from nothing."""

import argparse
import re
import shutil
import sys
from pathlib import Path

from prepbook import schema
from prepbook.commands.opened import Subparsers, open_book
from prepbook.errors import Finding, suggestion
from prepbook.kinds import KINDS
from prepbook.load.book import Layout

TEMPLATES = Path(__file__).parents[1] / "templates"
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
KEEP = {".git"}  # what may be in the folder of a new book
USAGE = """prepbook new DIR
       prepbook new check ID --kind KIND [--pillar PILLAR]"""


def add(commands: Subparsers) -> None:
    """Declare the command."""
    kinds = ", ".join(KINDS)
    new = commands.add_parser(
        "new",
        help="make a book, or a check in one",
        usage=USAGE,
        description="Make a small complete book in the folder DIR, or a check in the book you are in.",
        epilog="What has to be said in a new check is marked TODO; `prepbook validate` lists what is left of that.",
    )
    new.add_argument("what", metavar="DIR | check", help="a folder for a book; or the word check")
    new.add_argument("id", nargs="?", metavar="ID", help="of the check, as median-latency")
    new.add_argument("--kind", metavar="KIND", help=f"of the check: {kinds}")
    new.add_argument("--pillar", metavar="PILLAR", help="of the check; the book's first one unless you say another")
    new.set_defaults(command=_new)


def _new(options: argparse.Namespace) -> int:
    if options.what == "check":
        return _new_check(options)
    if options.id or options.kind or options.pillar:
        return _refused(
            Finding("new", "arguments", "a folder alone, or: new check ID --kind KIND", options.what, USAGE)
        )
    return _new_book(Path(options.what))


def _refused(finding: Finding) -> int:
    print(finding, file=sys.stderr)
    return 1


def _new_book(folder: Path) -> int:
    if folder.exists() and (not folder.is_dir() or {entry.name for entry in folder.iterdir()} - KEEP):
        found = "files in it" if folder.is_dir() else "a file"
        return _refused(Finding(str(folder), "folder", "an empty folder, or none", found, "Choose another name."))
    shutil.copytree(
        TEMPLATES / "book", folder, ignore=shutil.ignore_patterns("__pycache__", "site", ".cache"), dirs_exist_ok=True
    )
    shutil.copyfile(schema.FILE, folder / schema.NAME)
    for spec in folder.rglob("checks/**/check.yml"):
        _name_schema(spec, folder)
    print(f"{folder}: a book of one chapter. Next:\n\n    cd {folder}\n    prepbook serve --open\n")
    return 0


def _new_check(options: argparse.Namespace) -> int:
    config, plugin = open_book(options)
    layout, pillars = plugin.layout(config), plugin.config.pillars
    pillar = options.pillar or next(iter(pillars), "")
    finding = _bad_kind(options.kind) or _bad_pillar(pillar, pillars) or _bad_id(options.id or "", layout)
    if finding:
        return _refused(finding)
    folder = layout.checks / pillar / options.id
    _write_check(TEMPLATES / "checks" / options.kind, folder, options.id, pillar)
    if (layout.root / schema.NAME).exists():
        _name_schema(folder / "check.yml", layout.root)
    name = layout.name(folder)
    print(f"{name}: a check with TODOs. Say what they ask for, and show it in a chapter:\n")
    print(f"    ``` check\n    {options.id}\n    ```\n\n`prepbook validate` lists what is left to do.")
    return 0


def _bad_kind(kind: str | None) -> Finding | None:
    if kind in KINDS:
        return None
    do = suggestion(kind or "", KINDS, "Choose one of them.")
    return Finding("new check", "--kind", f"one of {', '.join(KINDS)}", f'"{kind}"' if kind else "none", do)


def _bad_pillar(pillar: str, pillars: dict[str, str]) -> Finding | None:
    if pillar in pillars:
        return None
    if not pillars:
        do = "Name the folders of checks/ there: pillars: {basics: The basics}"
        return Finding("mkdocs.yml", "pillars", "at least one", "none", do)
    do = suggestion(pillar, pillars, "Choose one of them, or add it to pillars in mkdocs.yml.")
    return Finding("new check", "--pillar", f"one of {', '.join(pillars)}", f'"{pillar}"', do)


def _bad_id(id: str, layout: Layout) -> Finding | None:
    if not ID.fullmatch(id):
        do = f'Write "{_slug(id)}", for instance.'
        found = f'"{id}"' if id else "none"
        return Finding("new check", "ID", "small letters, digits and hyphens, a letter first", found, do)
    known = {file.parent.name: file.parent for file in layout.checks.rglob("check.yml")}
    if id in known:
        found = f'"{id}", the id of {layout.name(known[id])}'
        return Finding("new check", "ID", "an id that no check has", found, "Choose another.")
    return None


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())).lstrip("0123456789-") or "median-latency"


def _write_check(template: Path, folder: Path, id: str, pillar: str) -> None:
    shutil.copytree(template, folder, ignore=shutil.ignore_patterns("__pycache__"))
    spec = folder / "check.yml"
    spec.write_text(spec.read_text(encoding="utf-8").replace("PILLAR", pillar), encoding="utf-8")
    for tests in folder.glob("test_check.py"):
        tests.rename(folder / f"test_{id.replace('-', '_')}.py")


def _name_schema(spec: Path, root: Path) -> None:
    """Let editors complete a check.yml and underline what is wrong in it."""
    hint = schema.hint_for_editors(spec, root)
    spec.write_text(hint + spec.read_text(encoding="utf-8"), encoding="utf-8")
