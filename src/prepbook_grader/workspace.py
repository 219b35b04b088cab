"""Where a program runs: its variables and its folder. A session's outlive the run, everybody else's don't."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from prepbook_grader.interpreter import put_files, working_folder
from prepbook_grader.reports import Program, RunRequest
from prepbook_grader.tracebacks import OwnFiles


@dataclass
class Workspace:
    """The main module and the working folder of a program, or of all programs of a session."""

    folder: Path
    main: ModuleType = field(default_factory=lambda: ModuleType("__main__"))
    names: set[str] = field(default_factory=set)  # of the programs that ran here, as tracebacks show them

    def admit(self, program: Program) -> OwnFiles:
        """Write a program's files; return what counts as its author's own, earlier programs of the session included."""
        put_files(self.folder, program.get("files", {}))
        self.names.add(program["filename"])
        self.main.__dict__["__file__"] = program["filename"]
        return OwnFiles(*self.names, folder=self.folder)


_sessions: dict[str, Workspace] = {}
_folders = ExitStack()  # the sessions'; the interpreter's end removes them


@contextmanager
def workspace(request: RunRequest) -> Iterator[tuple[Workspace, list[Program]]]:
    """Yield where a program runs, and the programs of its session that have to run there before it."""
    session = request.get("session")
    if session is None:
        with working_folder({}) as folder:
            yield Workspace(folder), []
        return
    known = _sessions.get(session["name"])
    if known is None:
        _sessions[session["name"]] = Workspace(_folders.enter_context(working_folder({})))
    yield _sessions[session["name"]], session.get("before", []) if known is None else []
