"""What readers come for, in another engine: search, verify, theme, case pack, popover, zoom. `Tests/Browser/run` installs
Firefox where it can; FIREFOX names it."""

import os
import shutil

import pytest
from firefox import KEYS, firefox

MOUNT = "sub-path"

PROGRAM = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


@pytest.fixture(scope="module")
def tab():
    if not PROGRAM:
        pytest.skip("no Firefox on this machine, and none could be installed: the journeys ran in Chromium alone")
    with firefox(PROGRAM) as tab:
        yield tab


@pytest.fixture(autouse=True)
def quiet(tab):
    """No page says that something went wrong."""
    tab.errors.clear()
    yield
    tab.run("0")
    # Whoever leaves a page gives up what was on its way.
    assert [error for error in tab.errors if "dynamically imported module" not in error] == []


def test_search_finds_and_opens(tab, base):
    tab.show(f"{base}ko/")
    tab.click("main [data-find]")
    tab.type("출금이 안 돼요")
    tab.wait("document.querySelector('[role=option]')")
    tab.type(KEYS["Enter"])
    tab.wait("location.search.startsWith('?q=') && document.querySelector('[data-hits] > li a')")
    tab.click("[data-hits] > li a")
    tab.wait("document.querySelector('article.prose')")


def test_verify_judges(tab, base):
    tab.show(f"{base}en/verify/")
    tab.click("#_paste")
    tab.type("upblt.com")
    tab.click("form.paste button")
    tab.wait("document.querySelector('[data-verdict] .verdict.bad')")
    assert "?" not in tab.run("location.href")


def test_theme_is_kept(tab, base):
    tab.show(f"{base}en/")
    dark = tab.run("getComputedStyle(document.body).backgroundColor")
    tab.click("[data-theme-switch]")
    tab.wait("document.documentElement.dataset.theme")
    other = tab.run("getComputedStyle(document.body).backgroundColor")
    assert other != dark
    tab.show(f"{base}en/upbit/")
    assert tab.run("getComputedStyle(document.body).backgroundColor") == other
    tab.run("localStorage.clear()")


def test_case_pack_writes_the_message(tab, base):
    tab.show(f"{base}en/upbit/prepare/")
    tab.wait("!document.querySelector('[data-pack]').hidden")
    tab.click("[data-pack] input[type=radio]")
    tab.wait("document.querySelector('#_f-summary').checkVisibility()")
    tab.click("#_f-summary")
    tab.type("0.5 BTC")
    tab.wait("document.querySelector('#_out').textContent.includes('0.5 BTC')")


def test_a_term_opens_beside_its_word(tab, base):
    tab.show(f"{base}en/upbit/deposits-withdrawals/withdrawal-delayed/")
    tab.click("button.term")
    tab.wait("document.querySelector('.def:popover-open')")
    word, box = tab.run(
        "['button.term', '.def:popover-open'].map((part) => document.querySelector(part).getBoundingClientRect().toJSON())"
    )
    assert box["left"] >= 0 and box["right"] <= 1280 and box["bottom"] <= 800
    tab.type(KEYS["Escape"])
    tab.wait("!document.querySelector('.def:popover-open')")
    assert word["width"] > 0


def test_a_picture_is_enlarged(tab, base, site):
    page = next(page for page in sorted(site.glob("en/*/*/*/index.html")) if b'class="fig"' in page.read_bytes())
    tab.show(f"{base}{page.parent.relative_to(site)}/", 390, 844)
    # The lens is fetched when the mouse moves; before, the link opens the file.
    tab.point("h1")
    tab.point(".fig > a")
    tab.wait("document.querySelector('.fig > a[aria-haspopup]')")
    tab.click(".fig > a")
    tab.wait("document.querySelector('dialog.lens[open] img')?.complete")
    tab.type(KEYS["Escape"])
    tab.wait("!document.querySelector('dialog')")
    assert tab.run("document.activeElement.matches('.fig > a')")
