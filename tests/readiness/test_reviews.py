"""The page's schedule (ts-fsrs in JavaScript) is the one that Python's fsrs computes from the same reviews."""

import json
import random
import subprocess
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

HERE = Path(__file__).parent
START = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
AGAIN, HARD, GOOD, EASY = Rating

# name: (days after START, rating) of each review, the earliest first
HISTORIES: dict[str, list[tuple[float, Rating]]] = {
    "first again": [(0, AGAIN)],
    "first hard": [(0, HARD)],
    "first good": [(0, GOOD)],
    "first easy": [(0, EASY)],
    "on time": [(0, GOOD), (2, GOOD), (13, GOOD), (60, GOOD)],
    "forgotten": [(0, EASY), (8, GOOD), (40, AGAIN), (41, GOOD)],
    "hard all along": [(0, HARD), (1, HARD), (3, HARD), (7, HARD), (15, HARD)],
    "again all along": [(day, AGAIN) for day in range(9)],
    "easy all along": [(0, EASY), (10, EASY), (60, EASY), (400, EASY)],
    "half a day later": [(0, AGAIN), (0.55, GOOD), (1.2, GOOD)],
    "hours short of a day": [(0, GOOD), (2.95, GOOD), (11.4, HARD)],
    "years later": [(0, GOOD), (2000, GOOD)],
}


def any_history(seed: int) -> list[tuple[float, Rating]]:
    """Return a history of up to nine reviews, at least half a day apart, as sittings are."""
    dice = random.Random(seed)
    day = 0.0
    history = []
    for _ in range(dice.randint(1, 9)):
        history.append((day, dice.choice(list(Rating))))
        day += dice.choice([0.51, 0.9, 1, 3.7, 12, 55.5, 300])
    return history


CASES = {**HISTORIES, **{f"any-{seed}": any_history(seed) for seed in range(60)}}


def moment(day: float) -> datetime:
    """Return a moment in whole milliseconds, as JavaScript counts."""
    return START + timedelta(milliseconds=round(day * 86_400_000))


def by_the_oracle(history: list[tuple[float, Rating]]) -> Card:
    """Schedule a history with Python's fsrs, set as the page sets its own: no steps, no chance."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card()
    for day, rating in history:
        card, _ = scheduler.review_card(card, rating, moment(day))
    return card


@cache
def by_the_page() -> dict[str, dict[str, Any]]:
    """Schedule all histories in Node, in one go."""
    reviews = [
        [{"at": round(moment(day).timestamp() * 1000), "rating": int(rating)} for day, rating in history]
        for history in CASES.values()
    ]
    command = ["node", str(HERE / "schedule.mjs")]
    done = subprocess.run(command, input=json.dumps(reviews), capture_output=True, text=True, check=True)
    return dict(zip(CASES, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("name", CASES)
def test_page_schedules_as_the_oracle_does(name: str) -> None:
    """Stability and difficulty to six digits, the due date to the millisecond."""
    card, memory = by_the_oracle(CASES[name]), by_the_page()[name]
    assert memory["stability"] == pytest.approx(card.stability, rel=1e-6)
    assert memory["difficulty"] == pytest.approx(card.difficulty, rel=1e-6)
    assert datetime.fromtimestamp(memory["due"] / 1000, UTC) == card.due
