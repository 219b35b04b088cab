"""Whom does a new request schema break, and how long must the old form be read?"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

Schema = Mapping[str, Mapping[str, Any]]


def compare(old: Schema, new: Schema, renames: Mapping[str, str], refuses_unknown: bool) -> list[tuple[str, str, bool]]:
    """Return (field, change, whether it breaks a client that goes on as before) for each change of a request schema."""
    raise NotImplementedError("first say how each field changed, then whether that breaks")


def dual_read(payload: Mapping[str, Any], renames: Mapping[str, str], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Return a payload of either form in the new one: new names, and defaults for what isn't there."""
    raise NotImplementedError("then bring a payload into the new form")


def still_old(
    samples: Iterable[Mapping[str, Any]], renames: Mapping[str, str], defaults: Mapping[str, Any]
) -> dict[str, str]:
    """Return, for each customer who needs the dual read, the last time at which a payload did."""
    raise NotImplementedError("then see who still needs that")


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
