"""Static against continuous batching: the same eight requests, three places."""

LENGTHS = dict(zip("ABCDEFGH", [2, 9, 3, 8, 2, 3, 7, 2]))  # output tokens
PLACES = 3


def schedule(continuous: bool) -> tuple[list[str], dict[str, int]]:
    """What each place does at each step, and when each request ends."""
    waiting, running, rows, ends, step = list(LENGTHS), {}, [""] * PLACES, {}, 0
    while waiting or running:
        if continuous or not running:  # static: nobody joins before all have left
            for place in range(PLACES):
                if place not in running and waiting:
                    running[place] = [waiting.pop(0), 0]
        step += 1
        for place in range(PLACES):
            rows[place] += running[place][0] if place in running else "."
        for place, request in list(running.items()):
            request[1] += 1
            if request[1] == LENGTHS[request[0]]:
                ends[request[0]] = step
                del running[place]
    return rows, ends


for label, continuous in ("static", False), ("continuous", True):
    rows, ends = schedule(continuous)
    steps, mean_end = max(ends.values()), sum(ends.values()) / len(ends)
    idle = "".join(rows).count(".") / (steps * PLACES)
    print(f"{label}: {steps} steps, {idle:.0%} idle, mean end {mean_end:.1f}")
    print(*rows, sep="\n")
