"""The language menu leads to the same page in another language, by mouse and by keyboard."""

from playwright.sync_api import expect

ARTICLE = "upbit/deposits-withdrawals/withdrawal-delayed/"


def test_stays_on_the_article(page, problems, base):
    page.goto(f"{base}ko/{ARTICLE}")

    steps = [("中文", "zh", "zh-Hans"), ("English", "en", "en"), ("한국어", "ko", "ko")]
    for name, language, tag in steps:
        menu(page).click()
        language_link(page, name).click()

        expect(page).to_have_url(f"{base}{language}/{ARTICLE}")
        expect(page.locator("html")).to_have_attribute("lang", tag)
    assert problems == []


def test_works_with_the_keyboard(page, base):
    page.goto(f"{base}ko/{ARTICLE}")

    tab_to(page, menu(page))
    page.keyboard.press("Enter")
    expect(language_link(page, "English")).to_be_visible()

    page.keyboard.press("Escape")
    expect(language_link(page, "English")).to_be_hidden()
    expect(menu(page)).to_be_focused()

    page.keyboard.press("Space")
    tab_to(page, language_link(page, "English"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{base}en/{ARTICLE}")


def test_root_page_remembers_the_language(page, base):
    page.goto(f"{base}ko/")
    menu(page).click()
    language_link(page, "中文").click()
    page.wait_for_url(f"{base}zh/")

    page.goto(base)

    chosen = page.get_by_role("main").locator("[aria-current=true]")
    expect(chosen).to_have_attribute("href", "zh/")


def menu(page):
    return page.get_by_role("banner").locator("details:not(.menu) summary")


def language_link(page, name):
    return page.get_by_role("banner").get_by_role("link", name=name, exact=True)


def tab_to(page, target):
    for _ in range(20):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the Tab key does not reach {target}")
