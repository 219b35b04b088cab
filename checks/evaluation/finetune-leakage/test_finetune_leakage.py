"""Judges shingles, containment, jaccard and leaked, on short texts counted by hand and on corpus.json."""

import json
import random
from pathlib import Path

import pytest
from answer import containment, jaccard, leaked, shingles

LONG = "Hi team! They ask: is the first month free, and from when on? I sent the brochure. Please call them on Monday."
HALVES = ["we know one two three four only", "and then five six seven eight again"]
EIGHT = "One two three four five six seven eight."


def close(expected):
    """Match floats within 1e-9, absolute or relative."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def corpus():
    """Return the questions and the training texts of corpus.json, fresh."""
    data = json.loads(Path("corpus.json").read_text(encoding="utf-8"))
    return data["evals"], data["train"]


def runs(text):
    """Return runs written as "the cat|cat sat" as a set of tuples."""
    return {tuple(run.split()) for run in text.split("|")}


def drawn(seed, letter, count):
    """Return that many words, all different, that begin with a letter; the same ones for the same seed."""
    return [f"{letter}{number}" for number in random.Random(seed).sample(range(100, 1_000), count)]


@pytest.mark.parametrize(
    ("text", "n", "expected"),
    [
        pytest.param("The cat sat on the mat", 2, runs("the cat|cat sat|sat on|on the|the mat"), id="six_words"),
        pytest.param("to be or to be", 2, runs("to be|be or|or to"), id="a_run_twice"),
        pytest.param("Don't stop -- NOW!", 2, runs("don t|t stop|stop now"), id="case_and_punctuation"),
        pytest.param("file_name\n\tv2.0", 2, runs("file name|name v2|v2 0"), id="underscore_and_line_break"),
        pytest.param("\ufb01ne\u00a0\uff50rint \uff11\uff12", 2, runs("fine print|print 12"), id="letter_forms"),
        pytest.param("Cafe\u0301 STRASSE Straße", 1, runs("café|strasse"), id="accents_and_sharp_s"),
        pytest.param("just three words", 3, runs("just three words"), id="as_long_as_the_run"),
        pytest.param("two words", 3, set(), id="shorter_than_the_run"),
        pytest.param("?!", 1, set(), id="no_words"),
    ],
)
def test_runs_of_words(text, n, expected):
    """The shingles are all runs of n words, folded and without punctuation."""
    assert shingles(text, n) == expected


@pytest.mark.parametrize(
    ("eval_text", "train_text", "n", "expected"),
    [
        pytest.param("a b c d", "x a b c y", 2, 2 / 3, id="two_of_three_runs"),
        pytest.param("Is the first month free, and from when on?", LONG, 5, 1.0, id="quoted_in_a_long_text"),
        pytest.param("a b a b a b c", "a b", 2, 1 / 3, id="a_run_counts_once"),
        pytest.param("Month free?", LONG, 5, 1.0, id="short_and_quoted"),
        pytest.param("Free month?", LONG, 5, 0.0, id="short_and_not_quoted"),
        pytest.param("Brochure", LONG, 5, 1.0, id="one_word"),
        pytest.param("a b c d e f", "a b c", 5, 0.0, id="training_text_shorter_than_a_run"),
        pytest.param("a b c d", "...", 5, 0.0, id="training_text_without_words"),
    ],
)
def test_share_of_the_evaluation_text(eval_text, train_text, n, expected):
    """The containment is the one found by counting the runs of the evaluation text."""
    assert containment(eval_text, train_text, n) == close(expected)


@pytest.mark.parametrize(
    ("eval_text", "train_text", "n", "expected"),
    [
        pytest.param("a b c d", "x a b c y", 2, 2 / 5, id="two_of_five_runs"),
        pytest.param("Is the first month free, and from when on?", LONG, 5, 5 / 18, id="quoted_in_a_long_text"),
        pytest.param("Month free?", LONG, 5, 1 / 21, id="short_and_quoted"),
        pytest.param("B c, A b c", "a b c", 2, 2 / 3, id="runs_count_once"),
    ],
)
def test_share_of_both_texts(eval_text, train_text, n, expected):
    """Jaccard's figure is the one found by counting the runs of both texts."""
    assert jaccard(eval_text, train_text, n) == close(expected)


@pytest.mark.parametrize(("measure", "expected"), [pytest.param("both", (0.5, 1 / 3), id="containment_and_jaccard")])
def test_runs_have_five_words_unless_said_otherwise(measure, expected):
    """Without n both measures work with runs of five words."""
    texts = "one two three four five six", "one two three four five seven"
    assert (containment(*texts), jaccard(*texts)) == close(expected)


