"""A rush of 10 seconds on a limit of 10 requests a second: who meets a 429, who waits? (invented)"""

from collections import defaultdict, deque
from random import Random

RATE, BURST = 10, 20  # tokens a second, and the most the bucket holds


def rush(pauses, room):
    """A client waits `pauses` seconds after its refusals, then gives up; `room` is the queue's length."""
    rng, due, queue, waits = Random(429), defaultdict(list), deque(), []
    tokens, refused, last = BURST, 0, 19
    for now in range(120):
        tokens = min(BURST, tokens + RATE)
        arrivals = [(now, 0)] * (25 if 10 <= now < 20 else 5) + due.pop(now, [])
        for born, tries in rng.sample(arrivals, len(arrivals)):
            if len(queue) < room + tokens:
                queue.append(born)
            else:
                refused, last = refused + 1, now
                due[now + pauses[tries] if tries < len(pauses) else "lost"].append((born, tries + 1))
        while queue and tokens:
            waits.append(now - queue.popleft())
            tokens -= 1
    return f"{refused:5} {len(due['lost']):5} {max(waits):5} s {last - 19:5} s"


print("             429s  lost   worst   429s")
print("                           wait   after")
print("every 1 s  ", rush([1] * 5, room=0))
print("back off   ", rush([1, 2, 4, 8, 16], room=0))
print("+ queue 50 ", rush([1, 2, 4, 8, 16], room=50))
print("any queue  ", rush([1] * 5, room=10_000))
