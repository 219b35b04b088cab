"""Three browsers behind two verbs: go to an address, evaluate a script there."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Protocol

from playwright.sync_api import Browser

MINI_BROWSERS = "usr/lib/*/webkit2gtk-4.*/MiniBrowser"
SCRIPT_S = 60


class Driver(Protocol):
    """A browser with one page open."""

    def goto(self, url: str) -> None:
        """Open `url` and wait for its load event."""

    def evaluate(self, expression: str) -> Any:
        """Evaluate a JavaScript expression in the page, await what it gives, return it as JSON would."""


class MissingEngineError(Exception):
    """The engine isn't on this machine; the message is the command that installs it."""


class Chromium:
    """Chromium, through Playwright."""

    def __init__(self, browser: Browser) -> None:
        self._page = browser.new_page()

    def goto(self, url: str) -> None:
        """See Driver."""
        self._page.goto(url)

    def evaluate(self, expression: str) -> Any:
        """See Driver."""
        return self._page.evaluate(expression)


class Firefox:
    """Firefox, through Puppeteer in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._answer()

    def goto(self, url: str) -> None:
        """See Driver."""
        self._order(goto=url)

    def evaluate(self, expression: str) -> Any:
        """See Driver."""
        return self._order(evaluate=expression)

    def _order(self, **order: str) -> Any:
        _stream(self._process.stdin).write(f"{json.dumps(order)}\n")
        _stream(self._process.stdin).flush()
        return self._answer()

    def _answer(self) -> Any:
        line = _stream(self._process.stdout).readline()
        answer = json.loads(line) if line else {"error": "Firefox's driver ended"}
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]


class WebKit:
    """WebKitGTK, through Selenium and WebKitWebDriver."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        driver.set_script_timeout(SCRIPT_S)

    def goto(self, url: str) -> None:
        """See Driver."""
        self._driver.get(url)

    def evaluate(self, expression: str) -> Any:
        """See Driver."""
        done = "const done = arguments[0]; "
        chain = "Promise.resolve(value).then((value) => done({ value }), (error) => done({ error: String(error) }))"
        answer = self._driver.execute_async_script(f"{done}const value = {expression}; {chain};")
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return answer["value"]


@contextmanager
def firefox() -> Iterator[Driver]:
    """Start Firefox, and end it."""
    found = _find("PREPBOOK_FIREFOX", ["firefox-esr", "firefox"], "sudo apt-get install firefox-esr")
    command = [_find("PREPBOOK_NODE", ["node"], "sudo apt-get install nodejs"), _here("firefox.mjs"), found]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Firefox(process)
        _stream(process.stdin).close()


@contextmanager
def webkit() -> Iterator[Driver]:
    """Start WebKitGTK's MiniBrowser on a screen of its own, and end both."""
    install = "sudo apt-get install webkit2gtk-driver xvfb"
    service, screen = (_find(f"PREPBOOK_{name.upper()}", [name], install) for name in ("WebKitWebDriver", "Xvfb"))
    mini_browser = next((str(path) for path in sorted(Path("/").glob(MINI_BROWSERS))), None)
    if mini_browser is None:
        raise MissingEngineError(install)
    with _screen(screen) as display:
        driver = _webkit_driver(service, mini_browser, {**os.environ, "DISPLAY": display})
        try:
            yield WebKit(driver)
        finally:
            driver.quit()


def _webkit_driver(service: str, mini_browser: str, env: dict[str, str]) -> Any:
    from selenium import webdriver
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    options = Options()
    options.binary_location = mini_browser
    options.add_argument("--automation")
    return webdriver.WebKitGTK(options=options, service=Service(service, env=env))


@contextmanager
def _screen(command: str) -> Iterator[str]:
    """Start a screen that nobody looks at. Yields its name."""
    options = ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([command, *options], stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        yield f":{_stream(process.stdout).readline().strip()}"
        process.terminate()


def _find(variable: str, names: list[str], install: str) -> str:
    found = next((path for name in [os.environ.get(variable), *names] if name and (path := shutil.which(name))), None)
    if found is None:
        raise MissingEngineError(f"{names[0]} is not installed: {install}, or name it: {variable}=/path/to/it")
    return found


def _here(name: str) -> str:
    return str(Path(__file__).with_name(name))


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
