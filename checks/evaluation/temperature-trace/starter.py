"""Was it the temperature? Token probabilities, and the complaints they explain."""

import json
from collections.abc import Sequence

Vector = Sequence[float]


def softmax(logits: Vector, temperature: float = 1.0) -> list[float]:
    """Return the probability of each token at this temperature; raise ValueError where there is none."""
    raise NotImplementedError("write softmax; what does exp do with a logit of 10,000?")


def probability(request: dict, temperature: float) -> float:
    """Return how probable the token that was drawn is at this temperature. This part is done for you."""
    return softmax(list(request["logits"].values()), temperature)[list(request["logits"]).index(request["token"])]


if __name__ == "__main__":  # Run traces each complaint to its request; change it, and ask further
    with open("log.jsonl", encoding="utf-8") as file:
        events = [json.loads(line) for line in file]
    requests = {event["request"]: event for event in events if "request" in event}
    agreed = {"support": 0.2, "copy": 0.9}
    print("complaint  request  client       prompt  temperature  token  its probability  at the agreed one")
    for complaint in (event for event in events if "complaint" in event):
        asked = requests[complaint["about"]]
        print(f"{complaint['complaint']:9}  {asked['request']:7}  {asked['client']:11}  {asked['prompt']:6}", end="  ")
        print(
            f"{asked['temperature']:11.1f}  {asked['token']:5}  {probability(asked, asked['temperature']):15.3f}",
            end="  ",
        )
        print(f"{probability(asked, agreed[asked['feature']]):16.6f}")
