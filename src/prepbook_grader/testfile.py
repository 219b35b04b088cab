"""What a test file says about itself before it is run: names it needs, titles, where it expects an exception."""

import ast
from dataclasses import dataclass
from functools import cached_property

from prepbook_grader.words import gettext

# A test's local variable that keeps what a call returned where pytest.raises wanted an exception.
RETURNED = "_prepbook_returned"


@dataclass(frozen=True)
class RaisesBlock:
    """A `with pytest.raises(...)` block: its lines and what it expects, as "ValueError or TypeError"."""

    first_line: int
    last_line: int
    expected: str


class TestFile:
    """A pytest file as its author wrote it. Raises SyntaxError if it is no Python."""

    __test__ = False

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        self._tree = ast.parse(source, name)

    @cached_property
    def wanted(self) -> list[str]:
        """Return the names the file imports from the answer, in its order."""
        froms = [node for node in ast.walk(self._tree) if isinstance(node, ast.ImportFrom) and node.module == "answer"]
        return list(dict.fromkeys(alias.name for node in froms for alias in node.names if alias.name != "*"))

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return {function name: first line of its docstring}."""
        functions = (node for node in ast.walk(self._tree) if isinstance(node, ast.FunctionDef))
        docstrings = {function.name: ast.get_docstring(function) for function in functions}
        return {name: docstring.splitlines()[0] for name, docstring in docstrings.items() if docstring}

    @cached_property
    def runnable(self) -> str:
        """Return the source with each call in a raises block keeping what it returned; lines stay where they are."""
        lines = self.source.encode().splitlines(keepends=True)
        for node, _ in self._raises:
            last = node.body[-1]
            if isinstance(last, ast.Expr):
                line = lines[last.lineno - 1]
                at = last.col_offset  # in bytes
                lines[last.lineno - 1] = line[:at] + f"{RETURNED} = ".encode() + line[at:]
        return b"".join(lines).decode()

    def raises_at(self, line: int) -> RaisesBlock | None:
        """Return the innermost block that holds `line`."""
        blocks = (RaisesBlock(node.lineno, node.end_lineno or node.lineno, what) for node, what in self._raises)
        around = [block for block in blocks if block.first_line <= line <= block.last_line]
        return max(around, key=lambda block: block.first_line, default=None)

    @cached_property
    def _raises(self) -> list[tuple[ast.With, str]]:
        # Kept: each failed test asks, and to walk the tree anew took longer than the test.
        blocks = (node for node in ast.walk(self._tree) if isinstance(node, ast.With))
        return [(node, _named(call.args)) for node in blocks for item in node.items if (call := _raises_call(item))]


def _raises_call(item: ast.withitem) -> ast.Call | None:
    match item.context_expr:
        case ast.Call(ast.Attribute(attr="raises") | ast.Name("raises")) as call:
            return call
        case _:
            return None


def _named(args: list[ast.expr]) -> str:
    match args:
        case [ast.Tuple(several), *_]:
            return gettext(" or ").join(ast.unparse(each) for each in several)
        case [one, *_]:
            return ast.unparse(one)
        case _:
            return gettext("an exception")
