"""Hooks of MkDocs: what the manual's build does besides prepbook's."""

import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))  # MkDocs loads this file by its path

from manual.generated import PARTS

PLACE = re.compile(r"^<!-- generated: (\w+) -->$", re.MULTILINE)


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put generated parts where a page asks for them."""
    return PLACE.sub(lambda place: PARTS[place[1]](), markdown)
