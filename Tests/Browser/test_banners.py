"""Notices above pages come and go by their dates, and stay away once closed."""

import re
from datetime import date, timedelta

import pytest
from conftest import copy_sources, watch
from hosting import build, hosted
from playwright.sync_api import expect

NOTICE = """---
title: {title}
description: Deposits and withdrawals stop for four hours.
updated: {updated}
banner: true
banner-from: {begin}
banner-until: {end}
expires: {expires}
---

Nothing works for four hours.
"""
TITLES = {"ko": "입출금 중단", "zh": "暂停充提", "en": "Maintenance"}


def day(source, days):
    """A day in terms of the newest that the content is dated: no build for an earlier one is possible."""
    dated = re.compile(r"^[ -]*(?:\{?date|updated|verified): (\d{4}-\d\d-\d\d)", re.M)
    texts = [p.read_text() for p in (source / "Content").rglob("*") if p.suffix in (".md", ".yaml")
             and p.parent.name != "holidays"]
    newest = max(match for text in texts for match in dated.findall(text))
    return (date.fromisoformat(newest) + timedelta(days=days)).isoformat()


def sources_with(folder, begin, end, expires):
    source = copy_sources(folder)
    # Banners of the content come and go by other dates.
    for notice in source.glob("Content/*/notices/*.md"):
        text = notice.read_text(encoding="utf-8")
        if "\nbanner: true\n" in text:
            kept = [line for line in text.splitlines(keepends=True) if not line.startswith("banner")]
            notice.write_text("".join(kept), encoding="utf-8")
    for language, title in TITLES.items():
        notice = source / f"Content/upbit/notices/2026-11-20-stop.{language}.md"
        notice.write_text(
            NOTICE.format(title=title, updated=day(source, 0), begin=begin(source), end=end(source),
                          expires=expires(source))
        )
    return source


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    return sources_with(
        tmp_path_factory.mktemp("source"),
        lambda s: day(s, 2), lambda s: day(s, 5), lambda s: day(s, 6) + " 14:30",
    )


@pytest.fixture(scope="module")
def built(helpcenter, sources, tmp_path_factory):
    """The site as it is built on the day before the banner."""
    folder = tmp_path_factory.mktemp("built") / "site"
    with hosted(build(helpcenter, sources, folder, "--date", day(sources, 1))) as (address, _):
        yield address


@pytest.fixture(scope="module")
def built_to_the_minute(helpcenter, tmp_path_factory):
    sources = sources_with(
        tmp_path_factory.mktemp("source"),
        lambda s: day(s, 2) + " 09:15", lambda s: day(s, 2) + " 14:30", lambda s: day(s, 2) + " 14:45",
    )
    folder = tmp_path_factory.mktemp("built") / "site"
    built = build(helpcenter, sources, folder, "--date", day(sources, 2) + "T09:14")
    with hosted(built) as (address, _):
        yield address, day(sources, 2)


def banner(page):
    return page.locator("[data-banner]")


# Korea is nine hours ahead: days before, time in UTC, whether it is there.
TIMES = [(1, "14:59:00", False), (1, "15:00:00", True), (5, "14:59:00", True), (5, "15:00:00", False)]


@pytest.mark.parametrize("language", TITLES)
def test_comes_and_goes_on_its_days(context, built, sources, language):
    pages = {path: context.new_page() for path in ["", "upbit/", "upbit/contact/"]}
    problems = [watch(page) for page in pages.values()]
    for days, time, is_there in TIMES:
        context.clock.set_fixed_time(f"{day(sources, days)}T{time}Z")
        for path, page in pages.items():
            page.goto(f"{built}{language}/{path}", wait_until="commit")
        for page in pages.values():
            page.wait_for_load_state("networkidle")
            expect(banner(page)).to_be_visible(visible=is_there)
    assert problems == [[], [], []]


def test_comes_and_goes_to_the_minute_on_an_open_page(page, problems, built_to_the_minute):
    address, today = built_to_the_minute
    page.clock.install(time=f"{today}T00:14:50Z")
    page.goto(f"{address}en/upbit/")
    item = page.locator(".news li", has_text="Maintenance")
    expect(banner(page)).to_be_hidden()
    page.clock.run_for(11_000)
    expect(banner(page)).to_be_visible()
    page.clock.fast_forward("05:14:00")
    expect(banner(page)).to_be_visible()
    expect(item).to_be_visible()
    page.clock.run_for(60_000)
    expect(banner(page)).to_be_hidden()
    expect(item).to_be_visible()
    page.clock.fast_forward("15:00")
    expect(item).to_be_hidden()
    assert problems == []


@pytest.mark.parametrize("path", ["en/", "en/upbit/", "en/notices/", "en/upbit/notices/"])
def test_an_expired_notice_leaves_the_lists(page, problems, built_to_the_minute, path):
    address, today = built_to_the_minute
    item = page.locator(".news li", has_text="Maintenance")
    for time, is_there in [("05:44:59", True), ("05:45:00", False)]:
        page.clock.set_fixed_time(f"{today}T{time}Z")
        page.goto(address + path)
        expect(item).to_be_visible(visible=is_there)
    assert problems == []


def test_the_page_of_an_expired_notice_says_so(page, problems, built_to_the_minute):
    address, today = built_to_the_minute
    for time, is_over in [("05:44:59", False), ("05:45:00", True)]:
        page.clock.set_fixed_time(f"{today}T{time}Z")
        page.goto(address + "en/upbit/notices/2026-11-20-stop/")
        expect(page.get_by_text("This notice has run out.")).to_be_visible(visible=is_over)
        expect(page.get_by_text(f"{today} 14:45, Korea time")).to_be_visible()
    assert problems == []


def test_is_there_only_where_it_matters(page, built, sources):
    page.clock.set_fixed_time(f"{day(sources, 3)}T00:00:00Z")
    for path in ["en/bithumb/", "en/search/", "en/upbit/urgent/", "en/verify/"]:
        page.goto(built + path)
        expect(banner(page)).to_have_count(0)


@pytest.mark.parametrize("days, is_there", [(1, False), (2, True), (5, True)])
def test_is_right_without_javascript_on_the_day_of_the_build(
    helpcenter, sources, tmp_path, browser, days, is_there
):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    with hosted(build(helpcenter, sources, tmp_path / "site", "--date", day(sources, days))) as (address, _):
        for path in ["en/", "en/upbit/"]:
            page.goto(address + path)
            expect(banner(page)).to_be_visible(visible=is_there)
            expect(page.get_by_role("button", name="Dismiss this notice")).to_have_count(0)
    context.close()


def test_once_closed_it_stays_away_without_a_flash(page, problems, built, sources):
    page.clock.set_fixed_time(f"{day(sources, 3)}T00:00:00Z")
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
