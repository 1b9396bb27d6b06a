"""Contact pages: the chooser by problem, the judge of channels, the urgent page's weight and print."""

import re
import subprocess
from urllib.parse import urldefrag

import pytest
from conftest import loaded
from playwright.sync_api import expect

MOUNT = "sub-path"

EXCHANGES = ["upbit", "bithumb", "bitmart", "tokenpocket"]


CARDS = ".chans > .chan"


def test_cards_follow_the_chosen_problem(page, problems, base):
    page.goto(f"{base}ko/upbit/contact/")
    page.get_by_role("link", name="입출금이 안 보임").click()
    expect(page.locator(CARDS).first).to_have_id("ticket")
    cards = page.locator(CARDS).evaluate_all("all => all.map(card => card.id)")
    assert cards[:3] == ["ticket", "phone-main", "notices"]
    expect(page.locator("#ticket .tag.first")).to_have_text("먼저")
    expect(page.locator("[data-problem=urgent]")).to_be_hidden()

    page.get_by_role("link", name="해킹·무단 출금").click()
    expect(page.locator(CARDS).first).to_have_id("phone-fraud")
    expect(page.locator(".tag.first")).to_have_count(1)
    assert problems == []


def test_the_page_of_all_leads_to_the_problem(page, problems, base):
    page.goto(f"{base}en/contact/")
    page.locator("#_for-account").get_by_role("link", name="Main phone").first.click()
    expect(page).to_have_url(f"{base}en/upbit/contact/#_for-account")
    expect(page.locator(CARDS).first).to_have_id("phone-main")
    assert problems == []


@pytest.mark.parametrize("exchange", EXCHANGES)
@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_every_value_stands_there_without_a_script(browser, base, exchange, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{language}/{exchange}/contact/")
    cards = page.locator(".chans > .chan:has(.fact .seal)")
    assert cards.count() > 4
    for card in cards.all():
        if card.get_attribute("id") in (None, "_absent", "_domains"):
            continue
        # A value and the line that says where it was seen.
        expect(card.locator(".fact .digits, .fact code, .fact .path, .fact .value, .fact [lang]").first).to_be_visible()
        expect(card.locator(".fact .seal").first).to_be_visible()
    expect(page.locator("[data-problem]").first).to_be_visible()
    expect(page.locator(".pill").first).to_be_hidden()
    context.close()


def test_pills_are_filled_when_a_reader_comes_near(page, problems, base):
    page.goto(f"{base}en/upbit/contact/", wait_until="networkidle")
    pill = page.locator("#phone-main .pill")
    expect(pill).to_be_hidden()
    page.locator("#phone-main").scroll_into_view_if_needed()
    # Or, where nobody can be sure of the hours any more, that they are old.
    expect(pill).to_have_text(re.compile("now|soon|Old.hours"))
    assert problems == []


LOOKS = {"official": "verdict ok", "look-alike": "verdict bad", "unknown": "verdict"}
JUDGED = {
    "https://upbit.com/service_center/notice": "official",
    "02-555-1234": "unknown",
    "１５８８－５６８２": "official",
    "upblt.com": "look-alike",
    "96ll0.cc": "look-alike",
    "upbit.com.evil.example": "look-alike",
    "hello": "unknown",
}


@pytest.mark.parametrize("text, verdict", JUDGED.items())
def test_judges_without_telling_anyone(page, problems, site, base, text, verdict):
    page.goto(f"{base}en/verify/")
    box = page.locator("form.paste input, form.paste textarea").first
    box.fill("warm up")
    page.locator("form.paste button").first.click()
    expect(page.locator(".verdict").first).to_be_visible()
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    box.fill(text)
    page.locator("form.paste button").first.click()
    answer = page.locator(".verdict").first
    expect(answer).to_be_visible()
    expect(answer).to_have_class(LOOKS[verdict])
    assert "safe" not in re.sub(r"not (make it |mean it is )?safe", "", answer.inner_text().lower())
    page.wait_for_timeout(200)
    # A file of the site, asked for by its bare name, tells nothing.
    assert [url for url in sent if not (site / url.removeprefix(base)).is_file()] == []
    assert page.url.endswith("/en/verify/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert problems == []


@pytest.mark.parametrize("path", ["", "upbit/", "bithumb/", "bitmart/", "tokenpocket/"])
@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_urgent_is_light_and_fits_two_sheets(page, base, work, language, path):
    requests = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(f"{base}{language}/{path}urgent/", wait_until="networkidle")
    # The page's own record leaves out the icon.
    weights = {request.url: request.sizes()["responseBodySize"] for request in requests}
    weights |= {urldefrag(address).url: size for address, size in loaded(page)}
    assert sum(weights.values()) <= 18 * 1024, weights

    sheet = work / "urgent.pdf"
    page.pdf(path=sheet, format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", sheet.read_bytes()))
    assert pages <= 2, f"{pages} sheets"
