"""Marks as artifacts what Chromium paints without a tag: running heads, page numbers, rules, backgrounds.

A book has a million drawing instructions, too many to parse each. Chromium's PDF library ends every line of a page's
content with an operator and writes text as hexadecimal numbers, so a line's last word tells what the line does.
"""

from collections.abc import Iterable, Iterator

import pikepdf

_PAINTING = {b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"sh", b"Do", b"Tj", b"TJ"}
# Marked content may not reach across these, for what they open may be closed inside or outside of it.
_BORDERS = {b"q", b"Q", b"cm"}
_CLIPS = b"n"  # a path that only clips: "W n"


def mark_artifacts(pdf: pikepdf.Pdf) -> None:
    """Wrap everything painted outside of marked content, on every page, as an artifact."""
    for page in pdf.pages:
        page.contents_coalesce()
        lines = page.Contents.read_bytes().split(b"\n")
        page.Contents.write(b"\n".join(marked(lines)))


def marked(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield a page's content with what it paints outside of marked content wrapped as artifacts."""
    depth = 0
    run: list[bytes] = []
    for line in lines:
        opens, closes = line.endswith((b"BDC", b"BMC")), line == b"EMC"
        if depth == 0 and not opens and line.rpartition(b" ")[2] not in _BORDERS:
            run.append(line)
            continue
        if run:
            yield from _wrapped(run)
            run = []
        depth += opens - closes
        yield line
    yield from _wrapped(run)


def _wrapped(run: list[bytes]) -> Iterator[bytes]:
    """Yield the run, as an artifact if it paints. A clipping path stays outside: it works on what comes after."""
    operators = [line.rpartition(b" ")[2] for line in run]
    after_clip = max((place for place, operator in enumerate(operators, start=1) if operator == _CLIPS), default=0)
    for begin, end in ((0, after_clip), (after_clip, len(run))):
        paints = not _PAINTING.isdisjoint(operators[begin:end])
        yield from [b"/Artifact BMC"] * paints
        yield from run[begin:end]
        yield from [b"EMC"] * paints
