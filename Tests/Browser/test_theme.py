"""A reader's choice of light or dark is kept, and no page shows the other one first."""

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

# Notes when the choice comes to the page, on the clock of the browser's paint times.
NOTE_THEME = """
new MutationObserver(() => {
  if (document.documentElement?.dataset.theme) window.themeSetAt ??= performance.now();
}).observe(document, { attributes: true, childList: true, subtree: true });
"""


@pytest.mark.parametrize("system, chosen", [("light", "dark"), ("dark", "light")])
def test_choice_is_remembered_and_does_not_flash(context, page, problems, base, system, chosen):
    page.emulate_media(color_scheme=system)
    page.goto(f"{base}en/")
    before = background(page)
    page.locator("[data-theme-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", chosen)
    after = background(page)
    assert after != before
    assert problems == []

    other = context.new_page()
    other.emulate_media(color_scheme=system)
    other.add_init_script(NOTE_THEME)
    for path in ["en/", "ko/upbit/", "", "404.html"]:
        other.goto(base + path)

        expect(other.locator("html")).to_have_attribute("data-theme", chosen)
        assert background(other) == after
        assert other.evaluate("window.themeSetAt") < first_paint(other)


def test_system_scheme_applies_without_a_choice(page, base):
    grounds = set()
    for scheme in ["light", "dark"]:
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{base}en/")
        expect(page.locator("html")).not_to_have_attribute("data-theme", scheme)
        grounds.add(background(page))
    assert len(grounds) == 2


def background(page):
    return page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")


def first_paint(page):
    return page.evaluate(
        """() => new Promise((resolve) => new PerformanceObserver((list) =>
             resolve(list.getEntriesByName("first-paint")[0].startTime)
           ).observe({ type: "paint", buffered: true }))"""
    )
