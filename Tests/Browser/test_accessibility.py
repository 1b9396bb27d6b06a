"""What WCAG 2.2 AA asks and automatic checkers do not see: where the focus is, how large targets are, where help is."""

import os

import pytest
from playwright.sync_api import expect
from test_pages import address_of

MOUNT = "sub-path"

PAGES = [
    "",
    "404.html",
    "zh/",
    "ko/upbit/",
    "en/upbit/deposits-withdrawals/",
    "zh/upbit/deposits-withdrawals/withdrawal-delayed/",
    "ko/*/notices/*/",
    "en/notices/",
    "zh/contact/",
    "en/upbit/contact/",
    "ko/upbit/urgent/",
    "zh/search/",
    "en/verify/",
    "ko/upbit/prepare/",
]

# How the element under the keyboard stands: its name, whether a ring is drawn, whether the sticky header covers it.
FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const frame = at.closest(".ask") ?? at, ring = getComputedStyle(frame);
  const top = document.querySelector(".top"), line = top?.getBoundingClientRect().bottom ?? 0;
  // What is taller than half the window may begin above it (2.4.11 asks that not all is hidden).
  const covered = top && !top.contains(at) && !at.matches(".skip, .hint *")
    && (box.height > innerHeight / 2 ? box.bottom <= line : box.top < line - 1);
  return {
    key: at === document.body ? "" : `${at.tagName} ${at.textContent.trim().slice(0, 40)}`,
    ring: parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none"
      || parseFloat(ring.outlineWidth) >= 2 && ring.outlineStyle !== "none",
    covered,
    seen: box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.mark.parametrize("pattern", PAGES)
def test_the_focus_is_always_seen(page, site, host, pattern):
    page.set_viewport_size({"width": 390, "height": 640})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{host}/{address_of(pattern, site)}", wait_until="networkidle")
    for key in ["Tab", "Shift+Tab"]:
        for _ in range(400):
            page.keyboard.press(key)
            focus = page.evaluate(FOCUSED)
            if not focus["key"]:
                break
            assert focus["ring"] and focus["seen"] and not focus["covered"], (key, focus)
        else:
            pytest.fail(f"{key} never leaves the page")


# Links in a line of text are no targets of their own (2.5.8, "Inline").
SMALL = """() => [...document.querySelectorAll("a, button, summary, input:not([type=hidden]), select, textarea")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !e.closest(".vh"))
  .filter((e) => {
    if (e.matches(".skip, .term") || getComputedStyle(e).display === "inline") return false;
    const target = e.matches("input[type=radio], input[type=checkbox]") ? e.closest("label") ?? e : e;
    const { width, height } = target.getBoundingClientRect();
    return width < 23.9 || height < 23.9;
  })
  .map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 30)}: ${e.getBoundingClientRect().width} x ${e.getBoundingClientRect().height}`)"""

# Inline links that stand alone need room around them: the same in a list item of their own.
ALONE = """() => [...document.querySelectorAll("li > a:only-child, p > a:only-child, h2 > a:only-child, h3 > a:only-child, th > a:only-child, dd > a:only-child")]
  .filter((a) => a.checkVisibility() && getComputedStyle(a).display === "inline" && a.parentElement.textContent.trim() === a.textContent.trim())
  .filter((a) => a.parentElement.getBoundingClientRect().height < 23.9)
  .map((a) => a.outerHTML)"""


@pytest.mark.parametrize("pattern", PAGES)
def test_targets_are_large_enough(page, site, host, pattern):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{host}/{address_of(pattern, site)}", wait_until="networkidle")
    assert page.evaluate(SMALL) == []
    assert page.evaluate(ALONE) == []


def test_help_stands_in_the_same_place_everywhere(page, site, host):
    orders = set()
    for pattern in PAGES[2:]:
        page.goto(f"{host}/{address_of(pattern, site)}")
        expect(page.get_by_role("banner").locator(".sos")).to_be_visible()
        links = page.get_by_role("contentinfo").locator("li a")
        kinds = links.evaluate_all("all => all.map((a) => a.pathname.split('/').filter(Boolean).at(-1))")
        orders.add(tuple(kinds))
    assert orders == {("contact", "verify", "prepare", "urgent", "notices", "accessibility")}


@pytest.fixture(scope="module")
def large(browser):
    """A browser whose reader has set text to twice its size."""
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=os.environ.get("CHROME", "/usr/bin/chromium"), args=flags)
    yield large
    large.close()


@pytest.mark.parametrize("pattern", PAGES)
def test_text_can_be_twice_as_large(large, site, host, pattern):
    page = large.new_page(viewport={"width": 768, "height": 1024})
    page.goto(f"{host}/{address_of(pattern, site)}", wait_until="networkidle")
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 32
    assert page.evaluate("document.documentElement.scrollWidth") <= 768
    page.close()
