"""Write log.jsonl, an invented morning of an assistant: requests with their deciding token, and complaints.

Support answers were agreed to run at temperature 0.2, marketing copy at 0.9. Two things go wrong, and only one of them
is the temperature: the app ios 5.1 doesn't send the field, so the server takes its default of 1.0; and some requests of
the web client still use prompt p6, which states last year's return policy.
"""

import json
from math import exp
from pathlib import Path
from random import Random

AGREED = {"support": 0.2, "copy": 0.9}
SERVER_DEFAULT = 1.0
CLIENTS = ("ios 5.0", "ios 5.1", "android 5.1", "web 3.2")
DAYS = {"p7": {"30": 5.0, "14": 3.5, "60": 3.2, "90": 2.4}, "p6": {"14": 5.1, "30": 2.9, "60": 2.6, "90": 2.2}}
SLOGANS = {"fresh": 3.1, "bold": 2.8, "new": 2.7, "bright": 2.2}


def drawn(rng: Random, logits: dict[str, float], temperature: float) -> str:
    """Return one of the tokens, drawn as the model would at this temperature."""
    weights = [exp(logit / temperature) for logit in logits.values()]
    return rng.choices(list(logits), weights)[0]


def request(rng: Random, number: int) -> dict:
    """Return one request with the candidates for its deciding token."""
    client = rng.choice(CLIENTS)
    feature = "copy" if rng.random() < 0.2 else "support"
    prompt = "p6" if client == "web 3.2" and rng.random() < 0.2 else "p7"
    logits = SLOGANS if feature == "copy" else DAYS[prompt]
    logits = {token: round(logit + rng.gauss(0, 0.2), 2) for token, logit in logits.items()}
    sent = None if client == "ios 5.1" else AGREED[feature]
    used = SERVER_DEFAULT if sent is None else sent
    about = {"request": f"q{number:03}", "client": client, "feature": feature, "prompt": prompt}
    return about | {"temperature_sent": sent, "temperature": used, "logits": logits, "token": drawn(rng, logits, used)}


def main() -> None:
    """Write the file and print what a trace should find."""
    rng = Random(32)
    events, complaints = [], 0
    for number in range(160):
        event = request(rng, number)
        events.append(event)
        if event["feature"] == "support" and event["token"] != "30" and rng.random() < 0.6:
            complaints += 1
            text = f"Your assistant gave me {event['token']} days to return it. It's 30, isn't it?"
            events.append({"complaint": f"c{complaints:02}", "about": event["request"], "text": text})
            print(f"c{complaints:02}", event["request"], event["client"], event["prompt"], event["temperature"])
    lines = [json.dumps(event) + "\n" for event in events]
    Path(__file__).with_name("log.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
