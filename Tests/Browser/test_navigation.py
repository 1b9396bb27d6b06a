"""Ways through the site: on a phone by touch, and by keyboard alone."""

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

ARTICLE = "upbit/deposits-withdrawals/withdrawal-delayed/"


@pytest.fixture
def phone(browser):
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, device_scale_factor=2, is_mobile=True, has_touch=True, locale="ko-KR"
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["", "upbit/", ARTICLE, "upbit/contact/", "upbit/urgent/"])
def test_the_menu_on_a_phone_opens_and_closes_by_touch(phone, base, path):
    phone.goto(f"{base}ko/{path}", wait_until="networkidle")
    menu = phone.get_by_role("banner").locator("details:not(.menu)")
    summary = menu.locator("summary")
    expect(summary).to_be_visible()
    box = summary.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24

    summary.tap()
    links = menu.get_by_role("link")
    expect(links).to_have_count(3)
    for link in links.all():
        box = link.bounding_box()
        assert box["height"] >= 24
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360

    phone.touchscreen.tap(60, 500)
    expect(menu).not_to_have_attribute("open", "")
    expect(links.first).to_be_hidden()


def test_the_menu_on_a_phone_changes_the_language(phone, base):
    phone.goto(f"{base}ko/{ARTICLE}", wait_until="networkidle")
    phone.get_by_role("banner").locator("details:not(.menu) summary").tap()
    phone.get_by_role("banner").get_by_role("link", name="中文").tap()
    expect(phone).to_have_url(f"{base}zh/{ARTICLE}")


def test_search_and_emergency_are_one_tap_away_on_a_phone(phone, base):
    phone.goto(f"{base}ko/{ARTICLE}")
    phone.get_by_role("banner").get_by_role("link", name="검색").tap()
    expect(phone.get_by_role("combobox")).to_be_focused()
    phone.get_by_role("button", name="닫기").tap()
    phone.get_by_role("banner").locator(".sos").tap()
    expect(phone).to_have_url(f"{base}ko/upbit/urgent/")


def press_until(page, target, key="Tab", limit=120):
    """Moves the focus with the keyboard to what the locator names."""
    for _ in range(limit):
        page.keyboard.press(key)
        if target.evaluate("(element) => element === document.activeElement"):
            return
    raise AssertionError(f"{key} does not reach {target}")


@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_the_skip_link_leads_past_the_header(page, base, language):
    page.emulate_media(reduced_motion="reduce")  # else it slides in
    page.goto(f"{base}{language}/{ARTICLE}", wait_until="networkidle")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_from_the_home_page_to_a_telephone_number_by_keyboard(page, problems, base):
    page.goto(f"{base}en/", wait_until="networkidle")
    press_until(page, page.get_by_role("main").locator(".board").get_by_role("link", name="Upbit", exact=True))
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}en/upbit/")
    press_until(page, page.get_by_role("main").locator("a[href='contact/']").first)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{base}en/upbit/contact/")
    # What folds unfolds by the keyboard.
    press_until(page, page.locator("[data-chooser] summary").nth(1))
    page.keyboard.press("Enter")
    press_until(page, page.locator("[data-chooser] a[href='tel:15885682']:visible"))
    assert problems == []


def test_what_is_folded_opens_by_keyboard(page, base):
    page.goto(f"{base}en/{ARTICLE}", wait_until="networkidle")
    details = page.locator("details.more").first
    press_until(page, details.locator("summary"))
    page.keyboard.press("Enter")
    expect(details).to_have_attribute("open", "")
    page.keyboard.press("Enter")
    expect(details).not_to_have_attribute("open", "")


def test_the_theme_is_switched_by_keyboard(page, base):
    page.emulate_media(color_scheme="light")
    page.goto(f"{base}en/{ARTICLE}", wait_until="networkidle")
    press_until(page, page.locator("[data-theme-switch]"), key="Shift+Tab")
    page.keyboard.press("Space")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_terms_definition_opens_by_keyboard(page, base):
    page.goto(f"{base}en/{ARTICLE}", wait_until="networkidle")
    term = page.locator("button.term").first
    press_until(page, term)
    page.keyboard.press("Enter")
    definition = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(definition).to_be_visible()
    page.keyboard.press("Escape")
    expect(definition).to_be_hidden()
    expect(term).to_be_focused()
