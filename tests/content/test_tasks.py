"""What figures, orders, matches and classes of this book promise, worked out again."""

from dataclasses import dataclass

import pytest

from prepbook.kinds.number import NumberCheck
from prepbook.kinds.order import OrderCheck
from tests.book import ROOT, checks_of, the_book


@dataclass(frozen=True)
class Cache:
    """The KV cache of the example, with one factor changed at a time for the likely mistakes."""

    layers: int = 48
    heads: int = 8
    numbers: int = 128
    vectors: int = 2
    size: float = 2

    @property
    def token(self) -> float:
        """Bytes that one token of one conversation takes."""
        return self.vectors * self.layers * self.heads * self.numbers * self.size

    def gib(self, batch: int = 8) -> float:
        """GiB that conversations of 32,768 tokens take."""
        return self.token * 32_768 * batch / 2**30


RIGHT = Cache()
QUERY_HEADS = Cache(heads=48)
HALF = Cache(vectors=1)
FIGURES = [
    (RIGHT.token, [QUERY_HEADS.token, HALF.token, Cache(heads=48, size=1).token, Cache(layers=1).token]),
    (RIGHT.gib(), [RIGHT.gib() * 2**30 / 1e9, RIGHT.gib(1), HALF.gib(), QUERY_HEADS.gib(), Cache(layers=1).gib()]),
    (70 // RIGHT.gib(1), [70 // RIGHT.gib(1) + 1, 70 / RIGHT.gib(1), 70 // HALF.gib(1), 70 // QUERY_HEADS.gib(1)]),
]
MORE_MISTAKES = [[Cache(heads=1).token, RIGHT.token * 8], [], [70e9 // (RIGHT.gib(1) * 2**30)]]


@pytest.mark.parametrize("number", range(3))
def test_figures_of_the_cache_are_what_the_formula_gives(number: int) -> None:
    """Right and likely wrong figures both, so that no feedback explains a figure that nobody reaches."""
    check = the_book().checks["kv-cache-figures"]
    assert isinstance(check, NumberCheck)
    part, (right, mistakes) = check.spec.parts[number], FIGURES[number]
    assert part.answers == [right]
    expected = sorted([*mistakes, *MORE_MISTAKES[number]])
    assert sorted(likely.value for likely in part.likely) == pytest.approx(expected, rel=1e-3)


def test_text_of_the_figures_counts_right() -> None:
    """The sums in hints, solution and the priced 50 ms are true."""
    assert 48 * 8 == 384
    assert 128 * 2 * 2 == 512
    assert 512 * 384 == 192 * 1024 == RIGHT.token
    assert RIGHT.token * 32_768 == 6_442_450_944 == 6 * 2**30
    assert round(70 / 6, 2) == 11.67
    assert round(40_000_000 * 0.05 / 86_400) == 23


WORDS, RATE, OTHER_RATE, OUT, WINDOW = 6_000, 1.3, 2.0, 400, 8_192
USD_IN, USD_OUT = 2.5, 10.0  # for a million tokens


def usd(tokens_in: float, price_in: float = USD_IN, price_out: float = USD_OUT, out: int = OUT) -> float:
    """Dollars for 1,000 summaries."""
    return 1000 * (tokens_in * price_in + out * price_out) / 1_000_000


TOKENS = WORDS * RATE
TOKEN_FIGURES = [
    (TOKENS, [WORDS / RATE, WORDS, TOKENS + OUT, WORDS * OTHER_RATE]),
    (
        usd(TOKENS),
        [
            usd(TOKENS, USD_OUT, USD_IN),
            usd(WORDS),
            usd(TOKENS, out=0),
            usd(TOKENS) / 1000,
            usd(TOKENS, price_in=USD_OUT),
            usd(TOKENS, price_out=USD_IN),
        ],
    ),
    (
        (WINDOW - OUT) / OTHER_RATE,
        [
            WINDOW / OTHER_RATE,
            (WINDOW - OUT) // RATE,
            WINDOW // RATE,
            (WINDOW - OUT) * OTHER_RATE,
            (WINDOW - OUT / 2) / OTHER_RATE,
        ],
    ),
]


@pytest.mark.parametrize("number", range(3))
def test_token_figures_are_what_the_rates_give(number: int) -> None:
    """Right and likely wrong figures both, as with the cache."""
    check = the_book().checks["token-figures"]
    assert isinstance(check, NumberCheck)
    part, (right, mistakes) = check.spec.parts[number], TOKEN_FIGURES[number]
    assert part.answers == [pytest.approx(right)]
    assert sorted(likely.value for likely in part.likely) == pytest.approx(sorted(mistakes), rel=1e-3)


def test_practice_page_lists_every_quiz() -> None:
    """Whoever looks for questions finds all of them in one place, each by its link."""
    page = (ROOT / "docs" / "practice" / "index.md").read_text(encoding="utf-8")
    quizzes = {id for id, check in the_book().checks.items() if check.spec.kind == "quiz"}
    assert {id for id in quizzes if f"#check-{id})" not in page} == set()


@pytest.mark.parametrize("check", checks_of(OrderCheck), ids=lambda check: check.id)
def test_order_is_shown_mixed_and_whole(check: OrderCheck) -> None:
    """Every item once, in an order that isn't the right one."""
    places = [place for place, _ in check.shown()]
    assert sorted(places) == list(range(len(check.spec.items))) != places


@pytest.mark.parametrize("check", checks_of(OrderCheck), ids=lambda check: check.id)
def test_help_on_a_misplaced_item_does_not_name_its_place(check: OrderCheck) -> None:
    """Who stands wrong gets something to think of, not the number."""
    telling = {"first", "second", "third", "fourth", "fifth", "last", "final"}
    telling |= {"premier", "deuxième", "troisième", "quatrième", "cinquième", "dernier"}
    for item in check.spec.items:
        assert not telling & set(item.misplaced.lower().replace(",", " ").split())