def test_a_quoted_text_is_found_however_long_the_ticket(seed):
    """On words drawn anew for each attempt, a quoted text is contained whole, and Jaccard's figure is its share."""
    generator = random.Random(seed)
    before, quoted, after = drawn(seed, "b", generator.randint(1, 40)), drawn(seed, "q", 12), drawn(seed, "a", 30)
    ticket = " ".join([*before, ", ".join(quoted).upper(), *after])
    got = containment(" ".join(quoted), ticket, 4), jaccard(" ".join(quoted), ticket, 4)
    assert got == close((1.0, 9 / (len(before) + 12 + 30 - 3)))


@pytest.mark.parametrize(
    ("n", "threshold", "expected"),
    [
        pytest.param(5, 0.5, {"q01": 1.0, "q02": 1.0, "q03": 11 / 16, "q07": 1.0, "q09": 1.0}, id="n_5"),
        pytest.param(8, 0.45, {"q01": 1.0, "q02": 1.0, "q07": 1.0, "q09": 1.0}, id="n_8"),
    ],
)
def test_leaked_questions_of_the_corpus(n, threshold, expected):
    """In corpus.json the leaked questions are found, each with its best containment."""
    evals, train = corpus()
    assert leaked(evals, train, n, threshold) == close(expected)


@pytest.mark.parametrize(
    ("evals", "train", "n", "threshold", "expected"),
    [
        pytest.param({"q": "a b c d"}, ["a b", "b c d", "x"], 2, 0.6, {"q": 2 / 3}, id="the_best_of_several"),
        pytest.param({"q": EIGHT}, HALVES, 2, 0.6, {}, id="two_halves_in_two_texts"),
        pytest.param({"q": EIGHT}, [" ".join(HALVES)], 2, 0.6, {"q": 6 / 7}, id="two_halves_in_one_text"),
        pytest.param({"q": "a b c d", "r": "c d"}, ["a b c d"], 5, 1, {"q": 1.0, "r": 1.0}, id="threshold_of_1"),
        pytest.param({"q": "a b c", "r": "c a b x"}, ["a b"], 2, 0.5, {"q": 0.5}, id="threshold_of_a_half"),
        pytest.param({"q": "Sunday?"}, [], 5, 0.5, {}, id="no_training_text"),
        pytest.param({}, ["a b"], 5, 0.5, {}, id="no_questions"),
    ],
)
def test_leaked_questions(evals, train, n, threshold, expected):
    """The questions contained in one training text are those found by counting."""
    assert leaked(evals, train, n, threshold) == close(expected)


@pytest.mark.parametrize(
    ("evals", "expected"),
    [pytest.param({"q": "A b c d e f", "r": "x y", "s": "e f g"}, {"q": 0.5, "s": 1.0}, id="two_of_three")],
)
def test_training_texts_may_come_as_a_stream(evals, expected):
    """A generator that can be read only once serves all questions; n is 5 and the threshold one half."""
    assert leaked(evals, (text for text in ["a b c d e", "no", "e f g h"])) == close(expected)


@pytest.mark.parametrize(
    ("name", "n"),
    [
        pytest.param("shingles", 0, id="shingles_0"),
        pytest.param("containment", 0, id="containment_0"),
        pytest.param("jaccard", -2, id="jaccard_negative"),
        pytest.param("leaked", -2, id="leaked_negative"),
    ],
)
def test_a_run_has_at_least_one_word(name, n):
    """n below 1 raises ValueError in each of the four."""
    calls = {
        "shingles": lambda: shingles("a b c", n),
        "containment": lambda: containment("a b c", "a b c", n),
        "jaccard": lambda: jaccard("a b c", "a b c", n),
        "leaked": lambda: leaked({"q": "a b c"}, ["a b c"], n),
    }
    with pytest.raises(ValueError):
        calls[name]()


@pytest.mark.parametrize(
    ("text", "train"),
    [pytest.param("", ["a b"], id="empty"), pytest.param(" ?! ", [], id="no_words_nor_training_text")],
)
def test_a_question_without_words_is_refused(text, train):
    """An evaluation text without any word raises ValueError, also where there's nothing to compare it with."""
    for measure in (containment, jaccard):
        with pytest.raises(ValueError):
            measure(text, "".join(train))
    with pytest.raises(ValueError):
        leaked({"fine": "a b", "q": text}, train)


@pytest.mark.parametrize("train", [pytest.param(["A b", "", "c"], id="three_texts")])
def test_texts_are_left_alone(train):
    """After the call questions and training texts are what they were."""
    given, evals = list(train), {"q": "A b"}
    leaked(evals, given)
    assert (given, evals) == (train, {"q": "A b"})
