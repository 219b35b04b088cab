"""Judges as_of_rates, leaking, auc and quality, on short tables worked by hand and on impressions.csv."""

import copy
import csv
import random

import pytest
from answer import as_of_rates, auc, leaking, quality

DAY_10 = 10 * 86_400
FEATURES = {"user_rate": "user", "item_rate": "item", "shelf_rate": "shelf"}


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def table(*rows):
    """Return rows written as "time user clicked", in an order that isn't time's."""
    return [dict(zip(("time_s", "user", "clicked"), map(as_number, row.split()))) for row in rows]


def as_number(text):
    """Return a number where the text is one."""
    return int(text) if text.isdigit() else text


def with_column(rows, name, values):
    """Return the rows with one column more."""
    return [row | {name: value} for row, value in zip(rows, values)]


def impressions():
    """Return fresh rows of impressions.csv, numbers as numbers."""
    with open("impressions.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row |= {name: float(row[name]) for name in FEATURES} | {name: int(row[name]) for name in ("time_s", "clicked")}
    return rows


def drawn(seed, count=60):
    """Return rows drawn for this seed: few users, many of them at one time."""
    generator = random.Random(seed)
    return [
        {"time_s": generator.randrange(20), "user": generator.choice("abc"), "clicked": generator.randrange(2)}
        for _ in range(count)
    ]


SIX = table("30 a 1", "10 a 1", "20 a 0", "20 a 1", "10 b 0", "30 b 1")
SIX_KNOWN = [2 / 3, 0.1, 1.0, 1.0, 0.1, 0.0]
SIX_FROM_A_HALF = with_column(SIX, "rate", [2 / 3, 0.5, 1.0, 1.0, 0.5, 0.0])
WHOLE_TABLE = [0.75, 0.75, 0.75, 0.75, 0.5, 0.5]
LEFT_ONE_OUT = [2 / 3, 2 / 3, 1.0, 2 / 3, 1.0, 0.0]
SAME_TIME = [2 / 3, 1.0, 2 / 3, 2 / 3, 0.0, 0.5]


@pytest.mark.parametrize(
    ("rows", "default", "expected"),
    [
        pytest.param(SIX, 0.1, SIX_KNOWN, id="six_rows"),
        pytest.param(SIX, 0.5, [2 / 3, 0.5, 1.0, 1.0, 0.5, 0.0], id="another_default"),
        pytest.param(table("5 a 1"), 0.1, [0.1], id="one_row"),
        pytest.param(table("5 a 1", "5 a 0", "5 a 1"), 0.2, [0.2, 0.2, 0.2], id="all_at_one_time"),
        pytest.param(table("4 a 0", "3 a 0", "2 a 1", "1 a 1"), 0.1, [2 / 3, 1.0, 1.0, 0.1], id="latest_first"),
        pytest.param([], 0.1, [], id="no_rows"),
    ],
)
def test_rates_known_at_the_time(rows, default, expected):
    """Each row gets the mean over strictly earlier rows of its user, in the order of the rows."""
    assert as_of_rates(rows, "user", default) == close(expected)


@pytest.mark.parametrize(
    ("key", "rows", "expected"),
    [pytest.param("clicked", table("2 a 1", "1 b 1", "3 c 0"), [1.0, 0.1, 0.1], id="any_column_may_be_the_key")],
)
def test_rates_by_another_column_with_the_usual_default(key, rows, expected):
    """The key decides which rows belong together, and the default is 0.1."""
    assert as_of_rates(rows, key) == close(expected)


def test_rates_of_a_table_drawn_anew(seed):
    """On rows drawn anew for each attempt, each rate is the mean over the rows that come before in time."""
    rows = drawn(seed)
    earlier = [
        [other["clicked"] for other in rows if other["user"] == row["user"] and other["time_s"] < row["time_s"]]
        for row in rows
    ]
    assert as_of_rates(rows, "user") == close([sum(seen) / len(seen) if seen else 0.1 for seen in earlier])


@pytest.mark.parametrize(
    ("rows", "columns", "expected"),
    [
        pytest.param(SIX, {"honest": SIX_KNOWN, "whole": WHOLE_TABLE}, ["whole"], id="average_of_the_whole_table"),
        pytest.param(SIX, {"honest": SIX_KNOWN}, [], id="none_leaks"),
        pytest.param(SIX, {"rounded": [0.6663, 0.1, 1.0, 1.0, 0.1, 0.0004]}, [], id="rounding_is_no_leak"),
        pytest.param(SIX, {"one_row": [2 / 3, 0.1, 1.0, 0.98, 0.1, 0.0]}, ["one_row"], id="one_row_too_low"),
        pytest.param(
            SIX, {"z": LEFT_ONE_OUT, "a": SAME_TIME, "h": SIX_KNOWN}, ["a", "z"], id="two_leak_and_are_sorted"
        ),
    ],
)
def test_columns_that_know_too_much(rows, columns, expected):
    """Of the columns of six rows, those that hold another value than was known are named."""
    for name, values in columns.items():
        rows = with_column(rows, name, values)
    assert leaking(rows, dict.fromkeys(columns, "user")) == expected


@pytest.mark.parametrize(
    ("rows", "default", "expected"),
    [
        pytest.param(SIX_FROM_A_HALF, 0.5, [], id="the_default_they_used"),
        pytest.param(SIX_FROM_A_HALF, 0.1, ["rate"], id="another_default"),
    ],
)
def test_default_belongs_to_what_was_known(rows, default, expected):
    """A column that has 0.5 where nothing was known is honest with that default."""
    assert leaking(rows, {"rate": "user"}, default) == expected


@pytest.mark.parametrize(
    ("features", "expected"),
    [pytest.param(FEATURES, ["item_rate"], id="the_table"), pytest.param({}, [], id="no_features")],
)
def test_leaking_column_of_the_table(features, expected):
    """In impressions.csv the column that leaks is found; it isn't the strongest one."""
    assert leaking(impressions(), features) == expected


@pytest.mark.parametrize(
    ("scores", "labels", "expected"),
    [
        pytest.param([0.9, 0.2, 0.4, 0.7], [1, 0, 1, 0], 0.75, id="three_of_four_pairs"),
        pytest.param([0.5, 0.5], [1, 0], 0.5, id="a_tie"),
        pytest.param([0.5, 0.5, 0.1, 0.8], [1, 0, 0, 1], 0.875, id="a_tie_among_four_pairs"),
        pytest.param([3, 2, 1], [0, 0, 1], 0.0, id="all_wrong"),
        pytest.param((0.1, 0.6), (0, 1), 1.0, id="tuples"),
    ],
)
def test_auc_of_a_few_rows(scores, labels, expected):
    """The share of pairs in order is the one found by counting."""
    assert auc(scores, labels) == close(expected)


def test_scores_turned_around_rank_the_other_way(seed):
    """On scores drawn anew for each attempt, ties among them, the AUC of -scores is 1 minus the AUC."""
    generator = random.Random(seed)
    scores, labels = [generator.randrange(9) for _ in range(30)], [0, 1, *(generator.randrange(2) for _ in range(28))]
    assert auc([-score for score in scores], labels) == close(1 - auc(scores, labels))


@pytest.mark.parametrize(
    ("column", "key", "expected"),
    [
        pytest.param("item_rate", "item", (0.8073, 0.584), id="item_rate"),
        pytest.param("user_rate", "user", (0.8384, 0.8384), id="user_rate"),
        pytest.param("shelf_rate", "shelf", (0.521, 0.521), id="shelf_rate"),
    ],
)
def test_quality_on_the_table(column, key, expected):
    """From day 10 on, the AUC of each column as stored and as known at the time is right."""
    assert quality(impressions(), column, key, DAY_10) == close(expected)


LATE = table("40 b 1", "10 a 1", "30 b 0", "20 a 0", "30 a 0", "10 b 1", "20 c 1", "40 a 1")
LATE = with_column(LATE, "rate", [0.6, 0.4, 0.7, 0.9, 0.3, 0.8, 0.2, 0.5])


@pytest.mark.parametrize(
    ("rows", "cut_s", "default", "expected"),
    [
        pytest.param(LATE, 30, 0.1, (0.5, 0.125), id="from_30_on"),
        pytest.param(LATE, 20, 0.1, (2 / 9, 1 / 18), id="from_20_on"),
        pytest.param(LATE, 0, 0.1, (1 / 3, 1 / 30), id="all_rows"),
        pytest.param(LATE, 20, 0.9, (2 / 9, 1 / 6), id="another_default"),
    ],
)
def test_quality_of_a_few_rows(rows, cut_s, default, expected):
    """The rows from the cut on are tested, and everything strictly earlier is history."""
    assert quality(rows, "rate", "user", cut_s, default) == close(expected)


@pytest.mark.parametrize(
    ("scores", "labels"),
    [
        pytest.param([0.1, 0.2], [1, 1], id="all_clicked"),
        pytest.param([0.1, 0.2], [0, 0], id="none_clicked"),
        pytest.param([], [], id="nothing"),
        pytest.param([0.1, 0.2, 0.3], [1, 0], id="a_label_missing"),
        pytest.param([0.1, 0.2], [1, 0, 1], id="a_score_missing"),
    ],
)
def test_auc_refuses_what_has_none(scores, labels):
    """One kind of row only, or lengths that differ, raise ValueError."""
    with pytest.raises(ValueError):
        auc(scores, labels)


@pytest.mark.parametrize("cut_s", [40, 99], ids=["only_clicked_rows", "no_rows"])
def test_quality_refuses_test_rows_of_one_kind(cut_s):
    """From the cut on there must be clicked rows and others, else ValueError."""
    with pytest.raises(ValueError):
        quality(LATE, "rate", "user", cut_s)


@pytest.mark.parametrize("rows", [pytest.param(LATE, id="eight_rows")])
def test_rows_are_left_alone(rows):
    """After the calls the table is what it was, in its order."""
    given = copy.deepcopy(rows)
    before = copy.deepcopy(given)
    as_of_rates(given, "user")
    leaking(given, {"rate": "user"})
    quality(given, "rate", "user", 20)
    assert given == before
