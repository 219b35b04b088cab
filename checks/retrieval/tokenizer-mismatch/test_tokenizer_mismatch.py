"""Judges the five functions on short texts that can be followed by hand, and on Monday's questions to the corpus."""

import copy
import json
import random
import re
import unicodedata
import zlib
from pathlib import Path

import pytest
from answer import culprit, first_divergence, mismatch_rate, recall_at_k, smallest_fix


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(
    ("indexed", "served", "expected"),
    [
        pytest.param(["reset", "my", "key"], ["reset", "My", "key"], 1, id="a_capital"),
        pytest.param(["a", "b", "c"], ["x", "y", "z"], 0, id="from_the_start"),
        pytest.param(["a", "b"], ["a", "b", "c"], 2, id="served_goes_on"),
        pytest.param(["a", "b", "c"], ["a"], 1, id="served_ends"),
        pytest.param(["a", "b"], ["a", "b"], None, id="equal"),
    ],
)
def test_first_divergence_of_short_lists(indexed, served, expected):
    """The first position at which the lists differ is the one found by counting from 0."""
    assert first_divergence(indexed, served) == expected


def by_lower_case(text):
    """Return the words of a text in lower case."""
    return text.lower().split()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["Reset my key", "reset my key", "RESET", "a  b"], 0.5, id="two_of_four"),
        pytest.param(["a B c d e f g h", "A"], 1.0, id="one_token_is_enough"),
        pytest.param(["A", "A", "a"], 2 / 3, id="a_text_that_comes_twice_counts_twice"),
    ],
)
def test_mismatch_rate_of_a_few_texts(texts, expected):
    """With words in lower case against words as they are, the share of texts cut differently is right."""
    assert mismatch_rate(texts, by_lower_case, str.split) == close(expected)


OTHER_SERVING = {
    "sorted": lambda text: sorted(text.split()),
    "without repeats": lambda text: list(dict.fromkeys(text.split())),
}


@pytest.mark.parametrize(
    ("serving", "texts", "expected"),
    [
        pytest.param("sorted", ["b a", "a b", "c", "a c b"], 0.5, id="another_order"),
        pytest.param("without repeats", ["a a b", "a b", "b", "c"], 0.25, id="another_number"),
    ],
)
def test_same_words_in_another_order_or_number_are_a_mismatch(serving, texts, expected):
    """Tokens are compared as lists: order counts, and so does how often a token comes."""
    assert mismatch_rate(iter(texts), str.split, OTHER_SERVING[serving]) == close(expected)


def counts(tokens):
    """Encode tokens as how often each of four words occurs; anything else leaves no trace."""
    return [float(tokens.count(word)) for word in ("key", "quota", "reset", "hook")]


def asked(lines):
    """Return questions written as "text > ids of the relevant documents"."""
    pairs = [line.split(">") for line in lines]
    return [{"text": text.strip(), "relevant": ids.split()} for text, ids in pairs]


HELP = {"keys": "Reset key", "limits": "quota quota quota", "mixed": "key quota reset reset quota key", "hooks": "hook"}
TWINS = {"c": "key", "b": "key key", "a": "quota", "d": "key"}
BLANK = {"a": "", "key": "key quota"}


@pytest.mark.parametrize(
    ("documents", "questions", "k", "expected"),
    [
        pytest.param(HELP, ["reset key > keys", "hook > hooks"], 1, 1.0, id="both_found"),
        pytest.param(HELP, ["reset key > keys hooks"], 2, 0.5, id="one_of_two"),
        pytest.param(HELP, ["quota > limits mixed hooks", "hook > hooks"], 1, 2 / 3, id="questions_weigh_the_same"),
        pytest.param(HELP, ["Reset > keys"], 1, 0.0, id="a_capital_on_the_serving_side"),
        pytest.param(HELP, ["reset key > keys mixed", "key > keys"], 9, 1.0, id="k_beyond_the_documents"),
        pytest.param(TWINS, ["key > b"], 1, 1.0, id="equal_scores_go_by_id"),
        pytest.param(TWINS, ["key > d"], 2, 0.0, id="the_last_of_the_equal"),
        pytest.param(BLANK, ["key > key"], 1, 1.0, id="a_document_without_tokens"),
        pytest.param(TWINS, ["nothing known > a", " > d"], 1, 0.5, id="a_question_without_tokens"),
    ],
)
def test_recall_of_a_few_documents(documents, questions, k, expected):
    """Documents in lower case, questions as they are, each with its relevant ids after ">": the recall is right."""
    assert recall_at_k(documents, asked(questions), k, by_lower_case, str.split, counts) == close(expected)


def prepared_index(text):
    """Return the tokens of the index: lower case, single spaces, "and" for "&"."""
    return " ".join(text.lower().replace("&", "and").split()).split(" ")


def by_space(text):
    """Return what stands between single spaces."""
    return text.split(" ")


