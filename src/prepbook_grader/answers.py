"""What a program reads when it calls input(): the reader's answers, or nobody's.

A page can't hold a program still in mid-call on every host and in every browser: that needs shared memory, which
needs headers that a static host may not send, or stack switching, which a memory snapshot can't carry. So a program
that needs one more answer ends there, and is run again from its start with one answer more.
"""

import io
from collections.abc import Callable, Iterable

from prepbook_grader.reports import Emit
from prepbook_grader.words import gettext, marked

NOBODY = marked("nobody can type here, so input() has nothing to read; write the value into the program instead")


class AnswerMissing(BaseException):
    """Ends a program that needs one more answer; no `except Exception` of its own holds it up."""


class Nobody(io.TextIOBase):
    """The standard input of a program that nobody can answer: reading says so at once, instead of waiting."""

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed splits it over two classes
        """Raise EOFError with words a reader can act on."""
        raise EOFError(gettext(NOBODY))

    def read(self, size: int | None = -1, /) -> str:
        """Raise EOFError with words a reader can act on."""
        raise EOFError(gettext(NOBODY))


class Answers(io.TextIOBase):
    """The standard input of a program whose reader answers line by line; None among the lines ends the input."""

    def __init__(self, lines: Iterable[str | None], emit: Emit, prompt: Callable[[], str]) -> None:
        """`prompt` flushes what the program wrote and returns its last, unfinished line."""
        super().__init__()
        self.is_missing = False  # whether the program asked for more than there is
        self._lines = list(lines)
        self._emit = emit
        self._prompt = prompt
        self._ended = False

    def readline(self, size: int = -1, /) -> str:  # type: ignore[override]  # typeshed splits it over two classes
        """Return the next answer with its line end, "" at the end. Raises AnswerMissing when there is none yet."""
        if self._ended:
            return ""
        asked = self._prompt()
        if not self._lines:
            if not self.is_missing:
                self._emit({"stream": "ask", "text": asked})
            self.is_missing = True
            raise AnswerMissing
        line = self._lines.pop(0)
        self._ended = line is None
        text = "" if line is None else f"{line}\n"
        self._emit({"stream": "stdin", "text": text or "\n"})
        return text

    def read(self, size: int | None = -1, /) -> str:
        """Return all answers up to the end of input."""
        return "".join(iter(self.readline, ""))
