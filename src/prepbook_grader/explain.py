"""The commonest exceptions in plain words: what happened, and where to look. The traceback stays beside it.

Python's own messages have become good; these add what a message leaves out. A library that explains every exception
takes over a second to import in Pyodide, more than judging an answer does.
"""

import re

from prepbook_grader.words import gettext

# (exception's name, pattern its message must match, explanation; {0} is the pattern's first group)
EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "NameError",
        r"name '(.+?)'",
        "Python knows no `{0}` here: a typing error, or it is made further down or elsewhere.",
    ),
    (
        "UnboundLocalError",
        r"variable '(.+?)'",
        "`{0}` is assigned somewhere in this function, so it is the function's own from its first line on, and has no "
        "value yet at this point.",
    ),
    (
        "TypeError",
        r"'NoneType' object (?:is not|does not)|with NoneType|'NoneType'",
        "A value is None. Often a function above ended without `return`, or a method that changes a list in place "
        "(`sort`, `append`) was taken for one that returns it.",
    ),
    (
        "AttributeError",
        r"'NoneType' object has no attribute '(.+?)'",
        "The value before `.{0}` is None. Often a function above ended without `return`, or a search found nothing.",
    ),
    (
        "AttributeError",
        r"'(.+?)' object has no",
        "A value of type `{0}` has nothing of this name. Print its type just above.",
    ),
    (
        "TypeError",
        r"missing (\d+) required",
        "The call passes fewer arguments than the function asks for: {0} missing.",
    ),
    (
        "TypeError",
        r"takes .+ but (\d+) (?:was|were) given",
        "The call passes more arguments than the function takes: {0} given (for a method, `self` counts as one).",
    ),
    (
        "TypeError",
        r"'(\w+)' object is not callable",
        "Round brackets stand behind a value of type `{0}`, as if it were a function. Perhaps a name such as `sum` or "
        "`max` was given to a variable.",
    ),
    ("TypeError", r"'(\w+)' object is not iterable", "A value of type `{0}` can't be looped over: it is a single one."),
    (
        "TypeError",
        r"not supported between instances of '(.+?)' and '(.+?)'",
        "A `{0}` and a `{1}` have no order between them. A number in quotes is a text.",
    ),
    (
        "TypeError",
        r"unsupported operand|can only concatenate|must be str",
        "The two sides of an operator don't go together, such as a text and a number.",
    ),
    (
        "TypeError",
        r"unhashable type: '(\w+)'",
        "A `{0}` can change, so it can be no key of a dict and no member of a set.",
    ),
    ("IndexError", r"", "The index lies beyond the end. The last item has index len - 1, and an empty list has none."),
    (
        "KeyError",
        r"(.*)",
        "The dict has no key {0}. If it may be absent, use `.get`, or test with `in` first.",
    ),
    ("ZeroDivisionError", r"", "A divisor is 0. Which input makes it so: an empty list, a sum of nothing?"),
    ("JSONDecodeError", r"", "The text is not JSON: cut off, empty, or not meant to be. This is a kind of ValueError."),
    (
        "ValueError",
        r"not enough values to unpack|too many values to unpack",
        "The right side gives more or fewer values than there are names on the left.",
    ),
    ("ValueError", r"invalid literal for int|could not convert string", "The text is not a number in this form."),
    (
        "ValueError",
        r"math domain error|expected a positive",
        "A function of math got a value it has no result for, such as the log of 0.",
    ),
    (
        "ValueError",
        r"empty (?:sequence|iterable)",
        "`min` or `max` got nothing to choose from. Say what an empty input means.",
    ),
    (
        "ValueError",
        r"zip\(\) argument",
        "The sequences given to zip differ in length, which strict=True refuses.",
    ),
    (
        "RecursionError",
        r"",
        "A function calls itself without end. Which input ends it, and does each call come nearer to it?",
    ),
    (
        "RuntimeError",
        r"stack switching",
        "`asyncio.run` can't wait here, for the page's own loop is running. Write `await main()` at the top level.",
    ),
    ("StopIteration", r"", "`next` found nothing left. Give it a second argument for that case, or loop with `for`."),
    (
        "ModuleNotFoundError",
        r"named '(.+?)'",
        "`{0}` is not here: a page has the standard library and what its book brings along, nothing to install.",
    ),
    ("ImportError", r"cannot import name '(.+?)'", "The module exists, but nothing in it is called `{0}`."),
    ("IndentationError", r"", "The line stands too far left or right. Lines of one block begin in the same column."),
    ("TabError", r"", "Tabs and spaces are mixed at the start of lines. Use spaces only."),
    (
        "SyntaxError",
        r"was never closed",
        "A bracket or quote is opened and not closed; the fault may be lines before its end.",
    ),
    ("SyntaxError", r"expected ':'", "A line that opens a block (if, for, def, class, …) ends with a colon."),
    (
        "FileNotFoundError",
        r"",
        "There is no file of this name beside the program. The exercise says which files there are.",
    ),
    ("MemoryError", r"", "The program asked for more memory than it may have. What grows without bound?"),
)


def explain(type: str, message: str) -> str:
    """Return what an exception means in plain words; "" where its own message says enough."""
    for name, pattern, text in EXPLANATIONS:
        found = re.search(pattern, message) if name == type else None
        if found:
            return gettext(text, *found.groups())
    return ""
