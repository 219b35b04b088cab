"""Python as highlighted HTML, the same on pages, in payloads and on paper."""

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer


def highlight_python(source: str) -> str:
    """Return the source as Pygments spans, without any wrapping element."""
    return str(highlight(source, PythonLexer(stripnl=False), HtmlFormatter(nowrap=True)))
