"""Judges failure_rates(lines) on short logs that can be counted by hand, and on the evening in gateway.jsonl."""

import json
import random

import pytest
from answer import failure_rates

GOOD = '{"request_id": "good", "endpoint": "/chat", "status": 200, "attempt": 1}'


class Rate(float):
    """A failure rate, equal to any number within 1e-9."""

    def __eq__(self, other):
        return isinstance(other, int | float) and abs(self - other) <= 1e-9

    __hash__ = float.__hash__


def report(endpoints, malformed=0):
    """Return the full report, given {endpoint: (requests, failures)} and the number of malformed lines."""
    counts = {
        name: {"requests": requests, "failures": failures, "rate": Rate(failures / requests)}
        for name, (requests, failures) in endpoints.items()
    }
    return {"endpoints": counts, "malformed": malformed}


def differences(got, expected):
    """Return where a report isn't the one expected, in words."""
    if not isinstance(got, dict) or set(got) != set(expected) or not isinstance(got["endpoints"], dict):
        return ["the report hasn't the form that the task shows"]
    names = sorted(got["endpoints"].keys() | expected["endpoints"].keys(), key=str)
    pairs = [(name, got["endpoints"].get(name), expected["endpoints"].get(name)) for name in names]
    pairs.append(("malformed", got["malformed"], expected["malformed"]))
    return [f"{name}: expected {wanted}, found {found}" for name, found, wanted in pairs if found != wanted]


def line(request_id, endpoint, status, attempt=1):
    """Return a record as a line without an ending."""
    return json.dumps({"request_id": request_id, "endpoint": endpoint, "status": status, "attempt": attempt})


