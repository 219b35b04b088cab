"""Has the model drifted, or is it noise?"""

import json
from collections.abc import Mapping, Sequence


def kl(p: Mapping[str, int], q: Mapping[str, int], epsilon: float = 0.5) -> float:
    """Return D(P||Q) in nats, of the smoothed shares behind two sets of token counts."""
    raise NotImplementedError("write kl first")


def alarm_threshold(baseline: Sequence[float], level: float = 0.01) -> float:
    """Return the divergence above which a window is an alarm, given those of windows without drift."""
    raise NotImplementedError("then write alarm_threshold")


def load() -> dict:
    """Return the token counts: "log" (one mapping), "baseline" (a list of them), "nights" (by name). Done for you."""
    with open("windows.json", encoding="utf-8") as file:
        return json.load(file)


if __name__ == "__main__":  # Run shows your functions at work on the three nights
    data = load()
    threshold = alarm_threshold([kl(window, data["log"]) for window in data["baseline"]])
    print(f"alarm above {threshold:.4f} nats")
    for night, window in data["nights"].items():
        divergence = kl(window, data["log"])
        verdict = "ALARM" if divergence > threshold else "quiet"
        print(f"{night:10}  {sum(window.values()):5} responses  {divergence:.4f} nats  {verdict}")
