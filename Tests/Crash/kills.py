#!/usr/bin/env python3
"""Kills builds with SIGKILL and looks at what they leave: Tests/Crash/kills.py --kills 50

1. A tiny site is built in two editions, to know what is whole.
2. A build of one over the other is killed: half of the time at any moment, half of the time within
   publishing, which begins when the new folder appears beside the old one.
3. After each kill the output must be one whole edition where two folders are exchanged, and hold
   whole files only, with none missing that both editions have, where files change one by one. A
   reader walks the output all the while and must never find anything else.
4. Every tenth kill, and at the end, a build that nobody kills must make its edition whole, and leave
   nothing beside the output but its lock.
"""

import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

from editions import Editions, command, contents
from reader import Reader


def kill_a_build(editions, edition, output, options, chance, longest):
    """Starts a build and kills it. Says where: 'over', 'early' or 'publishing'."""
    next_folder = output.parent / f".{output.name}.next"
    process = subprocess.Popen(
        command(editions.program, editions.sources[edition], output, *options),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    begun = time.monotonic()
    if chance.random() < 0.5:
        time.sleep(chance.uniform(0, longest))
    else:
        while process.poll() is None and not next_folder.exists():
            time.sleep(0.0002)
        time.sleep(chance.choice([0, 0.001, 0.003, 0.01]) + chance.uniform(0, longest / 4))
    seen = next_folder.exists()
    process.send_signal(signal.SIGKILL)
    over = process.wait() != -signal.SIGKILL
    return ("over" if over else "publishing" if seen else "early"), time.monotonic() - begun


def look(editions, output, is_in_place):
    """What is wrong with the output after a kill, or None."""
    found = contents(output)
    if not is_in_place:
        return None if editions.which(found) else editions.differences(found)
    for path, data in found.items():
        if path != ".part" and not editions.is_whole_file(path, data):
            return f"'{path}' is torn: {len(data)} bytes"
    missing = [path for path in editions.kept if path not in found]
    return f"missing {missing[:3]}" if missing else None


def run(editions, folder, kills, chance, is_in_place):
    options = ["--in-place"] if is_in_place else []
    output = folder / ("in-place" if is_in_place else "exchanged") / "site"
    output.parent.mkdir()
    editions.build(1, output, *options)
    begun = time.monotonic()
    editions.build(2, output, *options)
    longest = time.monotonic() - begun
    reader = Reader(editions, output)
    reader.start()
    where = {"early": 0, "publishing": 0, "over": 0}
    broken = []
    number = 0
    while where["early"] + where["publishing"] < kills:
        number += 1
        edition = 1 + number % 2
        place, _ = kill_a_build(editions, edition, output, options, chance, longest)
        where[place] += 1
        fault = look(editions, output, is_in_place)
        if fault:
            broken.append(f"kill {number}: {fault}")
        if number % 10 == 0 or fault:
            mended = chance.choice([1, 2])
            editions.build(mended, output, *options)
            if editions.which(contents(output)) != mended:
                broken.append(f"after kill {number} the next build did not mend it")
    editions.build(1, output, *options)
    if editions.which(contents(output)) != 1:
        broken.append("the last build is not whole")
    left = sorted(os.listdir(output.parent))
    if left != [f".{output.name}.lock", output.name]:
        broken.append(f"left beside the output: {left}")
    reader.stop()
    name = "file by file" if is_in_place else "exchanged"
    print(
        f"{name}: {where['early'] + where['publishing']} kills, {where['publishing']} of them within "
        f"publishing ({where['over']} builds were over before); {len(broken)} broken promises"
    )
    print(f"  reader: {reader}", flush=True)
    for fault in broken[:10]:
        print(f"  {fault}")
    return not broken and reader.is_content


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=int.from_bytes(os.urandom(4), "big"))
    parser.add_argument("--helpcenter", default=os.environ.get("HELPCENTER", "helpcenter"))
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    chance = random.Random(arguments.seed)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        editions = Editions(pathlib.Path(arguments.helpcenter).resolve(), folder)
        half = arguments.kills // 2
        good = run(editions, folder, arguments.kills - half, chance, is_in_place=False)
        good = run(editions, folder, half, chance, is_in_place=True) and good
    print(f"{arguments.kills} kills in {time.monotonic() - begun:.0f} s")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
