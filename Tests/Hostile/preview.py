#!/usr/bin/env python3
"""Hostile clients of the preview server: Tests/Hostile/preview.py [table] [slow] [soak --requests N]

table  Each request of hostile.py goes over a socket of its own. The answer must be one that the table
       allows and hold nothing that stands outside the site, and the connection must not hang.
slow   200 clients that send a byte now and then, or read nothing, beside one that behaves: it must be
       served, and the others be gone when the time that README names is over.
soak   Many requests of all kinds, and the server's memory at ten moments.
"""

import argparse
import os
import pathlib
import re
import selectors
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Crash"))

from editions import DATE, write_sources
from hostile import CLOSED, get, table

SECRET = b"nobody-may-read-this"
#: README: a client has this long for a request and for each part of an answer.
PATIENCE = 30
LEAKS = [SECRET, b"root:x:", b"base-url:", b"{{title}}", b"draft-marker"]


class Preview:
    def __init__(self, program, folder):
        source = folder / "source"
        write_sources(source, 1)
        (folder / "secret.txt").write_bytes(SECRET)
        (source / "secret.txt").write_bytes(SECRET)
        (source / "Content/acme/start/draft.en.md").write_text(
            "---\ntitle: draft-marker\ndescription: b\nupdated: 2026-11-20\ndraft: true\n---\n\nText.\n")
        self.process = subprocess.Popen(
            [str(program), "serve", "--source", str(source), "--port", "0", "--date", DATE],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the preview did not start")
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port = int(found[1])
                break
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def connect(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE + 10)

    def bytes(self, data):
        return data.replace(b"PORT", str(self.port).encode())

    def memory(self):
        """Resident memory in MB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def serves(self):
        """Whether a browser's request is answered, and in how many seconds."""
        begun = time.monotonic()
        with self.connect() as client:
            client.sendall(self.bytes(get(b"/en/", b"Connection: close")))
            answer = read_all(client, limit=1 << 20)
        return answer.startswith(b"HTTP/1.1 200"), time.monotonic() - begun

    def stop(self):
        self.process.terminate()
        self.process.wait()


def read_all(client, limit, quiet=None):
    """What comes until the end, or until nothing comes for `quiet` seconds."""
    got = b""
    if quiet:
        client.settimeout(quiet)
    try:
        while len(got) < limit and (part := client.recv(65536)):
            got += part
    except (TimeoutError, ConnectionError):
        pass
    return got


def ask(preview, data):
    """The status of the first answer, all that came, and the seconds that it took."""
    begun = time.monotonic()
    got = b""
    with preview.connect() as client:
        try:
            client.sendall(preview.bytes(data))
            client.shutdown(socket.SHUT_WR)
        except OSError:
            pass
        got = read_all(client, limit=64 << 20)
    # What only says to go on is no answer.
    final = re.sub(rb"^HTTP/1\.1 100 [^\r]*\r\n(?:[^\r]+\r\n)*\r\n", b"", got)
    status = re.match(rb"HTTP/1\.[01] (\d{3}) ", final)
    return (int(status[1]) if status else CLOSED), got, time.monotonic() - begun


def run_table(preview):
    faults = []
    longest = 0
    cases = table()
    for name, data, answers in cases:
        status, got, seconds = ask(preview, data)
        longest = max(longest, seconds)
        if status not in answers:
            faults.append(f"{name}: {status or 'closed'}, not one of {answers}")
        if seconds > PATIENCE:
            faults.append(f"{name}: took {seconds:.0f} s")
        faults += [f"{name}: leaks {leak}" for leak in LEAKS if leak in got]
        if b"Content-Security-Policy" not in got and status == 200:
            faults.append(f"{name}: no security policy")
    good, _ = preview.serves()
    if not good:
        faults.append("after all of them the server does not answer")
    leaks = sum("leaks" in fault for fault in faults)
    print(f"table: {len(cases)} requests, {leaks} leaks, {len(faults)} faults, "
          f"the longest took {longest:.1f} s")
    for fault in faults[:40]:
        print(f"  {fault}")
    return not faults


def run_slow(preview, count):
    """A third send a byte a second, a third nothing at all, a third ask and read nothing."""
    clients = [preview.connect() for _ in range(count)]
    request = preview.bytes(get(b"/en/"))
    for number, client in enumerate(clients):
        client.setblocking(False)
        if number % 3 == 2:
            client.send(request)
    begun = time.monotonic()
    slowest, served, gone = 0.0, 0, 0
    watch = selectors.DefaultSelector()
    for number, client in enumerate(clients):
        watch.register(client, selectors.EVENT_READ, number)
    open_clients = dict(enumerate(clients))
    position = 0
    while open_clients and time.monotonic() - begun < PATIENCE * 2:
        good, seconds = preview.serves()
        served += good
        slowest = max(slowest, seconds)
        for number in list(open_clients):
            if number % 3 == 0:
                try:
                    open_clients[number].send(request[position : position + 1] or b"\n")
                except OSError:
                    pass
        position = min(position + 1, len(request) - 2)
        for key, _ in watch.select(timeout=0):
            try:
                data = key.fileobj.recv(4096)
            except OSError:
                data = b""
            if not data:
                gone += 1
                watch.unregister(key.fileobj)
                open_clients.pop(key.data).close()
        time.sleep(1)
    took = time.monotonic() - begun
    for client in open_clients.values():
        client.close()
    print(f"slow: {count} clients, {gone} gone after {took:.0f} s; beside them {served} requests of a "
          f"client that behaves, the slowest in {slowest:.2f} s")
    return gone == count and served > 0 and slowest < 5


def run_soak(preview, requests):
    """The table's requests and plain ones, on one connection after another."""
    plain = preview.bytes(
        get(b"/en/") + get(b"/en/acme/start/stays-1/") + get(b"/nothing/") + get(b"/sitemap.xml"))
    batch = plain * 250
    hostile = [preview.bytes(data) for _, data, _ in table() if len(data) < 2000]
    done, number, marks = 0, 0, []
    begun = time.monotonic()
    while done < requests:
        with preview.connect() as client:
            sender = threading.Thread(target=send, args=(client, batch))
            sender.start()
            answers, tail = 0, b""
            while answers < 1000 and (part := client.recv(1 << 18)):
                answers += (tail + part).count(b"HTTP/1.1 ") - tail.count(b"HTTP/1.1 ")
                tail = part[-8:]
            sender.join()
        done += answers
        for _ in range(10):
            with preview.connect() as client:
                send(client, hostile[number % len(hostile)])
            number += 1
            done += 1
        if done >= requests * (len(marks) + 1) / 10:
            marks.append(preview.memory())
    took = time.monotonic() - begun
    print(f"soak: {done} requests in {took:.0f} s, MB of memory at each tenth: "
          + " ".join(f"{mark:.0f}" for mark in marks))
    # The first tenth fills what is kept; from then on nothing may grow.
    return preview.serves()[0] and marks[-1] < marks[0] * 1.25 + 10


def send(client, data):
    try:
        client.sendall(data)
    except OSError:
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", default=["table"])
    parser.add_argument("--requests", type=int, default=1_000_000)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--helpcenter", default=os.environ.get("HELPCENTER", "helpcenter"))
    arguments = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        preview = Preview(pathlib.Path(arguments.helpcenter).resolve(), pathlib.Path(folder))
        try:
            if "table" in arguments.what:
                good &= run_table(preview)
            if "slow" in arguments.what:
                good &= run_slow(preview, arguments.clients)
            if "soak" in arguments.what:
                good &= run_soak(preview, arguments.requests)
        finally:
            preview.stop()
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
