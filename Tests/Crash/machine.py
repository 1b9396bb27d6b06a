"""What these tests need of the machine: root, loop devices and mounts. Without them they are skipped,
with a word."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def need(what, works):
    if not works:
        print(f"skipped: {what}")
        sys.exit(0)


def need_mounts(loop=False):
    need("no root, so nothing can be mounted", os.geteuid() == 0)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        try:
            if loop:
                need("no mkfs.ext4", shutil.which("mkfs.ext4") is not None)
                image, place = make_image(folder / "image", 8), folder / "mount"
                mount(image, place)
            else:
                place = folder / "b"
                (folder / "a").mkdir()
                bind(folder / "a", place)
            run("umount", str(place))
        except (subprocess.CalledProcessError, OSError) as error:
            need(f"this machine allows no mounts: {error}", False)


def make_image(path, mebibytes):
    with open(path, "wb") as image:
        image.truncate(mebibytes << 20)
    run("mkfs.ext4", "-q", str(path))
    return path


def mount(image, place):
    place.mkdir(exist_ok=True)
    run("mount", "-o", "loop", str(image), str(place))


def bind(folder, place):
    place.mkdir(exist_ok=True)
    run("mount", "--bind", str(folder), str(place))


def unmount(place):
    run("umount", str(place))
