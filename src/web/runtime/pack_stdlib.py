"""Pack the standard library and the book's library into one zip of compiled modules.

Runs inside Pyodide, so that the bytecode is that of the interpreter that will load it; build_snapshot.mjs calls `pack`.
"""

import ast
import importlib.util
import io
import marshal
import zipfile
from pathlib import Path

# What `zipimport` puts before a member's name; a traceback shows the path that an import from the zip would show.
MOUNT = "/lib/python314.zip/"
UNCHECKED_HASH = (1).to_bytes(4, "little") + bytes(8)
EPOCH = (1980, 1, 1, 0, 0, 0)

# What can't work in a sandboxed worker (processes, sockets, terminals, browsers, packaging) or is never imported.
LEFT_OUT = (
    "__hello__", "__phello__", "_aix_support", "antigravity", "ctypes/macholib/", "ctypes/wintypes", "dbm/",
    "ensurepip/", "ftplib", "idlelib/", "imaplib", "lib2to3/", "multiprocessing/dummy/", "nturl2path", "poplib",
    "pty.", "pydoc_data/", "pygments/", "site-packages/", "smtplib", "sqlite3/", "test/", "this.", "tkinter/", "tty.",
    "turtle", "unittest/__main__", "venv/", "webbrowser", "wsgiref/", "xmlrpc/", "zipapp",
)  # fmt: skip
# Modules whose help a lesson may show; the others carry no docstrings, which are a fifth of their size.
DOCUMENTED = (
    "_collections_abc.", "abc.", "bisect.", "calendar.", "collections/", "contextlib.", "copy.", "csv.",
    "dataclasses.", "datetime.", "difflib.", "enum.", "fractions.", "functools.", "graphlib.", "heapq.", "json/",
    "numbers.", "operator.", "pprint.", "random.", "secrets.", "statistics.", "string/", "textwrap.", "timeit.",
    "types.", "typing.", "uuid.",
)  # fmt: skip
# pytest imports Pygments to color a terminal, which a page hasn't got: these names are all it asks for.
STAND_INS = {
    "pygments/__init__.py": b"from pygments import util",
    "pygments/formatters/__init__.py": b"",
    "pygments/formatters/terminal.py": b"class TerminalFormatter: pass",
    "pygments/lexer.py": b"class Lexer: pass",
    "pygments/lexers/__init__.py": b"",
    "pygments/lexers/diff.py": b"class DiffLexer: pass",
    "pygments/lexers/python.py": b"class PythonLexer: pass",
    "pygments/util.py": b"class ClassNotFound(ValueError): pass\nclass OptionError(Exception): pass",
}


def pack(stdlib: str, library: str, runtime: str) -> bytes:
    """Return a stored (uncompressed) zip of `.pyc` files, for a zip of sources, a folder of wheels and our own module.

    The arguments are paths; the same sources give the same bytes.
    """
    archives = [Path(stdlib), *sorted(Path(library).glob("*.whl"))]
    own = Path(runtime)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        found = {name: source for each in archives for name, source in _sources(each).items()}
        sources = {**found, **STAND_INS, own.name: own.read_bytes()}
        for name, source in sorted(sources.items()):
            member = zipfile.ZipInfo(name.removesuffix(".py") + ".pyc", EPOCH)
            archive.writestr(member, _compiled(name, source))
    return packed.getvalue()


def _sources(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".py") and not name.startswith(LEFT_OUT)]
        return {name: archive.read(name) for name in names}


def _compiled(name: str, source: bytes) -> bytes:
    tree = ast.parse(source, MOUNT + name)
    if not name.startswith(DOCUMENTED):
        _drop_docstrings(tree)
    code = compile(tree, MOUNT + name, "exec", dont_inherit=True, optimize=0)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + marshal.dumps(code)


def _drop_docstrings(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        match node:
            case ast.Module() | ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef() if ast.get_docstring(node):
                # A body may not be empty, and `from __future__` must stay first.
                node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), node.body[0])]