def seeded_lines(seed):
    """Return 40 lines of 12 requests, no attempt given twice, in any order; the same ones for the same seed."""
    generator = random.Random(seed)
    attempts = [(f"r{number}", attempt) for number in range(12) for attempt in range(1, 5)]
    return [
        line(request_id, generator.choice(["/chat", "/embed"]), generator.choice([200, 429, 500]), attempt)
        for request_id, attempt in generator.sample(attempts, 40)
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([line("r1", "/chat", 200)], report({"/chat": (1, 0)}), id="one_success"),
        pytest.param(
            [line("r1", "/chat", 500), line("r2", "/embed", 200), line("r3", "/chat", 200), line("r4", "/chat", 200)],
            report({"/chat": (3, 1), "/embed": (1, 0)}),
            id="two_endpoints",
        ),
    ],
)
def test_each_endpoint_has_its_own_rate(lines, expected):
    """Requests, failures and their rate are counted by endpoint."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([line("r1", "/chat", 399)], report({"/chat": (1, 0)}), id="399"),
        pytest.param([line("r1", "/chat", 400)], report({"/chat": (1, 1)}), id="400"),
        pytest.param([line("r1", "/chat", 429)], report({"/chat": (1, 1)}), id="429_rate_limit"),
        pytest.param([line("r1", "/chat", 503)], report({"/chat": (1, 1)}), id="503"),
    ],
)
def test_a_status_of_400_or_more_is_a_failure(lines, expected):
    """Each status from 400 up is a failure, none below is."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/chat", 200, 2)],
            report({"/chat": (1, 0)}),
            id="the_retry_succeeds",
        ),
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/chat", 503, 2), line("r1", "/chat", 503, 3)],
            report({"/chat": (1, 1)}),
            id="every_attempt_fails",
        ),
        pytest.param(
            [line("r1", "/chat", 200, 2), line("r1", "/chat", 503, 1)],
            report({"/chat": (1, 0)}),
            id="the_retry_stands_first",
        ),
        pytest.param(
            [line("r1", "/chat", 200, 9), line("r1", "/chat", 500, 10), line("r1", "/chat", 200, 2)],
            report({"/chat": (1, 1)}),
            id="attempts_2_9_and_10",
        ),
        pytest.param(
            [line("r1", "/chat", 200, 2), line("r1", "/chat", 504, 2), line("r1", "/chat", 200, 1)],
            report({"/chat": (1, 1)}),
            id="equal_attempts",
        ),
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/lite", 200, 2)],
            report({"/lite": (1, 0)}),
            id="the_retry_goes_to_another_endpoint",
        ),
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r2", "/chat", 200), line("r1", "/lite", 503, 2)],
            report({"/chat": (1, 0), "/lite": (1, 1)}),
            id="only_one_of_two_requests_moves",
        ),
        pytest.param(
            [line("r1", "/chat", 200, 0), line("r1", "/chat", 500, -1)],
            report({"/chat": (1, 0)}),
            id="attempts_0_and_minus_1",
        ),
    ],
)
def test_the_highest_attempt_decides(lines, expected):
    """A request counts once: its highest attempt gives endpoint and status, the later line among equals."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(['{"request_id": "r1", "endpoint": "/chat", "sta', GOOD], report({"/chat": (1, 0)}, 1), id="cut"),
        pytest.param([GOOD, "worker 4 started"], report({"/chat": (1, 0)}, 1), id="plain_text"),
        pytest.param(["X", GOOD], report({"/chat": (1, 0)}, 1), id="one_letter"),
        pytest.param([line("r1", "/chat", 500) + line("r2", "/chat", 500)], report({}, 1), id="two_records_in_a_line"),
        pytest.param(["null", "[]", GOOD], report({"/chat": (1, 0)}, 2), id="json_but_no_object"),
        pytest.param(["{}", GOOD], report({"/chat": (1, 0)}, 1), id="no_key_at_all"),
        pytest.param(['{"request_id": "r1", "endpoint": "/chat", "status": 500}'], report({}, 1), id="no_attempt"),
        pytest.param([line(17, "/chat", 500)], report({}, 1), id="request_id_a_number"),
        pytest.param([line("r1", None, 500)], report({}, 1), id="endpoint_null"),
        pytest.param([line("r1", "/chat", "500")], report({}, 1), id="status_a_text"),
        pytest.param([line("r1", "/chat", 200.0)], report({}, 1), id="status_200_point_0"),
        pytest.param([line("r1", "/chat", True)], report({}, 1), id="status_true"),
        pytest.param([line("r1", "/chat", 500, True)], report({}, 1), id="attempt_true"),
    ],
)
def test_a_malformed_line_is_counted_as_malformed(lines, expected):
    """A line that is no record adds 1 to the malformed lines, and nothing to an endpoint."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/chat", 200, 2)[:-9]],
            report({"/chat": (1, 1)}, 1),
            id="cut",
        ),
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/lite", None, 2)],
            report({"/chat": (1, 1)}, 1),
            id="without_a_status",
        ),
    ],
)
def test_a_malformed_retry_decides_nothing(lines, expected):
    """When the line of the retry is malformed, the attempt before it still decides."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([GOOD, "", "\n", "\r\n"], report({"/chat": (1, 0)}), id="nothing_but_the_ending"),
        pytest.param(["  \n", "\t", " \t \r\n", GOOD], report({"/chat": (1, 0)}), id="spaces_and_tabs"),
    ],
)
def test_a_blank_line_is_skipped(lines, expected):
    """A blank line is neither a request nor malformed."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([f"{GOOD}\n", line("r2", "/chat", 500)], report({"/chat": (2, 1)}), id="lf_and_no_ending"),
        pytest.param([f"{GOOD}\r\n", line("r2", "/chat", 500) + "\r\n"], report({"/chat": (2, 1)}), id="crlf"),
        pytest.param([f"\ufeff{GOOD}\n"], report({"/chat": (1, 0)}), id="bom_on_the_first_line"),
        pytest.param(
            [f"{GOOD}\n", f"\ufeff{line('r2', '/chat', 500)}\r\n"],
            report({"/chat": (2, 1)}),
            id="bom_on_a_later_line",
        ),
    ],
)
def test_ending_and_bom_do_not_matter(lines, expected):
    """A record counts the same whatever ends its line, and with or without a BOM before it."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ['{"ms": 8, ' + GOOD[1:-1] + ', "tags": [{"a": null}]}'], report({"/chat": (1, 0)}), id="more_keys"
        ),
        pytest.param([line("", "", 0), line("", "", 500, 0)], report({"": (1, 0)}), id="empty_texts_and_zeros"),
        pytest.param(
            ['{"request_id": "r\u2028", "endpoint": "/größe", "status": 500, "attempt": 1}\n'],
            report({"/größe": (1, 1)}),
            id="text_beyond_ascii",
        ),
    ],
)
def test_any_text_and_any_whole_number_will_do(lines, expected):
    """Other keys don't matter, and neither does what the texts say or how large the whole numbers are."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([], report({}), id="no_lines"),
        pytest.param(["\n", " \n"], report({}), id="only_blank_lines"),
        pytest.param(["panic: disk full\n"], report({}, 1), id="only_a_malformed_line"),
    ],
)
def test_a_log_without_requests_has_no_endpoints(lines, expected):
    """With nothing to count there are no endpoints, and no error."""
    assert failure_rates(lines) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(
            "gateway.jsonl",
            report(
                {
                    "/v1/chat": (101, 0),
                    "/v1/chat-lite": (11, 4),
                    "/v1/classify": (6, 0),
                    "/v1/embed": (84, 1),
                    "/v1/rerank": (86, 27),
                },
                10,
            ),
            id="gateway_jsonl",
        )
    ],
)
def test_the_whole_evening(name, expected):
    """The counts of the whole evening in gateway.jsonl are right."""
    with open(name, encoding="utf-8", newline="\n") as lines:
        got = failure_rates(lines)
    # In words, since one mistake shows in the short logs above and two together would only blur the picture here.
    assert not differences(got, expected), "; ".join(differences(got, expected))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [line("r1", "/chat", 503, 1), line("r1", "/chat", 200, 2), "{"],
            report({"/chat": (1, 0)}, 1),
            id="three_lines",
        )
    ],
)
def test_lines_may_be_a_stream(lines, expected):
    """A generator that can be read only once is as good as a list."""
    assert failure_rates(each for each in lines) == expected


