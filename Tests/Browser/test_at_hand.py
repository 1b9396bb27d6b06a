"""Contacts and the search where a phone's reader needs them: the bar at the foot, the field that checks, the search over the
page, the page of an address that leads nowhere."""

import re

import pytest
from conftest import ROOT
from playwright.sync_api import expect

MOUNT = "sub-path"

PHONE = {"width": 390, "height": 844}
LATE = "upbit/deposits-withdrawals/withdrawal-delayed/"


@pytest.fixture
def phone(page):
    page.set_viewport_size(PHONE)
    return page


def test_the_call_that_fits_is_on_the_screen(phone, problems, base):
    phone.goto(f"{base}ko/{LATE}")
    bar = phone.get_by_role("complementary", name="연락")
    expect(bar.get_by_role("link", name="대표 전화 1588-5682")).to_be_in_viewport()
    expect(bar.locator(".pill")).to_be_visible()
    bar.get_by_role("link", name="글로 문의").click()
    expect(phone).to_have_url(f"{base}ko/upbit/contact/#ticket")
    assert problems == []


def test_the_bar_hides_nothing_that_has_the_focus(phone, base):
    phone.goto(f"{base}en/{LATE}")
    covered = phone.evaluate(
        """() => {
          const bar = document.querySelector(".at-hand");
          return [...document.querySelectorAll("main a[href]:not(.at-hand *)")].filter((link) => {
            link.focus();
            return link.getBoundingClientRect().top > bar.getBoundingClientRect().top;
          }).map((link) => link.textContent);
        }"""
    )
    assert covered == []


@pytest.mark.parametrize("place", ["home", "menu"])
def test_what_was_sent_is_checked_without_an_address(phone, problems, base, place):
    sent = []
    phone.on("request", lambda request: sent.append(request.url))
    phone.goto(f"{base}en/" if place == "home" else f"{base}en/{LATE}")
    if place == "menu":
        phone.locator(".menu > summary").click()
    field = phone.get_by_role("textbox", name="Is this number, address or handle real?")
    expect(field).to_be_in_viewport()
    field.fill("upblt.com")
    field.press("Enter")
    expect(phone.locator("[data-verdict] .verdict.bad")).to_be_visible()
    assert phone.url.rstrip("?") == f"{base}en/verify/"
    assert [url for url in sent if "upblt" in url] == []
    assert phone.evaluate("sessionStorage.length") == 0
    # An empty question takes the answer away.
    phone.locator("#_paste").fill(" ")
    phone.locator("form.paste button").click()
    expect(phone.locator("[data-verdict] .verdict")).to_have_count(0)
    assert problems == []


def test_nothing_on_the_verify_page_is_smaller_than_14_pixels(phone, base):
    phone.goto(f"{base}en/verify/")
    phone.locator("#_paste").fill("upblt.com upbit.com 1588-5682")
    phone.locator("form.paste button").click()
    expect(phone.locator("[data-verdict] .verdict")).to_be_visible()
    small = phone.evaluate(
        """[...document.querySelectorAll("main *")].filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
             && parseFloat(getComputedStyle(part).fontSize) < 14).map((part) => part.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_search_opens_over_the_page_with_what_most_need(phone, problems, base):
    phone.goto(f"{base}ko/{LATE}")
    phone.locator(".to-find").click()
    field = phone.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(phone.get_by_role("listbox")).to_have_accessible_name("업비트 · 많이 찾는 상황")
    featured = re.search(r"featured:\n((?:  - .*\n)+)", (ROOT / "Content/upbit/exchange.yaml").read_text())[1].split("  - ")[1:]
    options = phone.get_by_role("option")
    assert options.evaluate_all("all => all.map(option => option.href)") == [f"{base}ko/upbit/{path.strip()}/" for path in featured]
    # Nothing behind it can be reached.
    assert phone.locator("main").evaluate("main => main.inert")
    phone.keyboard.press("Escape")
    phone.keyboard.press("Escape")
    expect(phone.locator(".to-find")).to_be_focused()
    phone.locator(".to-find").click()
    field.fill("출금")
    field.press("Enter")
    expect(phone).to_have_url(re.compile(r"\?q=.*&near=upbit$"))
    assert problems == []


def test_an_exchange_shows_what_is_hidden_behind_each_heading(phone, base, site):
    phone.goto(f"{base}en/upbit/")
    links = phone.locator(".cat .go")
    counts = {link.get_attribute("href"): int(re.search(r"All (\d+)", link.inner_text())[1]) for link in links.all()}
    assert counts == {f"{path.name}/": len(list(path.glob("*/index.html"))) for path in (site / "en/upbit").iterdir() if f"{path.name}/" in counts}
    assert len(counts) > 5
    assert len({link.inner_text() + link.text_content() for link in links.all()}) == len(counts)


def test_an_address_that_leads_nowhere_says_what_it_may_have_meant(page, host):
    page.goto(f"{host}/zh/upbit/withdrawal-delay.html")
    section = page.locator("[data-lost=zh]")
    expect(section.locator("[data-meant] a").first).to_have_attribute("href", re.compile("/zh/upbit/deposits-withdrawals/withdrawal-delayed/$"))
    expect(page.locator("[data-lost=ko]")).to_be_hidden()
    section.get_by_role("searchbox").fill("提币")
    section.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"/zh/search/\?q="))
