"""Exceptions as their author should see them: the author's own frames, nothing of ours, of pytest or of asyncio."""

import linecache
import traceback
from pathlib import Path
from types import TracebackType

from prepbook_grader.explain import explain
from prepbook_grader.reports import Error
from prepbook_grader.values import clip
from prepbook_grader.words import gettext

MESSAGE = 2_000  # characters
TRACEBACK = 10_000


def register_source(name: str, source: str) -> None:
    """Let tracebacks and `inspect` find the lines of a file that exists only by name."""
    # No time of change: linecache then never looks for a file, and never forgets these lines.
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)


class OwnFiles:
    """The files an author wrote: known by name, or lying in the working folder."""

    def __init__(self, *names: str, folder: Path | None = None) -> None:
        self.names = frozenset(names)
        self.folder = folder

    def short_name(self, path: str) -> str | None:
        """Return the name as its author knows it; None for a file that is not the author's."""
        if path in self.names:
            return path
        inside = self.folder is not None and Path(path).is_relative_to(self.folder)
        return str(Path(path).relative_to(self.folder)) if self.folder and inside else None


def describe(error: BaseException, own: OwnFiles) -> Error:
    """Return an exception with the frames of `own` only, its causes kept. Never raises."""
    step = innermost(error, own)
    line = step.tb_lineno if step else None
    if isinstance(error, SyntaxError) and own.short_name(str(error.filename)):
        line = error.lineno
    name, said = type_name(error), message(error)
    return {
        "type": name,
        "message": said,
        "line": line,
        "traceback": _format(error, own),
        "explained": explain(name, said),
    }


def type_name(error: BaseException) -> str:
    """Return the class name of an exception, whatever its metaclass says."""
    return str.__str__(type.__dict__["__name__"].__get__(type(error)))


def message(error: BaseException) -> str:
    """Return what an exception says, cut to `MESSAGE` characters; a note if saying it raises."""
    try:
        said = error.msg if isinstance(error, SyntaxError) else str(error)
        return clip(str.__str__(said), MESSAGE)
    except BaseException as worse:
        return gettext("<its message raised {error}>", error=type_name(worse))


def innermost(error: BaseException, own: OwnFiles) -> TracebackType | None:
    """Return the last traceback step inside `own`, or None."""
    found, step = None, error.__traceback__
    while step is not None:
        if own.short_name(step.tb_frame.f_code.co_filename):
            found = step
        step = step.tb_next
    return found


def _format(error: BaseException, own: OwnFiles) -> str:
    try:
        told = traceback.TracebackException.from_exception(error)
        _trim(told, own)
        text = "".join(told.format())
    except BaseException:
        text = f"{type_name(error)}: {message(error)}\n"
    if len(text) <= TRACEBACK:
        return text
    return f"{text[: TRACEBACK // 2]}\n…\n{text[-TRACEBACK // 2 :]}"


def _trim(told: traceback.TracebackException, own: OwnFiles) -> None:
    kept = []
    for frame in told.stack:
        if name := own.short_name(frame.filename):
            frame.line  # noqa: B018 - read while the path can still be opened
            frame.filename = name
            kept.append(frame)
    told.stack = traceback.StackSummary.from_list(kept)
    for other in (told.__cause__, told.__context__, *(told.exceptions or ())):
        if other is not None:
            _trim(other, own)
