"""Makes drift-investigation.json: an invented month of an invented assistant. Seeded, so that it comes out the same."""

import json
from math import sqrt
from random import Random
from unicodedata import normalize

OUTCOMES = ["answered", "asked back", "refused", "cut short"]
USUAL = {"en": [90, 5, 3, 2], "de": [88, 6, 4, 2], "ja": [80, 10, 7, 3]}
BROKEN = {"en": [90, 5, 3, 2], "de": [86, 7, 5, 2], "ja": [60, 13, 23, 4]}
BEFORE, AFTER = {"en": 60, "de": 28, "ja": 12}, {"en": 52, "de": 25, "ja": 23}  # a customer joins on day 19
ROLLOUT, CUSTOMER, REBUILD = 17, 19, 22
PER_DAY = 800

WORDS = ["ﾎｹﾝ", "ｶｰﾄﾞ", "ﾒｰﾙ", "ﾛｸﾞｲﾝ", "ｱﾌﾟﾘ", "ﾊﾟｽﾜｰﾄﾞ", "住所", "契約", "請求書", "領収書"]
ENDINGS = ["の変更方法", "が使えません", "を再発行したい", "の確認"]
SIZE = 6


def month(rng: Random) -> list[dict[str, object]]:
    """Return what each day's answers came to, by language and model version."""
    days = []
    for day in range(1, 29):
        counts: dict[str, list[int]] = {}
        mix = AFTER if day >= CUSTOMER else BEFORE
        for _ in range(PER_DAY + rng.randrange(-60, 61)):
            language = rng.choices(list(mix), list(mix.values()))[0]
            version = "m-42" if day >= ROLLOUT and rng.random() < 0.5 else "m-41"
            chances = (BROKEN if day >= REBUILD else USUAL)[language]
            cell = counts.setdefault(f"{language} {version}", [0] * len(OUTCOMES))
            cell[rng.choices(range(len(OUTCOMES)), chances)[0]] += 1
        days.append({"day": day, "counts": dict(sorted(counts.items()))})
    return days


def replays(rng: Random) -> dict[str, dict[str, str]]:
    """Return the outcomes, as first letters, of 50 fixed prompts a language: as recorded, and in four runs since."""
    runs = {}
    for language in USUAL:
        record = "".join(rng.choices(["a", "s", "r", "c"], USUAL[language], k=50))  # s: asked back
        harm = {"en": 0.0, "de": 0.04, "ja": 0.3}[language]
        hit = [rng.random() < harm for _ in record]
        old_41 = wobble(record, 0.01, rng)
        old_42 = wobble(record, 0.03, rng)
        runs[language] = {
            "record": record,
            "m-41, old path": old_41,
            "m-42, old path": old_42,
            "m-41, new path": "".join("r" if bad else one for one, bad in zip(old_41, hit, strict=True)),
            "m-42, new path": "".join("r" if bad else one for one, bad in zip(old_42, hit, strict=True)),
        }
    return runs


def wobble(outcomes: str, chance: float, rng: Random) -> str:
    """Return the outcomes of a run in which some come out otherwise for no reason."""
    return "".join(rng.choice("as") if rng.random() < chance else one for one in outcomes)


def vectors(rng: Random) -> list[dict[str, object]]:
    """Return questions with the vector of the passage that answers each, and their own by the old and the new path."""
    rows = []
    for text in [word + ending for word in WORDS for ending in ENDINGS]:
        passage = unit([rng.gauss(0, 1) for _ in range(SIZE)])
        before = unit([x + rng.gauss(0, 0.22) for x in passage])
        moved = 0.34 if normalize("NFKC", text) != text else 0.004  # batches of other sizes add up in another order
        after = unit([x + rng.gauss(0, moved) for x in before])
        rows.append({"text": text, "passage": passage, "old": before, "new": after})
    return rows


def unit(vector: list[float]) -> list[float]:
    """Return a vector of length 1."""
    length = sqrt(sum(x * x for x in vector))
    return [round(x / length, 3) for x in vector]


def lines(rows: list[dict[str, object]]) -> str:
    """Return JSON with one row a line, so that a difference can be read."""
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"


def main() -> None:
    """Write the file into the present folder."""
    rng = Random(2210)
    parts = {
        "about": json.dumps("Invented, as an example; written by make_data.py."),
        "outcomes": json.dumps(OUTCOMES),
        "days": lines(month(rng)),
        "replays": json.dumps(replays(rng), indent=1),
        "questions": lines(vectors(rng)),
    }
    text = ",\n".join(f'"{name}": {value}' for name, value in parts.items())
    with open("drift-investigation.json", "w", encoding="utf-8") as file:
        file.write(f"{{\n{text}\n}}\n")


if __name__ == "__main__":
    main()
