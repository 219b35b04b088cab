"""The parts of the manual that the code itself says: a page names one, and gets it as Markdown when it is built."""

from collections.abc import Callable

from manual.generated.commands import commands
from manual.generated.fields import fields
from manual.generated.messages import messages

PARTS: dict[str, Callable[[], str]] = {"commands": commands, "fields": fields, "messages": messages}
"""By the name that a page calls them by, as <!-- generated: commands -->."""
