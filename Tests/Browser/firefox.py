"""A Firefox that does what a reader does, over WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which it speaks by
itself: no driver beside it, and any release will do."""

import json
import re
import shutil
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from itertools import count

from hosting import LIMIT
from websockets.sync.client import connect

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015"}


@contextmanager
def firefox(program: str):
    """A browser without windows and with a profile of its own."""
    profile = tempfile.mkdtemp(prefix="helpcenter-firefox-")
    command = [program, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        address = next(found[1] for line in process.stderr if (found := re.search(r"WebDriver BiDi listening on (ws://\S+)", line)))
        # What else it says is read too, or it would stop at a full pipe.
        threading.Thread(target=process.stderr.read, daemon=True).start()
        with connect(f"{address}/session", max_size=None) as socket:
            yield Tab(socket)
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(profile, ignore_errors=True)


class Tab:
    def __init__(self, socket):
        self.socket, self.numbers, self.errors = socket, count(1), []
        self.send("session.new", capabilities={})
        # Fields of the tab that it comes with never get the focus.
        self.id = self.send("browsingContext.create", type="tab")["context"]
        self.send("browsingContext.activate", context=self.id)
        self.send("session.subscribe", events=["log.entryAdded"])

    def send(self, method: str, **parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv(timeout=LIMIT / 1000))
            if message.get("type") == "event" and message["params"].get("level") == "error":
                self.errors.append(message["params"]["text"])
            if message.get("id") == number:
                assert message["type"] == "success", message
                return message["result"]

    def show(self, address: str, width: int = 1280, height: int = 800):
        self.send("browsingContext.setViewport", context=self.id, viewport={"width": width, "height": height})
        self.send("browsingContext.navigate", context=self.id, url=address, wait="complete")

    def run(self, script: str):
        """The value of an expression in the page; what it promises is waited for."""
        result = self.send("script.evaluate", expression=f"(async () => JSON.stringify(await ({script})))()",
                           target={"context": self.id}, awaitPromise=True)
        assert result["type"] == "success", result
        value = result["result"].get("value")
        return None if value is None else json.loads(value)

    def wait(self, condition: str):
        """Until the expression is true, on this page or the one that it leads to."""
        end = time.monotonic() + LIMIT / 1000
        while not self.holds(condition):
            assert time.monotonic() < end, condition
            time.sleep(0.05)

    def holds(self, condition: str) -> bool:
        try:
            return self.run(f"Boolean({condition})")
        except AssertionError:  # between two pages
            return False

    def place(self, selector: str) -> list[int]:
        """The middle of an element, which is brought into the window."""
        return self.run(f"""(() => {{
            const part = document.querySelector({json.dumps(selector)});
            part.scrollIntoView({{ block: "center" }});
            const box = part.getBoundingClientRect();
            return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
        }})()""")

    def point(self, selector: str, *presses: str):
        """Moves the mouse to an element."""
        x, y = self.place(selector)
        moves = [{"type": "pointerMove", "x": x, "y": y}] + [{"type": press, "button": 0} for press in presses]
        self.send("input.performActions", context=self.id, actions=[{"type": "pointer", "id": "mouse", "actions": moves}])

    def click(self, selector: str):
        """Where a mouse would: what lies above the element takes it."""
        self.point(selector, "pointerDown", "pointerUp")

    def type(self, text: str):
        keys = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self.send("input.performActions", context=self.id, actions=[{"type": "key", "id": "keys", "actions": keys}])
