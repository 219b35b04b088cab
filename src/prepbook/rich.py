"""Values that show themselves, made safe to put on a page: the grader's `rich` is text that a program made up."""

from urllib.parse import quote

# What may load in the frame of a value that shows itself as HTML: nothing. src/web/views/rich.js has the same.
FRAME_HEAD = (
    '<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
    'img-src data:; font-src data:; form-action \'none\'"><base target="_blank">'
    "<style>body{margin:8px;font:14px/1.5 system-ui,sans-serif}"
    "table{border-collapse:collapse}td,th{padding:2px 8px;border:1px solid #8888;text-align:start}</style>"
)


def picture_url(svg: str) -> str:
    """Return an SVG as the address of a picture; as a picture it runs no script and loads nothing."""
    return f"data:image/svg+xml;charset=utf-8,{quote(svg)}"


def frame_page(html: str) -> str:
    """Return the page of a frame without scripts that shows HTML that a program made."""
    return FRAME_HEAD + html
