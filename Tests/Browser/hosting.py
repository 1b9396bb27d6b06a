"""A small host for sites that a test builds for itself, under the policy that the build asks for."""

import http.server
import re
import subprocess
import threading
from contextlib import contextmanager
from functools import partial
from urllib.parse import parse_qs

# Milliseconds after which a test stops waiting: against hanging alone, so in minutes. No verdict depends on how fast
# a machine is.
LIMIT = 180_000


def build(helpcenter, source, folder, *options):
    command = [helpcenter, "build", "--source", source, "--output", folder, *options]
    built = subprocess.run(command, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


class Host(http.server.SimpleHTTPRequestHandler):
    """Takes forms too."""

    answers: list
    status: int
    policy: str

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.answers.append((self.path, self.headers["Content-Type"], parse_qs(body)))
        self.send_response(self.status)
        if self.status == 303:
            self.send_header("Location", "/en/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_):
        pass


@contextmanager
def hosted(folder, status=204):
    """Gives the address of the folder, and the forms that come in: path, type, fields."""
    policy = re.search(r"Content-Security-Policy: (.*)", (folder / "_headers").read_text())[1]
    kind = type("Kind", (Host,), {"answers": [], "status": status, "policy": policy})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", kind.answers
    finally:
        server.shutdown()
        server.server_close()
