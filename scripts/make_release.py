"""Makes a release: wheel, source, site, PDF, EPUB and lists of materials in dist/, their checksums, and the tag.

The same commit gives the same bytes, on the same versions of everything: SOURCE_DATE_EPOCH is the commit's moment, and
what tools stamp all the same is taken out.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
DIST = Path("dist")
SITE = DIST / "site"
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
HANDBOOK = "https://pm-prep-handbook.example/"  # as mkdocs.yml says where PREPBOOK_SITE_URL isn't set
STAMPS = ("serialNumber", "timestamp")  # of npm's list of materials: a random number and the hour
PYTHON_SBOM = ["cyclonedx-py", "environment", "--no-validate", "--pyproject", "pyproject.toml", "--output-reproducible"]

# The order matters: the site offers the PDF and the EPUB that lie in dist/.
COMMANDS: tuple[tuple[str, ...], ...] = (
    (sys.executable, "-m", "hatchling", "build", "-d", str(DIST)),
    ("prepbook", "pdf"),
    ("prepbook", "epub"),
    ("prepbook", "build", "--site-dir", str(SITE)),
    ("prepbook", "--config-file", "manual/mkdocs.yml", "build", "--site-dir", str(ROOT / SITE / "generator")),
    ("prepbook", "zip", "--site-dir", str(SITE), "-o", str(DIST / "handbook-site.zip")),
    (*PYTHON_SBOM, "--of", "JSON", "-o", str(DIST / "sbom-python.json"), sys.prefix),
)


def main() -> int:
    """Make it, or say why not."""
    parser = argparse.ArgumentParser(prog="scripts/release", description="Make a release in dist/, and its tag.")
    parser.add_argument("version", help="as 1.2.0; CHANGELOG.md has a section of that name")
    parser.add_argument("--dry-run", action="store_true", help="make everything but the tag")
    options = parser.parse_args()
    faults = list(find_faults(ROOT, options.version))
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    make(options.version)
    print((DIST / "SHA256SUMS").read_text(encoding="utf-8"), end="")
    if options.dry_run:
        print(f"No tag: a dry run. In earnest: ./scripts/release {options.version}")
        return 0
    tag = f"v{options.version}"
    subprocess.run(["git", "tag", "--annotate", tag, "--message", f"prepbook {options.version}"], cwd=ROOT, check=True)
    print(f"Tagged {tag}. To publish: git push origin {tag}, and upload what SHA256SUMS lists.")
    return 0


def find_faults(root: Path, version: str) -> Iterator[str]:
    """Give a line for each reason not to release: where, expected, found, what to do."""
    if not VERSION.fullmatch(version):
        yield f"release: version: expected three numbers like 1.2.0, found {version}. Write it so, without a v."
    if changed := git(root, "status", "--porcelain"):
        count = len(changed.splitlines())
        yield f"git: working tree: expected all committed, found {count} changed or new. Commit, stash or remove them."
    if git(root, "tag", "--list", f"v{version}"):
        yield f"git: tag: expected no v{version} yet, found it. Choose the next version; a published one never changes."
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"^## {re.escape(version)} - \d{{4}}-\d\d-\d\d$", text, re.MULTILINE):
        do = "Rename the section Unreleased so, and begin a new one above it."
        yield f"CHANGELOG.md: {version}: expected a heading “## {version} - YEAR-MONTH-DAY”, found none. {do}"


def make(version: str) -> None:
    """Write everything to dist/, which is emptied first."""
    shutil.rmtree(ROOT / DIST, ignore_errors=True)
    environment = {
        **os.environ,
        "PREPBOOK_VERSION": version,
        "PREPBOOK_MANUAL": "generator/",
        "PREPBOOK_MANUAL_URL": f"{os.environ.get('PREPBOOK_SITE_URL', HANDBOOK).rstrip('/')}/generator/",
        "SOURCE_DATE_EPOCH": git(ROOT, "show", "--no-patch", "--format=%ct", "HEAD"),
        "TZ": "UTC",
    }
    for command in COMMANDS:
        print("==>", " ".join(command), file=sys.stderr, flush=True)
        subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    npm = ["npm", "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    said = subprocess.run(npm, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    settled = json.dumps(without_stamps(json.loads(said)), ensure_ascii=False, indent=1)
    (ROOT / DIST / "sbom-npm.json").write_text(settled + "\n", encoding="utf-8")
    shutil.rmtree(ROOT / SITE)  # it is in the zip
    write_checksums(ROOT / DIST)


def without_stamps(listed: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list of materials without what is new in each run."""
    kept = {name: value for name, value in listed.items() if name not in STAMPS}
    kept["metadata"] = {name: value for name, value in listed["metadata"].items() if name not in STAMPS}
    return kept


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS, for `sha256sum --check`."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def git(root: Path, *arguments: str) -> str:
    """Return what git says."""
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
