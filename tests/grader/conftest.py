"""What each test of the grader finds: a thread without a running event loop."""

import asyncio
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_running_loop() -> Iterator[None]:
    """Hide the loop of Playwright, which marks it as running in this thread once any test has opened a browser.

    A program that awaits is run by `asyncio.run`, which refuses such a thread; the grader never meets one outside
    these tests.
    """
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)
