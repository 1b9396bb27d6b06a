"""A figure opens over the page, and gives the focus back; so does a drawing, larger than it stands in the text."""

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

ARTICLE = "upbit/deposits-withdrawals/withdraw-coins/"
CLOSE = {"ko": "닫기", "zh": "关闭", "en": "Close"}


@pytest.fixture
def figure(page):
    """The figure's link, once the script that opens it has come: it waits for a reader who does something."""

    def find(address):
        page.goto(address, wait_until="networkidle")
        page.mouse.move(200, 200)
        page.wait_for_load_state("networkidle")
        link = page.locator(".fig > a").first
        expect(link).to_have_attribute("aria-haspopup", "dialog")
        return link

    return find


DRAWN = "upbit/deposits-withdrawals/deposit-missing/"
ENLARGE = {"ko": "크게 보기", "zh": "放大查看", "en": "Enlarge"}


@pytest.mark.parametrize("language", ENLARGE)
def test_a_drawing_is_enlarged_by_keyboard(page, problems, base, language):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{base}{language}/{DRAWN}", wait_until="networkidle")
    figure = page.locator(".drawn").first
    height = figure.bounding_box()["height"]
    page.keyboard.press("Tab")
    button = figure.get_by_role("button", name=ENLARGE[language])
    expect(button).to_be_visible()
    assert figure.bounding_box()["height"] == height  # its place was there before it
    title = figure.locator("svg title").first.text_content()
    assert title in button.text_content()
    small = figure.locator("svg text").first.bounding_box()["height"]
    button.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name=CLOSE[language])).to_be_focused()
    expect(dialog.get_by_role("img", name=title)).to_be_visible()
    assert dialog.locator("svg text").first.bounding_box()["height"] > 1.8 * small
    assert page.evaluate("[...document.querySelectorAll('[id]')].length === new Set([...document.querySelectorAll('[id]')].map(({ id }) => id)).size")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => document.querySelector('dialog.lens').scrollTop > 0")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(button).to_be_focused()
    assert problems == []


def test_a_drawing_is_enlarged_by_touch(browser, base):
    context = browser.new_context(viewport={"width": 320, "height": 568}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{base}zh/{DRAWN}", wait_until="networkidle")
    page.locator("h1").tap()
    button = page.locator(".drawn > button").first
    expect(button).to_be_visible()
    assert button.bounding_box()["height"] >= 40
    for opener in (button, page.locator(".drawn > svg").first):
        opener.tap()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_be_visible()
        # It is the dialog that is moved sideways, not the page.
        assert dialog.evaluate("(dialog) => dialog.scrollWidth > dialog.clientWidth")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        dialog.get_by_role("button").tap()
        expect(dialog).to_have_count(0)
    context.close()


@pytest.mark.parametrize("language", CLOSE)
def test_opens_and_closes_by_keyboard(page, problems, base, figure, language):
    link = figure(f"{base}{language}/{ARTICLE}")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("button", name=CLOSE[language])).to_be_focused()
    picture = dialog.get_by_role("img")
    assert picture.get_attribute("alt") == link.locator("img").get_attribute("alt") != ""
    expect(picture).to_have_js_property("complete", True)
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(link).to_be_focused()
    assert problems == []


def test_closes_by_its_button_and_by_a_click_beside_the_picture(page, base, figure):
    link = figure(f"{base}en/{ARTICLE}")
    link.click()
    page.get_by_role("dialog").get_by_role("button").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    link.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.mouse.click(3, 400)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page).to_have_url(f"{base}en/{ARTICLE}")


def test_fits_a_phone(page, base, figure):
    page.set_viewport_size({"width": 320, "height": 568})
    figure(f"{base}zh/{ARTICLE}").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    button = page.get_by_role("dialog").get_by_role("button").bounding_box()
    assert button["y"] >= 0 and button["x"] + button["width"] <= 320


def test_a_modified_click_opens_the_file(page, base, figure):
    link = figure(f"{base}en/{ARTICLE}")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    assert ".svg" in opened.value.url or ".png" in opened.value.url
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_without_javascript_the_figure_is_a_link_to_its_file(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}en/{ARTICLE}")
    link = page.locator(".fig > a").first
    answer = page.request.get(link.evaluate("a => a.href"))
    assert answer.ok and answer.headers["content-type"].startswith("image/")
    context.close()
