"""`helpcenter serve`: what an author sees in the browser while the files change."""

import re
import subprocess
import threading
import time

import pytest
from playwright.sync_api import expect

ARTICLE = "upbit/deposits-withdrawals/withdrawal-delayed"
READY = re.compile(r"serving (http://127\.0\.0\.1:\d+/)")


@pytest.fixture
def preview(helpcenter, source) -> str:
    """The address of a running preview of `source`."""
    command = [helpcenter, "serve", "--source", source, "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    log = []
    for line in server.stdout:
        log.append(line)
        if ready := READY.search(line):
            break
    else:
        pytest.fail("the preview did not start:\n" + "".join(log))
    # Read on, or the server would wait for room in the pipe.
    threading.Thread(target=log.extend, args=[server.stdout], daemon=True).start()
    yield ready[1]
    server.terminate()
    server.wait()


@pytest.fixture
def text(source):
    """The article's Korean file."""
    return source / f"Content/{ARTICLE}.ko.md"


def test_an_edit_is_seen(page, problems, preview, text):
    page.goto(f"{preview}ko/{ARTICLE}/")
    original = text.read_text()

    # Figures to read, not a verdict: machines differ.
    times = []
    for words in ["first edit", "second edit", "third edit", "fourth edit", "fifth edit"]:
        # The author reads for a while between two edits.
        time.sleep(0.5)
        start = time.monotonic()
        text.write_text(f"{original}\nThis is the {words}.\n")
        page.get_by_role("article").get_by_text(words).wait_for()
        times.append(time.monotonic() - start)

    print("seconds:", [round(seconds, 2) for seconds in times])
    # A reload ends the page's connection for news.
    assert [problem for problem in problems if "/.helpcenter/events" not in problem] == []


def test_an_error_shows_its_place_until_it_is_mended(page, preview, text):
    page.goto(f"{preview}ko/{ARTICLE}/")
    original = text.read_text()
    title = page.locator("h1").inner_text()

    text.write_text(f"{original}\n[nowhere](no-such-article.md)\n")
    line = original.count("\n") + 2
    expect(page.get_by_text(f"Content/{ARTICLE}.ko.md:{line}")).to_be_visible()

    text.write_text(original)
    expect(page.locator("h1")).to_have_text(title)
    expect(page.get_by_role("article")).to_be_visible()


def test_a_removed_translation_gives_way_to_another_language(page, preview, text):
    page.goto(f"{preview}ko/{ARTICLE}/")

    text.unlink()

    article = page.get_by_role("article")
    expect(article).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    expect(page.locator("h1")).to_have_attribute("lang", "en")
    # The notice names the language, in the reader's own.
    expect(page.get_by_role("main").locator("header .note")).to_contain_text("영어")
    # The list of articles marks what opens in another language.
    page.goto(f"{preview}ko/upbit/deposits-withdrawals/")
    link = page.get_by_role("main").locator("a[href='withdrawal-delayed/']")
    expect(link).to_have_attribute("lang", "en")
