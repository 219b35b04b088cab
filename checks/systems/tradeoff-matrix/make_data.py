"""Write configurations.json, invented measurements of a question-answering service in many configurations.

Three models, three numbers of passages, with and without a reranker; some in 8 bits. More passages help until they
distract. One configuration was measured in two regions, with the same result to the last digit shown.
"""

import json
from pathlib import Path
from random import Random

MODELS = {"small": (0.35, 210, 0.66), "medium": (1.3, 420, 0.74), "large": (4.1, 980, 0.8)}
PASSAGES = {3: 0.06, 8: 0.11, 20: 0.085}  # share of right answers gained


def measured(rng: Random, model: str, passages: int, reranked: bool, bits: int) -> dict:
    """Return the figures of one configuration."""
    usd, ms, right = MODELS[model]
    small = 0.6 if bits == 8 else 1
    mean_ms = (ms + 22 * passages) * (0.8 if bits == 8 else 1) + 70 * reranked
    extras = [f"{passages} passages", *["reranked"] * reranked, *["8-bit"] * (bits == 8)]
    return {
        "name": ", ".join([model, *extras]),
        "usd_per_1000": round(usd * small * (1 + 0.09 * passages) + 0.4 * reranked + rng.uniform(0, 0.1), 2),
        "mean_ms": round(mean_ms * rng.uniform(0.95, 1.05)),
        "p95_ms": round(mean_ms * rng.uniform(1.5, 2.1)),
        "right": round(right + PASSAGES[passages] + 0.03 * reranked - 0.015 * (bits == 8) + rng.gauss(0, 0.008), 3),
    }


def main() -> None:
    """Write the file beside this script."""
    rng = Random(50)
    every = [(model, passages, reranked) for model in MODELS for passages in PASSAGES for reranked in (False, True)]
    configs = [measured(rng, *config, 16) for config in every]
    configs += [measured(rng, model, 8, True, 8) for model in ("medium", "large")]
    twin = next(config for config in configs if config["name"] == "medium, 8 passages, reranked")
    configs.append(twin | {"name": twin["name"] + ", second region"})
    rng.shuffle(configs)
    about = "An example written for this handbook: invented measurements. No real service, no real model."
    rows = ",\n".join(f"    {json.dumps(config)}" for config in configs)
    text = f'{{\n  "about": {json.dumps(about)},\n  "configurations": [\n{rows}\n  ]\n}}\n'
    Path(__file__).with_name("configurations.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
