"""The grader says what it says in the language of the book."""

from prepbook_grader import judge, run_sync
from prepbook_grader.reports import JudgeRequest

TEST = "from answer import double\n\n\ndef test_double():\n    assert double(2) == 4\n"
FRENCH = {
    ",": "\u202f",
    "expected {expected}, got {got}": "attendu : {expected} ; obtenu : {got}",
    "… output cut at {limit} kB.": "… sortie coupée à {limit} ko.",
}


def test_message_is_said_in_the_words_of_the_request() -> None:
    """What they lack is said in English; the signature, by which a mistake is known, is the same in any language."""
    request: JudgeRequest = {"answer": "def double(x):\n    return x\n", "tests": {"test_double.py": TEST}}
    english, french = judge(request, lambda event: None), judge({**request, "words": FRENCH}, lambda event: None)
    assert [report["tests"][0]["message"] for report in (english, french)] == [
        "expected 4, got 2",
        "attendu : 4 ; obtenu : 2",
    ]
    assert english["signature"] == french["signature"]
    unusable = judge({**request, "answer": "", "words": FRENCH}, lambda event: None)
    assert unusable["error"] is not None
    assert unusable["error"]["message"] == "Your answer has no function `double`."


def test_words_of_one_request_are_not_those_of_the_next() -> None:
    """A program that prints too much is told so in its book's language, with its marks; the next one in its own."""
    flood = {"source": "print('x' * 2_000_000)", "filename": "flood.py"}
    said = []
    for words in ({"words": FRENCH}, {}):
        written: list[str] = []
        run_sync({**flood, **words}, lambda event, written=written: written.append(event["text"]))  # type: ignore[misc, typeddict-item]
        said.append(written[-1].strip())
    assert said == ["… sortie coupée à 1\u202f000 ko.", "… output cut at 1,000 kB."]
