"""Contact pages: the chooser by problem, the judge of channels, the urgent page's weight and print."""

import json
import re
from datetime import date
from urllib.parse import urldefrag

import pytest
from conftest import loaded
from playwright.sync_api import expect

MOUNT = "sub-path"

EXCHANGES = ["upbit", "bithumb", "bitmart", "tokenpocket"]


CARDS = ".chans > .chan"
SHOWN = f"{CARDS}:not([hidden])"


def test_cards_follow_the_chosen_problem(page, problems, base):
    page.goto(f"{base}ko/upbit/contact/")
    cards = page.locator(CARDS).count()
    page.get_by_role("heading", name="입출금이 안 보임").click()
    expect(page.locator(SHOWN)).to_have_count(3)
    assert page.locator(SHOWN).evaluate_all("all => all.map(card => card.id)") == ["ticket", "phone-main", "notices"]
    expect(page.locator("#ticket .tag.first")).to_have_text("먼저")

    # One problem is open at a time.
    page.get_by_role("heading", name="해킹·무단 출금").click()
    expect(page.locator(CARDS).first).to_have_id("phone-fraud")
    expect(page.locator("[data-chooser] details[open]")).to_have_count(1)
    expect(page.locator(".tag.first")).to_have_count(1)

    page.get_by_role("button", name="연락 방법 모두 보기").click()
    expect(page.locator(SHOWN)).to_have_count(cards)
    expect(page.locator("details[open]")).to_have_count(0)
    assert problems == []


def test_an_address_unfolds_what_it_leads_to(page, problems, base):
    page.goto(f"{base}en/upbit/contact/#kakao")
    expect(page.locator("#kakao .fact")).to_be_in_viewport()
    page.goto(f"{base}en/upbit/contact/#_for-trade")
    expect(page.locator("#_for-trade")).to_be_in_viewport()
    # A card that the problem leaves out comes back when it is asked for.
    expect(page.locator("#phone-fraud")).to_be_hidden()
    page.evaluate("location.hash = 'phone-fraud'")
    expect(page.locator("#phone-fraud")).to_be_in_viewport()
    assert problems == []


def test_the_page_of_all_leads_to_the_problem(page, problems, base):
    page.goto(f"{base}en/contact/")
    page.get_by_role("heading", name="Login and identity").click()
    page.locator("#_for-account").get_by_role("link", name="Main phone").first.click()
    expect(page).to_have_url(f"{base}en/upbit/contact/#_for-account")
    expect(page.locator(CARDS).first).to_have_id("phone-main")
    assert problems == []


# What the contact pages took on a phone before things folded, in Korean, Chinese and English.
BEFORE = {
    "upbit/": (17_218, 17_306, 18_381), "bithumb/": (12_823, 12_897, 13_739), "bitmart/": (10_185, 10_025, 10_359),
    "tokenpocket/": (9_680, 9_381, 9_908), "": (10_535, 10_559, 10_860),
}


@pytest.mark.parametrize("exchange", BEFORE)
def test_contacts_are_half_as_long_on_a_phone(page, base, exchange):
    page.set_viewport_size({"width": 390, "height": 844})
    for language, before in zip(("ko", "zh", "en"), BEFORE[exchange]):
        page.goto(f"{base}{language}/{exchange}contact/")
        assert page.evaluate("document.documentElement.scrollHeight") <= before / 2


def test_contacts_print_whole_on_four_sheets(page, base, work):
    page.goto(f"{base}en/upbit/contact/", wait_until="networkidle")
    page.mouse.move(5, 5)
    page.wait_for_load_state("networkidle")
    cards = page.locator(SHOWN).count()
    sheet = work / "contacts.pdf"
    page.pdf(path=sheet, format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", sheet.read_bytes())) <= 4
    # What unfolds for the printer chooses no cards.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".chan > .more[open]")).to_have_count(cards)
    expect(page.locator(SHOWN)).to_have_count(cards)


@pytest.mark.parametrize("exchange", EXCHANGES)
@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_every_value_stands_there_without_a_script(browser, base, exchange, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{language}/{exchange}/contact/")
    problem = page.locator("[data-chooser] summary").first
    problem.click()
    expect(page.locator("[data-problem]").first).to_be_visible()
    for fold in page.locator(".folded > .chan > summary").all():
        fold.click()
    cards = page.locator(".chan:has(.fact .seal)")
    assert cards.count() > 4
    for card in cards.all():
        # A value and the line that says where it was seen.
        expect(card.locator(".fact .digits, .fact code, .fact .path, .fact .value, .fact [lang]").first).to_be_visible()
        expect(card.locator(".fact .seal").first).to_be_visible()
    expect(page.locator(".pill").first).to_be_hidden()
    context.close()


def test_pills_are_filled_when_a_reader_comes_near(page, problems, base):
    page.set_viewport_size({"width": 390, "height": 500})
    page.goto(f"{base}en/upbit/contact/", wait_until="networkidle")
    pill = page.locator(".pill").last
    expect(pill).to_be_hidden()
    pill.evaluate("(pill) => pill.parentElement.scrollIntoView()")
    # On hours that nobody has looked at for long, no more than that; else what holds now.
    hours = json.loads(pill.get_attribute("data-hours"))
    is_old = hours["sure"] < date.today().isoformat()
    expect(pill).to_have_text(re.compile("^Old.hours:.check.first$" if is_old else "^(Open|Closed).now|^Closes.soon|^Public.holiday"))
    expect(pill).to_have_class(re.compile("^pill check$" if is_old else "^pill (open|closed|closing|check)$"))
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
