"""Loads the ledger: the claims a book may state, their sources, and where those disagree."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

from prepbook.book import Claim, Conflict, Ledger, Source
from prepbook.errors import Finding, suggestion
from prepbook.load.located_yaml import line_of, read_model, read_tree

ClaimId = Annotated[str, StringConstraints(pattern=r"^[A-Z]+[0-9]{1,4}$")]


class _Source(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    about: str
    note: str = ""


class _Claim(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: ClaimId
    source: str
    topic: str
    kind: str
    says: str


class _Conflict(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: ClaimId
    kind: str
    between: list[ClaimId]
    about: str


class _LedgerFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    sources: dict[str, _Source]
    claims: list[_Claim]
    conflicts: list[_Conflict] = []


def load_ledger(path: Path, name: str) -> tuple[Ledger, list[Finding]]:
    """Load claims.yml. A book without the file has an empty ledger and may cite nothing."""
    if not path.exists():
        return Ledger(), []
    read, findings = read_model(path, name, _LedgerFile)
    if read is None:
        return Ledger(), findings
    ledger = Ledger(
        sources={id: Source(id, **entry.model_dump()) for id, entry in read.sources.items()},
        claims={entry.id: Claim(**entry.model_dump()) for entry in read.claims},
        conflicts={
            entry.id: Conflict(entry.id, entry.kind, tuple(entry.between), entry.about) for entry in read.conflicts
        },
    )
    return ledger, _inconsistencies(path, name, read, ledger)


def _inconsistencies(path: Path, name: str, read: _LedgerFile, ledger: Ledger) -> list[Finding]:
    _, tree, _ = read_tree(path, name)
    findings = []
    seen: set[str] = set()
    for number, claim in enumerate(read.claims):
        line = line_of(tree, ["claims", number])
        if claim.id in seen:
            findings.append(Finding(name, claim.id, "each id once", "it twice", "Give one of them another id.", line))
        if claim.source not in ledger.sources:
            do = suggestion(claim.source, ledger.sources, "Add it under sources.")
            findings.append(Finding(name, claim.id, "a source listed under sources", f'"{claim.source}"', do, line))
        seen.add(claim.id)
    for number, conflict in enumerate(read.conflicts):
        for id in conflict.between:
            if id not in ledger.claims:
                do = suggestion(id, ledger.claims, "Add the claim.")
                line = line_of(tree, ["conflicts", number])
                findings.append(Finding(name, conflict.id, "ids of claims", f'"{id}"', do, line))
    return findings
