"""A reader that walks a published folder without end, as a web server would, and notes what is not
whole: a file that both editions have and that is not there, or one that is not that of either."""

import pathlib
import threading


class Reader(threading.Thread):
    def __init__(self, editions, folder):
        super().__init__(daemon=True)
        self.editions = editions
        self.folder = pathlib.Path(folder)
        self.reads = 0
        self.missing = []
        self.torn = []
        self.is_over = threading.Event()

    def run(self):
        while not self.is_over.is_set():
            for path in self.editions.kept:
                if self.is_over.is_set():
                    break
                self.read(path)

    def read(self, path):
        try:
            data = (self.folder / path).read_bytes()
        except OSError as error:
            self.missing.append(f"{path}: {error.strerror}")
            return
        self.reads += 1
        if not self.editions.is_whole_file(path, data):
            self.torn.append(f"{path}: {len(data)} bytes")

    def stop(self):
        self.is_over.set()
        self.join()
        return self

    def __str__(self):
        text = f"{self.reads} reads, {len(self.missing)} missing, {len(self.torn)} cut off"
        for fault in (self.missing + self.torn)[:3]:
            text += f"\n    {fault}"
        return text

    @property
    def is_content(self):
        return not self.missing and not self.torn
