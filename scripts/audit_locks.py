"""Asks pip-audit and npm audit about the locked packages. What can't be asked is said, and stops nobody."""

import datetime
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "package-lock.json", "scripts/waived_advisories.yml")
WAIVED = ROOT / LOCKS[2]
CACHE = ROOT / ".cache" / "prepbook" / "audit.json"
PATIENCE_S = 60
COMMANDS = {
    "pip-audit": [
        "pip-audit",
        "-r",
        LOCKS[0],
        "--require-hashes",
        "--disable-pip",
        "--progress-spinner=off",
        "-f=json",
    ],
    "npm audit": ["npm", "audit", "--json", "--package-lock-only"],
}


@dataclass(frozen=True)
class Advisory:
    """A known vulnerability of a package."""

    id: str
    package: str
    about: str


@dataclass(frozen=True)
class Answer:
    """What an audit found, and why it could not ask about some packages; empty when it asked about all."""

    found: tuple[Advisory, ...] = ()
    unasked: str = ""


def read_pip(text: str) -> Answer:
    """Read what pip-audit says. A package that its source doesn't know is one that was not asked about."""
    packages = json.loads(text)["dependencies"]
    skipped = [package["skip_reason"] for package in packages if "skip_reason" in package]
    unasked = f"{len(skipped)} of {len(packages)} packages, as: {skipped[0]}" if skipped else ""
    found = (
        Advisory(vuln["id"], f"{package['name']} {package['version']}", _fixed_in(vuln["fix_versions"]))
        for package in packages
        for vuln in package.get("vulns", ())
    )
    return Answer(tuple(found), unasked)


def _fixed_in(versions: Sequence[str]) -> str:
    return f"fixed in {', '.join(versions)}" if versions else "not fixed yet"


def read_npm(text: str) -> Answer:
    """Read what npm audit says."""
    said = json.loads(text)
    if "vulnerabilities" not in said:
        return Answer(unasked=str(said.get("message") or said.get("error") or "an answer of an unknown shape"))
    causes = (cause for each in said["vulnerabilities"].values() for cause in each["via"] if isinstance(cause, dict))
    found = {Advisory(cause["url"].rpartition("/")[2], cause["name"], cause["title"]) for cause in causes}
    return Answer(tuple(sorted(found, key=lambda advisory: advisory.id)))


READERS = {"pip-audit": read_pip, "npm audit": read_npm}


def ask(name: str) -> Answer:
    """Run one audit."""
    try:
        done = subprocess.run(COMMANDS[name], cwd=ROOT, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
        return READERS[name](done.stdout)
    except subprocess.TimeoutExpired:
        return Answer(unasked=f"no answer within {PATIENCE_S} s")
    except (OSError, ValueError, KeyError) as error:
        return Answer(unasked=f"{type(error).__name__}: {error}")


def judge(
    answers: Mapping[str, Answer], waivers: Iterable[Mapping[str, Any]], today: datetime.date
) -> tuple[list[str], list[str]]:
    """Return the notes, which stop nobody, and the faults, which do."""
    waived = {str(waiver["id"]): waiver for waiver in waivers}
    notes = [f"{name}: not audited: {answer.unasked}" for name, answer in answers.items() if answer.unasked]
    faults = []
    for name, answer in answers.items():
        for each in answer.found:
            waiver = waived.get(each.id)
            if waiver and waiver["until"] >= today:
                notes.append(f"{name}: {each.id} in {each.package}: waived until {waiver['until']}: {waiver['reason']}")
            else:
                faults.append(
                    f"{name}: {each.id} in {each.package} ({each.about}): update it, or waive it in {LOCKS[2]} by id, "
                    "with a reason and a day until when"
                )
    known = {advisory.id for answer in answers.values() for advisory in answer.found}
    if not any(answer.unasked for answer in answers.values()):
        faults += [f"{LOCKS[2]}: {id}: nothing is found under it any more: take it out" for id in waived.keys() - known]
    return notes, faults


def main() -> int:
    """Audit, unless it was done today with the same locks. Returns the exit status."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    locks = b"".join((ROOT / name).read_bytes() for name in LOCKS)
    key = f"{today} {hashlib.sha256(locks).hexdigest()}"
    kept = json.loads(CACHE.read_text(encoding="utf-8")) if CACHE.exists() else {}
    if kept.get("key") != key or kept["faults"]:
        waivers = yaml.safe_load(WAIVED.read_text(encoding="utf-8"))
        notes, faults = judge({name: ask(name) for name in COMMANDS}, waivers, today)
        kept = {"key": key, "notes": notes, "faults": faults}
        CACHE.parent.mkdir(parents=True, exist_ok=True)
        CACHE.write_text(json.dumps(kept), encoding="utf-8")
    for line in (*kept["notes"], *kept["faults"]):
        print(line, file=sys.stderr)
    return 1 if kept["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
