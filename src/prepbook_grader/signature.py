"""What an answer got wrong, as comparable text, and which known mistake that is."""

from collections.abc import Iterable, Mapping

from prepbook_grader.reports import Outcome, Signature


def signature(failures: Iterable[tuple[str, Outcome, str]]) -> Signature:
    """Return {test id: "outcome|value"} of failing tests given as (id, outcome, value).

    The value is the canonical value that was got, the exception's type name, or "DID NOT RAISE".
    """
    return {id: f"{outcome}|{value}" for id, outcome, value in failures}


def recognise(answer: Signature, known: Mapping[str, Signature]) -> str | None:
    """Return the name of the known mistake that `answer` shows, or None.

    An equal signature wins. Otherwise the answer may have a known mistake and others besides: the largest known
    signature that the answer's contains, if no other is as large.
    """
    for name, mistake in known.items():
        if mistake and mistake == answer:
            return name
    contained = {name: len(mistake) for name, mistake in known.items() if mistake and mistake.items() < answer.items()}
    largest = max(contained.values(), default=0)
    names = [name for name, size in contained.items() if size == largest]
    return names[0] if len(names) == 1 else None
