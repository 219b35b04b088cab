"""You report at most one change per field. A field can become required and accept less in the same release, and new
values can come while others go. Whoever plans the migration from your list would mend the first and be surprised by the
second.
"""

import math


def compare(old, new, renames, refuses_unknown):
    refuse_impossible(old, new, renames)
    changes = [(name, "added", new[name]["required"]) for name in new.keys() - old.keys() - set(renames.values())]
    changes += [(name, "removed", refuses_unknown) for name in old.keys() - new.keys() - renames.keys()]
    changes += [(name, "renamed", False) for name in renames.values()]
    for before in old:
        name = renames.get(before, before)
        if name in new:
            changes += [(name, *change) for change in field_changes(old[before], new[name])][:1]
    return changes


def refuse_impossible(old, new, renames):
    if not (renames.keys() <= old.keys() - new.keys() and set(renames.values()) <= new.keys() - old.keys()):
        raise ValueError("an impossible rename")
    if len(set(renames.values())) < len(renames):
        raise ValueError("two renames to one field")


def field_changes(before, after):
    if before["required"] != after["required"]:
        yield ("required", True) if after["required"] else ("optional", False)
    if not covers(after, before):
        yield "narrowed", True
    if not covers(before, after):
        yield "widened", False


def covers(wide, narrow):
    return (
        (wide["type"] == narrow["type"] or (wide["type"], narrow["type"]) == ("number", "integer"))
        and ("values" not in wide or ("values" in narrow and set(narrow["values"]) <= set(wide["values"])))
        and wide.get("max", math.inf) >= narrow.get("max", math.inf)
    )


def dual_read(payload, renames, defaults):
    read = {name: value for name, value in payload.items() if name not in renames}
    for before, after in renames.items():
        if before in payload:
            if read.setdefault(after, payload[before]) != payload[before]:
                raise ValueError("two values for one field")
    return {**defaults, **read}


def still_old(samples, renames, defaults):
    last = {}
    for sample in samples:
        if is_old(sample["payload"], renames, defaults):
            customer = sample["customer"]
            last[customer] = max(sample["ts"], last.get(customer, ""))
    return last


def is_old(payload, renames, defaults):
    try:
        return dual_read(payload, renames, defaults) != payload
    except ValueError:
        return True
