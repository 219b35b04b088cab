"""No message reaches an author that no test has seen."""

import ast
from functools import cache
from pathlib import Path

from tests.generator.messages import messages

TESTS = Path(__file__).parents[1]


@cache
def words_of_tests() -> str:
    """Return every text in the tests, one a line."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(TESTS.rglob("test_*.py")))
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return "\n".join(text for text in texts if isinstance(text, str))


def test_every_kind_of_finding_is_expected_by_a_test() -> None:
    """Words of what it expects, or of what to do, stand in one; who adds a message is told which are missing."""
    unseen = [
        f"{message.module}:{message.line}: {message.telling[0]}"
        for message in messages()
        if not any(words in words_of_tests() for words in message.telling)
    ]
    assert unseen == []


def test_list_for_the_guide_knows_messages_in_all_their_forms() -> None:
    """Literal, with gaps, by a name, and by a suggestion's last resort."""
    known = {words for message in messages() for words in message.telling}
    assert 'Move the code to snippets/ and include it with --8<-- "chapter/name.py".' in known
    assert "Name it in a ``` check block, or delete it." in known
    assert "Choose another name." in known