STEPS = {
    "capitals": str.upper,
    "lower": str.lower,
    "points": lambda text: re.sub("[.&]", "", text),
    "tabs": lambda text: text.replace("\t", " "),
    "spaces": lambda text: re.sub(" +", " ", text).strip(),
}


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(["reset my key", "quota"], [], id="nothing_to_mend"),
        pytest.param(["Reset my key", "quota"], ["lower"], id="capitals"),
        pytest.param(["Reset.", "my key", "v1.2"], ["lower"], id="points_belong_to_both_sides"),
        pytest.param(["Reset", "my   key"], ["lower", "spaces"], id="two_texts_two_causes"),
        pytest.param(["reset \t my key", "quota"], ["tabs", "spaces"], id="one_step_makes_work_for_the_next"),
        pytest.param(["RESET", "my\tkey", " quota"], ["lower", "tabs", "spaces"], id="three_steps"),
        pytest.param(["reset", "terms & prices", "key"], None, id="no_step_mends_it"),
    ],
)
def test_smallest_fix_of_a_few_texts(texts, expected):
    """Of five steps, the fewest that make all tokens agree are found, or None."""
    assert smallest_fix(texts, prepared_index, by_space, STEPS) == expected


CHAIN = {
    "x to y": lambda text: text.replace("x", "y"),
    "y to z": lambda text: text.replace("y", "z"),
    "x to z": lambda text: text.replace("x", "z"),
}


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["x to y", "y to z"], ["x to y", "y to z"], id="in_the_order_that_works"),
        pytest.param(["y to z", "x to y"], None, id="in_the_other_order"),
        pytest.param(["x to z", "x to y", "y to z"], ["x to z"], id="one_step_where_two_would_do"),
    ],
)
def test_steps_are_applied_in_their_order(names, expected):
    """In the order of the mapping, x becomes z by way of y or at once; the shorter way wins."""
    steps = {name: CHAIN[name] for name in names}
    assert smallest_fix(iter(["x"]), lambda text: ["z"], list, steps) == expected


@pytest.mark.parametrize(
    ("recall", "tolerance", "expected"),
    [
        pytest.param((0.90, 0.60, 0.89, 0.65), 0.02, "tokens", id="tokens"),
        pytest.param((0.90, 0.60, 0.65, 0.91), 0.02, "encoder", id="encoder"),
        pytest.param((0.90, 0.60, 0.70, 0.75), 0.02, "both", id="neither_suffices"),
        pytest.param((0.90, 0.80, 0.90, 0.89), 0.02, "either", id="either_suffices"),
        pytest.param((0.90, 0.89, 0.95, 0.70), 0.02, "nothing", id="within_the_tolerance"),
        pytest.param((0.90, 0.60, 0.85, 0.81), 0.08, "tokens", id="a_wide_tolerance"),
        pytest.param((0.90, 0.60, 0.90, 0.90), 0.0, "either", id="no_tolerance"),
        pytest.param((0.90, 0.90, 0.50, 0.60), 0.0, "nothing", id="no_tolerance_and_no_fall"),
    ],
)
def test_culprit_is_what_brings_the_recall_back_alone(recall, tolerance, expected):
    """From recall before, after, with the old tokens and with the old encoder, the culprit is named."""
    assert culprit(dict(zip(("before", "after", "old_tokens", "old_encoder"), recall)), tolerance) == expected


@pytest.mark.parametrize(("tokens", "expected"), [(0.885, "tokens"), (0.875, "both")], ids=["inside", "outside"])
def test_tolerance_is_two_points_unless_told_otherwise(tokens, expected):
    """Without a tolerance the floor is 0.02 below the recall before."""
    assert culprit({"before": 0.9, "after": 0.5, "old_tokens": tokens, "old_encoder": 0.6}) == expected


def pieces(pattern, text):
    """Return what the pattern finds, cut into pieces of at most six characters."""
    words = re.findall(pattern, text)
    return [("##" if start else "") + word[start : start + 6] for word in words for start in range(0, len(word), 6)]


def index_tokens(text):
    """Cut a text as the index was built: markers out, one form of Unicode, lower case."""
    return pieces(r"\w+|[^\w\s]", unicodedata.normalize("NFKC", re.sub(r"<\|\w+\|>", " ", text)).lower())


def serve_tokens(text):
    """Cut a text as serving has done since Monday."""
    return pieces(r"\w+|[^\w ]", text)


def encode(tokens):
    """Return 512 numbers: each token adds or takes off the square of its length at a place given by its CRC."""
    vector = [0.0] * 512
    for token in tokens:
        code = zlib.crc32(token.encode("utf-8"))
        vector[code % 512] += (1 if code >> 31 else -1) * len(token) ** 2
    return vector


MONDAY_STEPS = {
    "points": lambda text: re.sub(r"[?.,]", "", text),
    "markers": lambda text: re.sub(r"<\|\w+\|>", " ", text),
    "nfkc": lambda text: unicodedata.normalize("NFKC", text),
    "lower": str.lower,
    "spaces": lambda text: " ".join(text.split()),
}


def monday():
    """Return fresh questions of monday.json."""
    return json.loads(Path("monday.json").read_text(encoding="utf-8"))["questions"]


