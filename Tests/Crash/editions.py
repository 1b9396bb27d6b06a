"""A tiny site in two editions, and what a reader may find of them on a disk.

Every page differs between the editions, some files come and some go, and some stay as they are. What a
whole build of each edition holds is read once; a folder is then whole when it is one of the two.
"""

import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
THEME = ROOT / "Tests/HelpCenterTests/Golden/site/Templates"
DATE = "2026-11-21"


def write_sources(folder, edition, articles=12):
    """The sources of edition 1 or 2 in a folder of their own."""
    content = folder / "Content"
    category = content / "acme/start"
    category.mkdir(parents=True)
    shutil.copytree(THEME, folder / "Templates")
    (content / "site.yaml").write_text(
        f"title: Edition {edition}\nbase-url: https://help.test/\ntime-zone: UTC\n"
        "languages:\n  - {path: en}\nexchanges: [acme]\n"
    )
    (content / "categories.yaml").write_text("- {id: start, name: First steps}\n")
    (content / "acme/exchange.yaml").write_text("name: Acme\n")
    (folder / "Templates/assets/stays.css").write_text("a { order: 1 }\n")
    for language in ("ko", "zh"):
        (folder / f"Templates/languages/{language}.yaml").unlink()
    names = [f"stays-{n}" for n in range(articles)]
    names += [f"{'goes' if edition == 1 else 'comes'}-{n}" for n in range(articles // 3)]
    for name in names:
        (category / f"{name}.en.md").write_text(
            f"---\ntitle: {name}\ndescription: Edition {edition}.\nupdated: 2026-11-20\n---\n\n"
            + f"Edition {edition}. " * 400
            + "\n"
        )


def command(program, sources, output, *options):
    return [
        str(program), "build", "--source", str(sources), "--output", str(output),
        "--date", DATE, "--jobs", "2", *options,
    ]


def build(program, sources, output, *options):
    """A build that nobody kills; its findings and summary."""
    done = subprocess.run(
        command(program, sources, output, *options), capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise SystemExit(f"a build failed with {done.returncode}:\n{done.stderr}{done.stdout}")
    return done.stderr + done.stdout


def contents(folder):
    """Every file of a folder by its path."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


class Editions:
    """The two editions: where their sources are, and what a whole build of each holds."""

    def __init__(self, program, folder, articles=12):
        self.program = program
        self.sources = {}
        self.whole = {}
        for edition in (1, 2):
            self.sources[edition] = folder / f"edition-{edition}"
            write_sources(self.sources[edition], edition, articles)
            output = folder / f"whole-{edition}"
            build(program, self.sources[edition], output, "--no-sync")
            self.whole[edition] = contents(output)
        self.kept = sorted(self.whole[1].keys() & self.whole[2].keys())

    def build(self, edition, output, *options):
        return build(self.program, self.sources[edition], output, *options)

    def which(self, found):
        """1 or 2 where the files are all those of one edition, else None."""
        for edition in (1, 2):
            if found == self.whole[edition]:
                return edition
        return None

    def is_whole_file(self, path, data):
        return any(self.whole[edition].get(path) == data for edition in (1, 2))

    def differences(self, found):
        """What keeps the files from being the nearer of the two editions, for a message."""
        def count(edition):
            whole = self.whole[edition]
            return (
                [p for p in whole if p not in found],
                [p for p in found if p not in whole],
                [p for p in found if p in whole and found[p] != whole[p]],
            )
        missing, foreign, other = min(map(count, (1, 2)), key=lambda c: sum(map(len, c)))
        return f"missing {missing[:3]}, foreign {foreign[:3]}, other bytes {other[:3]}"
