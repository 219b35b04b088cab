"""Two versions, five prompts: equal pass rates, different failures."""

import json

pairs = [  # what each version answered to the same prompt
    ('{"total": 12.5}', '{"total": 12.5}'),
    ('{"total": 80}', '{"total": 80} Enjoy!'),
    ("Sure, it is 7.", '{"total": 7}'),
    ('{"total": 3}', '{"total": 3,}'),
    ('{"total": "41"}', '{"total": 41}'),
]


def fault(output: str) -> str | None:
    """What is wrong with an output; None when nothing is."""
    try:
        total = json.loads(output)["total"]
    except json.JSONDecodeError:
        return "not JSON"
    return None if isinstance(total, int | float) else "total is not a number"


print("before", sum(fault(before) is None for before, _ in pairs), "of 5 pass")
print("after ", sum(fault(after) is None for _, after in pairs), "of 5 pass")
for number, (before, after) in enumerate(pairs, start=1):
    if fault(before) is None and fault(after):
        print(f"prompt {number} broke: {fault(after)}: {after}")
    elif fault(before) and fault(after) is None:
        print(f"prompt {number} mended")
