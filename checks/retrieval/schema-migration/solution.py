"""Whom does a new request schema break, and how long must the old form be read?"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Schema = Mapping[str, Mapping[str, Any]]


def compare(old: Schema, new: Schema, renames: Mapping[str, str], refuses_unknown: bool) -> list[tuple[str, str, bool]]:
    """Return (field, change, whether it breaks a client that goes on as before) for each change of a request schema."""
    refuse_impossible(old, new, renames)
    changes = [(name, "added", new[name]["required"]) for name in new.keys() - old.keys() - set(renames.values())]
    changes += [(name, "removed", refuses_unknown) for name in old.keys() - new.keys() - renames.keys()]
    changes += [(name, "renamed", False) for name in renames.values()]
    for before in old:
        name = renames.get(before, before)
        if name in new:
            changes += [(name, *change) for change in field_changes(old[before], new[name])]
    return changes


def refuse_impossible(old: Schema, new: Schema, renames: Mapping[str, str]) -> None:
    """Raise ValueError unless each rename leads from a field that went to one that came, and no two to the same."""
    if not (renames.keys() <= old.keys() - new.keys() and set(renames.values()) <= new.keys() - old.keys()):
        raise ValueError(f"expected renames from fields of old only to fields of new only, found {dict(renames)}")
    if len(set(renames.values())) < len(renames):
        raise ValueError(f"expected each new name once, found {dict(renames)}")


def field_changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield how one field changed, and whether that breaks: what is sent today must still be accepted."""
    if before["required"] != after["required"]:
        yield ("required", True) if after["required"] else ("optional", False)
    if not covers(after, before):
        yield "narrowed", True
    if not covers(before, after):
        yield "widened", False


def covers(wide: Mapping[str, Any], narrow: Mapping[str, Any]) -> bool:
    """Whether in type, values and bound, each on its own, a field accepts all that the other does."""
    return (
        (wide["type"] == narrow["type"] or (wide["type"], narrow["type"]) == ("number", "integer"))
        and ("values" not in wide or ("values" in narrow and set(narrow["values"]) <= set(wide["values"])))
        and wide.get("max", math.inf) >= narrow.get("max", math.inf)
    )


def dual_read(payload: Mapping[str, Any], renames: Mapping[str, str], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Return a payload of either form in the new one: new names, and defaults for what isn't there."""
    read = {name: value for name, value in payload.items() if name not in renames}
    for before, after in renames.items():
        if before in payload:
            if read.setdefault(after, payload[before]) != payload[before]:
                raise ValueError(f"{before} and {after}: expected one value, found {payload[before]} and {read[after]}")
    return {**defaults, **read}


def still_old(
    samples: Iterable[Mapping[str, Any]], renames: Mapping[str, str], defaults: Mapping[str, Any]
) -> dict[str, str]:
    """Return, for each customer who needs the dual read, the last time at which a payload did."""
    last: dict[str, str] = {}
    for sample in samples:
        if is_old(sample["payload"], renames, defaults):
            customer = sample["customer"]
            last[customer] = max(sample["ts"], last.get(customer, ""))
    return last


def is_old(payload: Mapping[str, Any], renames: Mapping[str, str], defaults: Mapping[str, Any]) -> bool:
    """Whether the dual read changes a payload, or refuses it."""
    try:
        return dual_read(payload, renames, defaults) != payload
    except ValueError:
        return True


def load() -> tuple[dict, list[dict]]:
    """Return the two endpoints' schemas, and the payloads kept of the evening. This part is done for you."""
    with open("schemas.json", encoding="utf-8") as file:
        schemas = json.load(file)
    with open("samples.jsonl", encoding="utf-8") as file:
        return schemas, [json.loads(line) for line in file]


if __name__ == "__main__":  # Run judges the release, once as it was shipped and once with its rename declared
    schemas, samples = load()
    for endpoint, change in schemas.items():
        old, new, renames, defaults = (change[key] for key in ("old", "new", "renames", "defaults"))
        sent = [sample for sample in samples if sample["endpoint"] == endpoint]
        readings = {"as shipped": {}} | ({"rename declared": renames} if renames else {})
        for title, declared in readings.items():
            print(f"{endpoint}, {title}:")
            for name, what, breaks in sorted(compare(old, new, declared, refuses_unknown=True)):
                print(f"  {name:24} {what:9} {'BREAKS' if breaks else ''}")
        customers = still_old(sent, renames, defaults)
        print(f"  in the old form: {len(customers)} of {len({each['customer'] for each in sent})} customers,", end=" ")
        print(f"last at {max(customers.values())}")
