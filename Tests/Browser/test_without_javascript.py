"""A reader without JavaScript reaches everything."""

import pytest
from conftest import follow
from playwright.sync_api import expect


@pytest.fixture
def context(browser):
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_from_the_home_page_to_a_telephone_number(page, problems, base, language):
    exchange = f"{base}{language}/upbit/"
    page.goto(f"{base}{language}/")

    follow(page, exchange)
    follow(page, f"{exchange}deposits-withdrawals/")
    follow(page, f"{exchange}deposits-withdrawals/withdrawal-delayed/")
    expect(page.get_by_role("article")).to_be_visible()
    follow(page, f"{exchange}contact/")

    expect(telephone_links(page).first).to_be_visible()
    assert problems == []


@pytest.mark.parametrize("path", ["en/", "en/urgent/", "en/upbit/urgent/", "en/contact/"])
def test_telephone_links(page, base, path):
    page.goto(base + path)

    expect(telephone_links(page).first).to_be_visible()


def test_search_page_lists_the_articles(page, site, base):
    page.goto(f"{base}en/search/")

    links = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    listed = {link.evaluate("link => link.href") for link in links.all() if link.is_visible()}

    assert listed >= {base + article for article in articles(site, "en")}


def articles(site, language):
    """The addresses of all articles: language, exchange, category, article."""
    found = (page.parent.relative_to(site) for page in site.glob(f"{language}/*/*/*/index.html"))
    return {f"{path}/" for path in found if path.parts[2] != "notices"}


def telephone_links(page):
    return page.get_by_role("main").locator("a[href^='tel:']:visible")
