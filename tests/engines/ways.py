"""A program of a learner who tries, through Pyodide, each way out that Python knows."""

import inspect

# What stands for {spy} is an address that must never be asked.
WAYS = {
    "js.fetch": "js.fetch('{spy}fetch')",
    "js.fetch of the site": "js.fetch(js.location.origin + '/spy-fetch')",
    "pyfetch": "importlib.import_module('pyodide.http').pyfetch('{spy}pyfetch')",
    "socket": "importlib.import_module('socket').create_connection(('127.0.0.1', int('{spy}'[17:-1])), 2).send(b'GET')",
    "loadPackage": "pyodide_js.loadPackage('{spy}spy-1-py3-none-any.whl').then(lambda loaded: list(loaded)[0])",
    "XMLHttpRequest": "js.XMLHttpRequest.new()",
    "WebSocket": "js.WebSocket.new('{spy}websocket'.replace('http', 'ws'))",
    "EventSource": "js.EventSource.new('{spy}events')",
    "importScripts": "js.importScripts('{spy}script.js')",
    "import": "js.Function.new(\"return import('{spy}module.js')\")()",
    "eval": "js.eval('1')",
    "Worker": "js.Worker.new('{spy}worker.js')",
    "worker from text": "js.Worker.new('data:text/javascript,fetch(\"{spy}nested\")')",
    "SharedWorker": "js.SharedWorker.new('{spy}shared.js')",
    "sendBeacon": "js.navigator.sendBeacon('{spy}beacon', 'secret')",
    "WebTransport": "js.WebTransport.new('{spy}transport'.replace('http', 'https'))",
    "WebRTC": "js.RTCPeerConnection.new()",
    "notification": "js.Notification.new('spy')",
    "IndexedDB": "js.indexedDB.open('probe')",
    "caches": "js.caches.open('probe')",
    "file system": "js.navigator.storage.getDirectory()",
    "locks": "js.navigator.locks",
    "localStorage": "js.localStorage",
    "sessionStorage": "js.sessionStorage",
    "cookies": "js.cookieStore.getAll()",
    "BroadcastChannel": "js.BroadcastChannel.new('probe').postMessage('spy')",
    "postMessage": "js.postMessage('spy')",
    "page": "js.document",
    "frame": "js.parent.document",
    "window": "js.window",
    "new window": "js.open('{spy}window')",
    "address of the page": "js.top.location.assign('{spy}top')",
    "address of the worker": "js.location.assign('{spy}location')",
}


async def tried(way: str) -> str:
    """Return why a way is closed, or what it gave."""
    import importlib

    import js  # type: ignore[import-not-found]
    import pyodide_js  # type: ignore[import-not-found]

    try:
        value = eval(way, {"importlib": importlib, "js": js, "pyodide_js": pyodide_js})
        if inspect.isawaitable(value):
            value = await value
    except BaseException as error:
        return f"closed by {type(error).__name__}"
    return f"OPEN: {value}"
