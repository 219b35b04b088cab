"""Code as one element a line, so that a line may wrap with a hanging indent and carry its number."""

import re

_TOKEN = re.compile(r"(?P<close></[^>]+>)|(?P<open><[^>]+>)|(?P<newline>\n)")


def code_lines(highlighted: str) -> str:
    """Return highlighted code with each line in a `span.pb-line`.

    Elements that run over several lines are closed at a line's end and opened again on the next.
    """
    lines = _split(highlighted.rstrip("\n"))
    return "\n".join(f'<span class="pb-line">{line}</span>' for line in lines)


def _split(html: str) -> list[str]:
    lines: list[str] = []
    open_tags: list[str] = []
    current, position = "", 0
    for match in _TOKEN.finditer(html):
        current += html[position : match.start()]
        position = match.end()
        if match["newline"]:
            lines.append(current + _closing(open_tags))
            current = "".join(open_tags)
            continue
        if match["close"]:
            open_tags.pop()
        else:
            open_tags.append(match["open"])
        current += match[0]
    return [*lines, current + html[position:]]


def _closing(tags: list[str]) -> str:
    return "".join(f"</{re.split(r'[ >]', tag[1:])[0]}>" for tag in reversed(tags))
