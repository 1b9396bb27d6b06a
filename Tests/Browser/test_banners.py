"""Notices above pages come and go by their dates, and stay away once closed."""

import pytest
from conftest import copy_sources, watch
from hosting import build, hosted
from playwright.sync_api import expect

NOTICE = """---
title: {title}
description: Deposits and withdrawals stop for four hours.
updated: 2026-11-20
banner: true
banner-from: 2026-11-22
banner-until: 2026-11-25
---

Nothing works for four hours.
"""
TITLES = {"ko": "입출금 중단", "zh": "暂停充提", "en": "Maintenance"}


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    source = copy_sources(tmp_path_factory.mktemp("source"))
    # Banners of the content come and go by other dates.
    for notice in source.glob("Content/*/notices/*.md"):
        text = notice.read_text(encoding="utf-8")
        if "\nbanner: true\n" in text:
            kept = [line for line in text.splitlines(keepends=True) if not line.startswith("banner")]
            notice.write_text("".join(kept), encoding="utf-8")
    for language, title in TITLES.items():
        notice = source / f"Content/upbit/notices/2026-11-20-stop.{language}.md"
        notice.write_text(NOTICE.format(title=title))
    return source


@pytest.fixture(scope="module")
def built(helpcenter, sources, tmp_path_factory):
    """The site as it is built on the day before the banner."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with hosted(build(helpcenter, sources, folder, "--date", "2026-11-21")) as (address, _):
        yield address


def banner(page):
    return page.locator("[data-banner]")


# Korea is nine hours ahead.
TIMES = {
    "2026-11-21T14:59:00Z": False,
    "2026-11-21T15:00:00Z": True,
    "2026-11-25T14:59:00Z": True,
    "2026-11-25T15:00:00Z": False,
}


@pytest.mark.parametrize("language", TITLES)
def test_comes_and_goes_to_the_minute(context, built, language):
    pages = {path: context.new_page() for path in ["", "upbit/", "upbit/contact/"]}
    problems = [watch(page) for page in pages.values()]
    for time, is_there in TIMES.items():
        context.clock.set_fixed_time(time)
        for path, page in pages.items():
            page.goto(f"{built}{language}/{path}", wait_until="commit")
        for page in pages.values():
            page.wait_for_load_state("networkidle")
            expect(banner(page)).to_be_visible(visible=is_there)
    assert problems == [[], [], []]


def test_is_there_only_where_it_matters(page, built):
    page.clock.set_fixed_time("2026-11-23T00:00:00Z")
    for path in ["en/bithumb/", "en/search/", "en/upbit/urgent/", "en/verify/"]:
        page.goto(built + path)
        expect(banner(page)).to_have_count(0)


@pytest.mark.parametrize("date, is_there", [("2026-11-21", False), ("2026-11-22", True), ("2026-11-25", True)])
def test_is_right_without_javascript_on_the_day_of_the_build(
    helpcenter, sources, tmp_path, browser, date, is_there
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with hosted(build(helpcenter, sources, tmp_path / "site", "--date", date)) as (address, _):
        for path in ["en/", "en/upbit/"]:
            page.goto(address + path)
            expect(banner(page)).to_be_visible(visible=is_there)
            expect(page.get_by_role("button", name="Dismiss this notice")).to_have_count(0)
    context.close()


def test_once_closed_it_stays_away_without_a_flash(page, problems, built):
    page.clock.set_fixed_time("2026-11-23T00:00:00Z")
    # A banner moves what stands below it. The header's own parts may move while it arrives in pieces.
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver((list) => {
             for (const { value, sources } of list.getEntries())
               if (sources.some(({ node }) => (node?.closest ? node : node?.parentElement)?.closest("main")))
                 window.shift += value;
           }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{built}en/")
    region = page.get_by_role("region", name="Current notices")
    expect(region.get_by_role("link", name="Maintenance")).to_be_visible()
    assert page.evaluate("window.shift") == 0
    region.get_by_role("button", name="Dismiss this notice").focus()
    page.keyboard.press("Enter")
    expect(region).to_have_count(0)

    page.goto(f"{built}en/upbit/")
    expect(banner(page)).to_be_hidden()
    assert page.evaluate("window.shift") == 0
    assert problems == []
