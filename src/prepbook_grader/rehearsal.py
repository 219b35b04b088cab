"""A program for a spare interpreter to go through before a reader needs it.

A browser compiles most of Python's WebAssembly only when a function is first called. A restored interpreter has called
none, so that its first program would pay for everything between the order and the first line of output. What the
rehearsal says is dropped, and the grader leaves the interpreter as it found it.
"""

import json

_PROGRAM = """
import json, math
from collections import Counter, defaultdict

lines = ['{"id": "a", "ms": 12.5}', '{"id": "b", "ms": 310}', '{"id": "c"', "", '{"id": "b", "ms": 100}']
times, faults = defaultdict(list), 0
for number, line in enumerate(lines, start=1):
    try:
        record = json.loads(line.strip())
        times[record["id"]].append(record["ms"])
    except (json.JSONDecodeError, KeyError) as error:
        faults += bool(str(error))

def mean(values):
    return math.fsum(values) / len(values)

for id, values in sorted(times.items(), key=lambda item: (-max(item[1]), item[0])):
    print(f"{id:<6}{mean(values):>9.2f} {max(values):g} {len(values) / len(lines):.0%}", end="\\n")
words = Counter("to be or not to be".upper().split()).most_common(2)
print(words, {value > 1 for value in range(3)}, [*zip("ab", (1, 2))], sum(x * x for x in range(10)) ** 0.5)
"""
PROGRAM = json.dumps({"source": _PROGRAM, "filename": "rehearsal.py", "answers": [], "seed": 1, "files": {"a.txt": ""}})