def corpus():
    """Return the texts of documents.json by id, each with its title."""
    documents = json.loads(Path("documents.json").read_text(encoding="utf-8"))["documents"]
    return {document["id"]: f"{document['title']}. {document['text']}" for document in documents}


@pytest.mark.parametrize("expected", [pytest.param(33 / 40, id="mismatch_rate")])
def test_share_of_mondays_questions_cut_differently(expected):
    """Of Monday's forty questions, the share that the two sides cut differently is right."""
    assert mismatch_rate([question["text"] for question in monday()], index_tokens, serve_tokens) == close(expected)


@pytest.mark.parametrize(
    ("serving", "expected"),
    [
        pytest.param(serve_tokens, (22 + 1 / 3) / 40, id="as_it_is"),
        pytest.param(index_tokens, (36 + 1 / 3) / 40, id="with_the_index_tokens"),
    ],
)
def test_recall_of_mondays_questions(serving, expected):
    """Recall@3 over the whole corpus is right, with the serving tokens of Monday and with those of the index."""
    assert recall_at_k(corpus(), monday(), 3, index_tokens, serving, encode) == close(expected)


@pytest.mark.parametrize("expected", [pytest.param(["markers", "nfkc", "lower", "spaces"], id="four_of_five_steps")])
def test_smallest_fix_for_monday(expected):
    """Four preparations together make the tokens of all forty questions agree; a fifth does harm."""
    assert (
        smallest_fix([question["text"] for question in monday()], index_tokens, serve_tokens, MONDAY_STEPS) == expected
    )


def drawn(seed, count=30):
    """Return texts drawn for this seed, and for each whether it needs lower case and single spaces."""
    generator = random.Random(seed)
    rows = []
    for _ in range(count):
        words = generator.choices(["reset", "key", "quota", "hook", "limit", "a"], k=generator.randint(2, 6))
        capital, wide = generator.random() < 0.4, generator.random() < 0.3
        words[-1] = words[-1].upper() if capital else words[-1]
        rows.append(("  ".join(words) if wide else " ".join(words), capital, wide))
    return rows


def test_a_fresh_log_each_time(seed):
    """On texts drawn anew for each attempt, rate, first divergence and fix are those they were drawn with."""
    rows = drawn(seed)
    texts = [text for text, _, _ in rows]
    needed = [any(capital for _, capital, _ in rows), any(wide for _, _, wide in rows)]
    assert mismatch_rate(texts, prepared_index, by_space) == close(sum(c or w for _, c, w in rows) / len(rows))
    fix = smallest_fix(texts, prepared_index, by_space, {"spaces": STEPS["spaces"], "lower": STEPS["lower"]})
    assert fix == [name for name, need in (("spaces", needed[1]), ("lower", needed[0])) if need]
    for text, capital, wide in rows:
        expected = 1 if wide else len(text.split()) - 1 if capital else None
        assert first_divergence(prepared_index(text), by_space(text)) == expected


def test_recall_never_falls_as_k_grows_each_time(seed):
    """On questions drawn anew, recall never falls as k grows, and is 1 once k reaches all documents."""
    texts = [text for text, _, _ in drawn(seed, 12)]
    documents = {f"d{number}": text for number, text in enumerate(texts)}
    questions = [{"text": text, "relevant": ["d3", "d8"]} for text in texts[:5]]
    got = [recall_at_k(documents, questions, k, by_lower_case, str.split, counts) for k in (1, 3, 6, 9, 12)]
    assert (got, got[-1]) == (sorted(got), close(1.0))


@pytest.mark.parametrize(
    ("questions", "k"),
    [
        pytest.param([], 3, id="no_questions"),
        pytest.param(["key > keys"], 0, id="k_0"),
        pytest.param(["key > keys", "quota >"], 3, id="a_question_without_relevant_documents"),
    ],
)
def test_recall_refuses_what_has_none(questions, k):
    """No questions, k below 1 and a question with nothing to find raise ValueError."""
    with pytest.raises(ValueError):
        recall_at_k(HELP, asked(questions), k, by_lower_case, str.split, counts)


@pytest.mark.parametrize("texts", [pytest.param([], id="a_list"), pytest.param((), id="a_tuple")])
def test_no_texts_are_refused(texts):
    """Without any text there is neither a rate nor a fix: ValueError."""
    with pytest.raises(ValueError):
        mismatch_rate(iter(texts), by_lower_case, str.split)
    with pytest.raises(ValueError):
        smallest_fix(iter(texts), prepared_index, str.split, STEPS)


@pytest.mark.parametrize("texts", [pytest.param(["Reset my key", "quota", "a  B"], id="three_texts")])
def test_arguments_are_left_alone(texts):
    """After the calls texts, documents, questions, token lists and steps are what they were."""
    given = [texts, dict(HELP), asked(["key > keys"]), ["a", "b"], ["a", "c"], dict(STEPS)]
    before = copy.deepcopy(given)
    mismatch_rate(given[0], by_lower_case, str.split)
    smallest_fix(given[0], prepared_index, str.split, given[5])
    recall_at_k(given[1], given[2], 1, by_lower_case, str.split, counts)
    first_divergence(given[3], given[4])
    assert given == before
