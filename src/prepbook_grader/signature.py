"""What an answer got wrong, as comparable text, and which known mistake that is."""

from collections.abc import Iterable, Mapping

from prepbook_grader.reports import Outcome, Signature

ALIKE = 0.75


def signature(failures: Iterable[tuple[str, Outcome, str]]) -> Signature:
    """Return {test id: "outcome|value"} of failing tests given as (id, outcome, value).

    The value is the canonical value that was got, the exception's type name, or "DID NOT RAISE".
    """
    return {id: f"{outcome}|{value}" for id, outcome, value in failures}


def recognise(answer: Signature, known: Mapping[str, Signature]) -> str | None:
    """Return the name of the known mistake that `answer` shows, or None.

    An equal signature wins. Next comes one that fails the same tests with nearly the same values: which of two
    exceptions an answer meets first may hang on the order of a set. Otherwise the answer may have a known mistake and
    others besides: the largest known signature that the answer's contains, if no other is as large.
    """
    for name, mistake in known.items():
        if mistake and mistake == answer:
            return name
    alike = [name for name, mistake in known.items() if _is_alike(mistake, answer)]
    if len(alike) == 1:
        return alike[0]
    contained = {name: len(mistake) for name, mistake in known.items() if mistake and mistake.items() < answer.items()}
    largest = max(contained.values(), default=0)
    names = [name for name, size in contained.items() if size == largest]
    return names[0] if len(names) == 1 else None


def _is_alike(mistake: Signature, answer: Signature) -> bool:
    """Whether both fail the same tests, and three in four of them with the same value."""
    if not mistake or mistake.keys() != answer.keys():
        return False
    same = sum(mistake[id] == answer[id] for id in mistake)
    return same >= ALIKE * len(mistake)
