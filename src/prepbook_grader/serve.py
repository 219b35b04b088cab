"""Answers many requests, each in a process of its own that is forked from one in which everything is imported.

A fresh process costs most of a second, nearly all of it pytest's import; a forked one is as fresh and costs a tenth.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from prepbook_grader.judge import warm_up

Answer = Callable[[str, dict[str, Any]], dict[str, Any]]  # command and request in, report out


def serve(answer: Answer, requests: BinaryIO, reports: BinaryIO) -> None:
    """Read {"command", "request"} a line, write a report a line, until `requests` ends.

    A process that ends without a report is reported as {"crash": what is known of it}.
    """
    warm_up()
    for line in iter(requests.readline, b""):
        reports.write(_in_a_fork(answer, line) + b"\n")
        reports.flush()


def _in_a_fork(answer: Answer, line: bytes) -> bytes:
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _perform(answer, line, write)
    os.close(write)
    with open(read, "rb") as pipe:
        report = pipe.read()
    _, status = os.waitpid(child, 0)
    return report or json.dumps({"crash": f"exit code {os.waitstatus_to_exitcode(status)}"}).encode()


def _perform(answer: Answer, line: bytes, write: int, end: Callable[[int], Any] = os._exit) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)  # the next request is on the real one
    os.dup2(2, 1)
    dumps = json.dumps  # bound before a program can replace it
    try:
        order = json.loads(line)
        report = dumps(answer(order["command"], order["request"])).encode()
        with open(write, "wb") as pipe:
            pipe.write(report)
    except BaseException as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        end(1)
    end(0)