@pytest.mark.parametrize("lines", [pytest.param(["\ufeff{}\r\n", "\n", GOOD], id="three_lines")])
def test_the_lines_are_left_alone(lines):
    """After the call the list of lines is what it was."""
    before = list(lines)
    failure_rates(lines)
    assert lines == before


@pytest.mark.parametrize("lines", [pytest.param(seeded_lines(seed), id=f"seed_{seed}") for seed in (1, 2)])
def test_the_order_of_different_attempts_does_not_matter(lines):
    """Turning a log upside down changes nothing, as long as no attempt is given twice."""
    assert failure_rates(lines[::-1]) == failure_rates(lines)


def test_a_fresh_log_each_time(seed):
    """A log drawn anew for each attempt, retries in any order and junk between them: the rates are right."""
    draw = random.Random(seed)
    lines, ends = ["cut {", "", " \t"], {"/chat": [], "/embed": []}
    for number in range(25):
        attempts = draw.sample(range(1, 9), draw.randint(1, 4))
        endpoint, status = draw.choice(["/chat", "/embed"]), draw.choice([200, 429, 500])
        ends[endpoint].append(status >= 400)
        lines += [line(f"r{number}", endpoint, status, max(attempts))]
        lines += [
            line(f"r{number}", "/chat", draw.choice([200, 503]), each) for each in attempts if each < max(attempts)
        ]
    draw.shuffle(lines)
    rates = {endpoint: (len(failed), sum(failed)) for endpoint, failed in ends.items() if failed}
    assert differences(failure_rates(lines), report(rates, 1)) == []
