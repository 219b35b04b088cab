"""Reference of the commands, from the parser that reads them."""

import argparse
from collections.abc import Iterator

from manual.generated.tables import table
from prepbook.cli import parser


def commands() -> str:
    """Return a section for the options of every command, and one for each command."""
    line = parser()
    every = "## Every command\n\n" + _arguments(line)
    return "\n\n".join([every, *(_section(name, help, command) for name, help, command in each(line))])


def each(line: argparse.ArgumentParser) -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Yield every command: its name, its line in the list, and its own parser."""
    for action in line._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            yield from ((name, helps[name], command) for name, command in action.choices.items())


def arguments(line: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.Action]]:
    """Yield what a command takes besides --help, by the name it is typed by."""
    for action in line._actions:
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
            yield ", ".join(action.option_strings) or str(action.metavar or action.dest), action


def _section(name: str, help: str, command: argparse.ArgumentParser) -> str:
    usage = command.format_usage().removeprefix("usage: ").strip()
    said = command.description or f"{help[:1].upper()}{help[1:]}."
    parts = [f"## prepbook {name} {{ #{name} }}", said, f"``` {{ .text .no-copy }}\n{usage}\n```", _arguments(command)]
    return "\n\n".join([*parts, command.epilog or ""]).strip()


def _arguments(line: argparse.ArgumentParser) -> str:
    rows = [(f"`{name}`", _said(action)) for name, action in arguments(line)]
    return table(("argument", "what it is"), rows) if rows else ""


def _said(action: argparse.Action) -> str:
    parts = [(action.help or "").rstrip(".")]
    if action.choices:
        parts.append("one of " + ", ".join(f"`{choice}`" for choice in action.choices))
    if action.default not in (None, False, argparse.SUPPRESS) and str(action.default) not in parts[0]:
        parts.append(f"`{action.default}` unless you say another")
    return "; ".join(part for part in parts if part)
