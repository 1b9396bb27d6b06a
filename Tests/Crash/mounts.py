#!/usr/bin/env python3
"""Publishing while others hold the folder: Tests/Crash/mounts.py --builds 20. Needs root; skipped without.

A reader walks the site while builds replace one edition by the other, in each of these ways:

1. two folders are exchanged, and the reader goes by the path;
2. the same, and the reader goes through a mount of the folder above, as containers should have it;
3. the output is the root of a mount itself, so that the program has to go file by file;
4. --in-place, and the reader goes through a mount of the output: what README recommends for containers.

None of them may miss a file or read a part of one. Owner, group and mode of the output, and the group of
its new files, stay what they were. That exchanging empties a mount of the output itself (README) is shown
last, and judged by nothing.
"""

import argparse
import grp
import os
import pathlib
import pwd
import sys
import tempfile

import machine
from editions import Editions, contents
from reader import Reader


def rights(path):
    status = os.stat(path)
    owner = pwd.getpwuid(status.st_uid).pw_name
    group = grp.getgrgid(status.st_gid).gr_name
    return f"{owner}:{group} {status.st_mode & 0o7777:o}"


def publish(editions, name, output, view, builds, options):
    """Builds under a reader; true when it missed nothing and the rights stayed."""
    os.umask(0o077)
    group = grp.getgrnam("www-data").gr_gid if "www-data" in {g.gr_name for g in grp.getgrall()} else 1
    for place in [output, *output.rglob("*")]:
        os.chown(place, 0, group)
        if place.is_dir():
            os.chmod(place, 0o2775)
    before = rights(output)
    reader = Reader(editions, view)
    reader.start()
    for number in range(builds):
        editions.build(1 + (number + 1) % 2, output, *options)
    reader.stop()
    after = rights(output)
    last = 1 + builds % 2
    whole = editions.which(contents(output)) == last
    page = output / next(
        path for path in editions.kept if editions.whole[1][path] != editions.whole[2][path])
    print(f"{name}: {builds} builds; {reader}")
    print(f"  before {before}, after {after}; a new page {rights(page)}; whole at the end: {whole}")
    same_group = os.stat(page).st_gid == group
    return reader.is_content and before == after and whole and same_group


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--builds", type=int, default=20)
    parser.add_argument("--helpcenter", default=os.environ.get("HELPCENTER", "helpcenter"))
    arguments = parser.parse_args()
    machine.need_mounts()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        editions = Editions(pathlib.Path(arguments.helpcenter).resolve(), folder)
        builds = arguments.builds

        def prepare(name):
            (folder / name).mkdir()
            output = folder / name / "site"
            editions.build(1, output)
            return output

        output = prepare("by-path")
        good &= publish(editions, "exchanged, by path", output, output, builds, [])

        output = prepare("above")
        view = folder / "view-above"
        machine.bind(output.parent, view)
        try:
            good &= publish(
                editions, "exchanged, mount of the folder above", output, view / "site", builds, [])
        finally:
            machine.unmount(view)

        output = prepare("root-of-mount")
        inner = folder / "inner"
        inner.mkdir()
        view = inner / "site"
        machine.bind(output, view)
        try:
            good &= publish(
                editions, "exchange refused: the output is a mount's root", view, view, builds, [])
        finally:
            machine.unmount(view)

        output = prepare("in-place")
        view = folder / "view"
        machine.bind(output, view)
        try:
            good &= publish(
                editions, "--in-place, mount of the output", output, view, builds, ["--in-place"])
        finally:
            machine.unmount(view)

        output = prepare("known")
        view = folder / "view-known"
        machine.bind(output, view)
        try:
            editions.build(2, output)
            seen = len(contents(view))
            print(f"known and said in README: exchanged, mount of the output: {seen} files to be seen "
                  f"through it after one build of {len(contents(output))}")
        finally:
            machine.unmount(view)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
