"""Fields as sets of what they accept, a table of questions in place of branches, and samples sorted by time."""

from math import inf

TYPES = {"integer": {"integer"}, "number": {"integer", "number"}}


def less(before, after):
    """Return in how many respects a field no longer accepts something it did."""
    types = TYPES.get(before["type"], {before["type"]}) - TYPES.get(after["type"], {after["type"]})
    values = "values" in after and ("values" not in before or set(before["values"]) - set(after["values"]))
    return sum(map(bool, [types, values, after.get("max", inf) < before.get("max", inf)]))


QUESTIONS = [
    ("required", True, lambda before, after: after["required"] and not before["required"]),
    ("optional", False, lambda before, after: before["required"] and not after["required"]),
    ("narrowed", True, less),
    ("widened", False, lambda before, after: less(after, before)),
]


def compare(old, new, renames, refuses_unknown):
    back = {}
    for before, after in renames.items():
        if before not in old or before in new or after not in new or after in old or after in back:
            raise ValueError(before)
        back[after] = before
    rows = []
    for name, field in new.items():
        before = back.get(name, name)
        if name in back:
            rows.append((name, "renamed", False))
        if before not in old:
            rows.append((name, "added", bool(field["required"])))
        else:
            rows.extend((name, what, breaks) for what, breaks, ask in QUESTIONS if ask(old[before], field))
    gone = [name for name in old if name not in new and name not in renames]
    return rows + [(name, "removed", refuses_unknown) for name in gone]


def dual_read(payload, renames, defaults):
    read = {}
    for name in payload:
        said = read.setdefault(renames.get(name, name), payload[name])
        if said != payload[name]:
            raise ValueError(name)
    for name in defaults.keys() - read.keys():
        read[name] = defaults[name]
    return read


def still_old(samples, renames, defaults):
    def needs_it(payload):
        if renames.keys() & payload.keys():
            return True
        return bool(defaults.keys() - payload.keys())

    ordered = sorted(samples, key=lambda sample: sample["ts"])
    return {sample["customer"]: sample["ts"] for sample in ordered if needs_it(sample["payload"])}
