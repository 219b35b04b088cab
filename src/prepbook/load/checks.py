"""Loads checks: every folder checks/<pillar>/<id>/ that holds a check.yml, whatever its kind."""

from collections.abc import Mapping
from pathlib import Path

from prepbook.book import Check
from prepbook.errors import Finding, suggestion
from prepbook.kinds import KINDS
from prepbook.load.located_yaml import line_of, read_model, read_tree
from prepbook.load.todos import find_todos


def load_checks(root: Path, pillars: Mapping[str, str]) -> tuple[dict[str, Check], list[Finding]]:
    """Load every check below `root`, by id. A check that can't be read is left out and found wrong."""
    checks: dict[str, Check] = {}
    findings: list[Finding] = []
    for file in sorted(root.rglob("check.yml")):
        folder = file.parent
        name = f"{root.name}/{folder.relative_to(root).as_posix()}"
        check, wrong = _load(file, name)
        findings += [*wrong, *find_todos(folder, name)]
        if check is None:
            continue
        findings += _misplaced(check, folder, name, pillars)
        if check.id in checks:
            do = "Rename one of the folders."
            findings.append(Finding(name, "id", "an id of its own", f"the id of {checks[check.id].folder}", do))
        checks[check.id] = check
    return checks, findings


def _load(file: Path, folder_name: str) -> tuple[Check | None, list[Finding]]:
    name = f"{folder_name}/check.yml"
    data, tree, findings = read_tree(file, name)
    if findings:
        return None, findings
    kind_name = data.get("kind") if isinstance(data, dict) else None
    if kind_name not in KINDS:
        do = suggestion(str(kind_name), KINDS, "Choose one of them.")
        line = line_of(tree, ["kind"])
        return None, [Finding(name, "kind", f"one of {', '.join(KINDS)}", f'"{kind_name}"', do, line)]
    kind = KINDS[kind_name]
    spec, findings = read_model(file, name, kind.spec)
    if spec is None:
        return None, findings
    return kind.load(file.parent, folder_name, spec)


def _misplaced(check: Check, folder: Path, name: str, pillars: Mapping[str, str]) -> list[Finding]:
    pillar = check.spec.pillar
    file = f"{name}/check.yml"
    if pillar not in pillars:
        do = suggestion(pillar, pillars, "Choose one of them.")
        return [Finding(file, "pillar", f"one of {', '.join(pillars)}", f'"{pillar}"', do)]
    if folder.parent.name != pillar:
        do = f"Move the folder to checks/{pillar}/, or correct the pillar."
        return [Finding(file, "pillar", f'the folder it stands in, "{folder.parent.name}"', f'"{pillar}"', do)]
    return []
