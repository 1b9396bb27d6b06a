#!/usr/bin/env python3
"""Edits a site at random under a running preview, and compares after each edit what the preview shows,
and what a build over the last one publishes, with a build of the same sources elsewhere: every byte.

  HELPCENTER=<program> random_edits.py [--edits 300] [--seed N]

Texts, titles, renames, losses, mistakes, templates, words, contacts, the glossary, snippets,
categories and site.yaml are edited. The seed is printed; the same seed makes the same edits.
"""
import argparse, os, random, re, shutil, subprocess, sys, tempfile, threading, time
import urllib.error, urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DAY = "2026-11-21"
LANGUAGES = ("ko", "zh", "en")
RELOAD = b'<script type="module" src="/.helpcenter/reload.js"></script>'


def article(title, body="Text."):
    return f"---\ntitle: {title}\ndescription: About {title}.\nupdated: 2026-11-01\n---\n\n{body}\n"


class Source:
    """The edited folder, and what happens to it."""

    def __init__(self, folder, seed):
        self.folder, self.random, self.count = folder, random.Random(seed), 0
        shutil.copytree(f"{ROOT}/Templates", f"{folder}/Templates")
        languages = "".join(
            f"  - {{path: {p}, tag: {t}, fallback: [{f}]}}\n"
            for p, t, f in (("ko", "ko", "en, zh"), ("zh", "zh-Hans", "en, ko"), ("en", "en", "ko, zh")))
        self.write("Content/site.yaml",
                   f"title: {{ko: 도움말, zh: 帮助, en: Help}}\nlanguages:\n{languages}"
                   "profile: exchange\nexchanges: [upbit]\n")
        self.write("Content/categories.yaml", "- id: security\n  name: {ko: 보안, zh: 安全, en: Security}\n")
        self.write("Content/upbit/exchange.yaml", "name: {ko: 업비트, zh: Upbit, en: Upbit}\n")
        for name in ("fees", "limits", "address", "lost"):
            for language in LANGUAGES:
                body = "See [it](lost.md), [fee](term:fee) and [desk](channel:main).\n\n{include: common}"
                self.write(f"Content/upbit/security/{name}.{language}.md", article(name, body))
        for language in LANGUAGES:
            self.write(f"Content/upbit/urgent.{language}.md", article("Urgent"))
        self.contact(), self.glossary(), self.snippet()

    def write(self, path, text):
        path = f"{self.folder}/{path}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self, path):
        with open(f"{self.folder}/{path}", encoding="utf-8") as file:
            return file.read()

    def replace(self, path, pattern, text):
        self.write(path, re.sub(pattern, text, self.read(path), count=1))

    def texts(self):
        base = f"{self.folder}/Content"
        return sorted(
            os.path.relpath(os.path.join(folder, name), self.folder)
            for folder, _, names in os.walk(base) for name in names
            if name.endswith(".md") and "/snippets" not in folder and not name.startswith("urgent"))

    # Kinds of edits. Each takes the path of some text.

    def contact(self, _=None):
        self.write("Content/upbit/contact.yaml", f"""time-zone: Asia/Seoul
channels:
  - {{id: main, kind: phone, name: Phone {self.count}, dial: "1588-{1000 + self.count}", source: a, verified: 2026-11, confidence: official}}
""")

    def glossary(self, _=None):
        self.write("Content/glossary.yaml", f"""- id: fee
  term: {{ko: 수수료, zh: 手续费, en: fee}}
  definition: {{ko: 값 {self.count}, zh: 价, en: Price}}
""")

    def snippet(self, _=None):
        for language in LANGUAGES:
            self.write(f"Content/snippets/common.{language}.md", f"Common {self.count}.\n")

    def text(self, path):
        self.write(path, self.read(path) + f"\nEdit {self.count}.\n")

    def same_length(self, path):
        self.replace(path, "Text|Word|See|Sea", lambda m: {
            "Text": "Word", "Word": "Text", "See": "Sea", "Sea": "See"}[m.group()])

    def title(self, path):
        self.replace(path, "(?m)^title: .*$", f"title: Title {self.count}")

    def new(self, _):
        language = self.random.choice(LANGUAGES)
        self.write(f"Content/upbit/security/new-{self.count}.{language}.md",
                   article(f"New {self.count}", "See [it](fees.md)."))

    def lost(self, path):
        if len(self.texts()) > 4:
            os.remove(f"{self.folder}/{path}")

    def renamed(self, path):
        name = re.sub(r"/[^/.]*\.", f"/renamed-{self.count}.", path)
        os.rename(f"{self.folder}/{path}", f"{self.folder}/{name}")

    def moved_over(self, path):
        self.write("Content/next.tmp", self.read(path) + f"\nMoved {self.count}.\n")
        os.rename(f"{self.folder}/Content/next.tmp", f"{self.folder}/{path}")

    def broken(self, path):
        mended = "none-at-all" in self.read(path)
        self.write(path, article("Mended") if mended else article("Broken", "[to](none-at-all.md)"))

    def template(self, _):
        self.replace("Templates/article.mustache", r"(<!-- \d+ -->)?\Z", f"<!-- {self.count} -->")

    def style(self, _):
        self.write("Templates/assets/extra.css", f"a{{order:{self.count}}}\n")

    def word(self, _):
        self.replace("Templates/languages/en.yaml", "(?m)^search: .*$", f'search: "Search {self.count}"')

    def site(self, _):
        self.replace("Content/site.yaml", "en: Help[^}]*", f"en: Help {self.count}")

    def category(self, _):
        self.replace("Content/categories.yaml", "en: Security[^}]*", f"en: Security {self.count}")

    def folder_away_and_back(self, _):
        content = f"{self.folder}/Content"
        os.rename(content, content + "2"), os.rename(content + "2", content)

    KINDS = (text, text, same_length, title, new, lost, renamed, moved_over, broken, template, style,
             word, site, category, contact, glossary, snippet, folder_away_and_back)

    def edit(self):
        self.count += 1
        kind = self.random.choice(self.KINDS)
        path = self.random.choice(self.texts())
        kind(self, path)
        return f"{kind.__name__} {path}"


