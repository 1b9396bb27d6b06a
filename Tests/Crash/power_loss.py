#!/usr/bin/env python3
"""What a power cut leaves: Tests/Crash/power_loss.py --moments 20. Needs root; skipped without.

1. A site is published on an ext4 image that is mounted through a loop device, and synced.
2. The other edition is built over it. At a moment within the build or after it, the program is
   stopped and the image file is copied: the copy holds what the disk would, and nothing of what
   memory still had.
3. The copy is mounted, which replays the journal as after a power cut. The site on it must be the
   whole old or the whole new edition; after a build that has ended, the new one.

With --no-sync the same is only printed: that shows that the test can see what it looks for.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import machine
from editions import Editions, command, contents


def cut(editions, folder, mounted, image, edition, moment, options):
    """Builds, stops at the moment, and copies the disk. True when the build had ended by then."""
    process = subprocess.Popen(
        command(editions.program, editions.sources[edition], mounted / "site", *options),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    deadline = time.monotonic() + moment
    while time.monotonic() < deadline and (process.poll() is None or moment > 1):
        time.sleep(0.002)
    over = process.poll() is not None
    if not over:
        process.send_signal(signal.SIGSTOP)
    shutil.copyfile(image, folder / "copy")
    if not over:
        process.send_signal(signal.SIGCONT)
        process.wait()
    return over


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--no-sync", action="store_true")
    parser.add_argument("--helpcenter", default=os.environ.get("HELPCENTER", "helpcenter"))
    arguments = parser.parse_args()
    machine.need_mounts(loop=True)
    print(f"seed {arguments.seed}", flush=True)
    chance = random.Random(arguments.seed)
    options = ["--no-sync"] if arguments.no_sync else []
    found = {"old": 0, "new": 0, "torn": 0}
    within = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        editions = Editions(pathlib.Path(arguments.helpcenter).resolve(), folder)
        image = machine.make_image(folder / "image", 48)
        mounted = folder / "mounted"
        machine.mount(image, mounted)
        try:
            editions.build(1, mounted / "site")
            begun = time.monotonic()
            editions.build(2, mounted / "site")
            longest = time.monotonic() - begun
            for number in range(arguments.moments):
                old, new = (2, 1) if number % 2 == 0 else (1, 2)
                # Half of them within the build, half up to seven seconds after: the kernel writes
                # by itself after five.
                moment = chance.uniform(0, longest) if number % 4 < 2 else longest + chance.uniform(0, 7)
                editions.build(old, mounted / "site")
                os.sync()
                over = cut(editions, folder, mounted, image, new, moment, options)
                within += not over
                place = folder / "after"
                machine.mount(folder / "copy", place)
                try:
                    site = contents(place / "site")
                finally:
                    machine.unmount(place)
                edition = editions.which(site)
                kind = {old: "old", new: "new"}.get(edition, "torn")
                found[kind] += 1
                if kind == "torn" or (over and kind == "old" and not options):
                    found["torn"] += kind != "torn"
                    print(f"  moment {number}, {moment:.2f} s, build over {over}: {kind}, "
                          f"{editions.differences(site)}, "
                          f"{sum(not data for data in site.values())} empty of {len(site)} files")
        finally:
            machine.unmount(mounted)
    print(f"{arguments.moments} moments, {within} within the build: "
          f"{found['old']} old, {found['new']} new, {found['torn']} torn")
    sys.exit(0 if found["torn"] == 0 or arguments.no_sync else 1)


if __name__ == "__main__":
    main()