class Preview:
    def __init__(self, program, folder):
        self.process = subprocess.Popen(
            [program, "serve", "--source", folder, "--port", "0", "--date", DAY],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if found := re.search(r"serving (http://\S+/)", line):
                self.address = found.group(1)
                break
        else:
            sys.exit("serve ended before it served")
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + urllib.request.quote(path)) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def difference(self, site, left_out):
        """The first path at which it shows something else; nothing where it shows this site."""
        if site is None:
            status, _ = self.get("")
            return None if status == 500 else f"status {status} instead of an error page"
        for path, wanted in site.items():
            status, found = self.get(path)
            # At the address of a text with errors stands their list.
            if left_out and b"<title>The content has errors</title>" in found:
                continue
            if path.endswith(".html"):
                found = found.replace(RELOAD, b"", 1)
            if found != wanted and path != "404.html":
                return path
        return None


def files(folder):
    found = {}
    for base, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(base, name), "rb") as file:
                found[os.path.relpath(os.path.join(base, name), folder)] = file.read()
    return found


def build(program, source, output, *options):
    done = subprocess.run(
        [program, "build", "--partial", "--source", source, "--output", output, "--date", DAY, *options],
        capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"build ended with {done.returncode}: {done.stderr}")
    return done.returncode, re.sub(r"(?m)^.* in \d+\.\d+ s$", "", done.stderr)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--edits", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    program = os.environ["HELPCENTER"]
    print(f"{options.edits} edits, seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as work:
        source = Source(f"{work}/source", options.seed)
        preview = Preview(program, source.folder)
        sites = 0
        try:
            for number in range(options.edits + 1):
                edit = source.edit() if number else "none"
                clean, kept = f"{work}/clean", f"{work}/kept"
                shutil.rmtree(clean, ignore_errors=True)
                shutil.rmtree(f"{work}/copy", ignore_errors=True)
                shutil.copytree(source.folder, f"{work}/copy", ignore=shutil.ignore_patterns(".helpcenter"))
                base = ("--base-url", preview.address)
                wanted, said = build(program, f"{work}/copy", clean, *base)
                got, says = build(program, source.folder, kept, *base)
                site = files(clean) if wanted != 1 else None
                def fail(what):
                    sys.exit(f"edit {number} ({edit}), seed {options.seed}: {what}")
                if (got, says) != (wanted, said):
                    fail(f"build over the last one says {got}\n{says}\ninstead of {wanted}\n{said}")
                if site is not None and files(kept) != site:
                    now = files(kept)
                    fail("build over the last one differs: "
                         + str([p for p in site.keys() | now.keys() if site.get(p) != now.get(p)][:5]))
                # The preview sees a change in its own time, but it does.
                end = time.monotonic() + 60
                while (path := preview.difference(site, wanted == 3)) and time.monotonic() < end:
                    time.sleep(0.05)
                if path:
                    fail(f"the preview differs: {path}")
                sites += site is not None
                if number % 25 == 0:
                    print(f"{number} edits: equal", flush=True)
        finally:
            preview.process.terminate()
            preview.process.wait()
        if sites * 2 < options.edits:
            sys.exit(f"only {sites} of the edits left a site to compare")
        print(f"all equal; {sites} of {options.edits + 1} were sites", flush=True)


if __name__ == "__main__":
    main()
