"""From the home page's search box to an article."""

import re

import pytest
from playwright.sync_api import expect

QUERIES = {"ko": "출금", "zh": "提币", "en": "withdrawal"}


@pytest.mark.parametrize("language, query", QUERIES.items())
def test_finds_an_article(page, problems, base, language, query):
    page.goto(f"{base}{language}/")
    box = page.get_by_role("main").get_by_role("searchbox")
    box.click()
    page.keyboard.type(query)
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(re.escape(f"{base}{language}/search/?q=")))
    first = page.locator("[data-hits]").get_by_role("link").first
    first.click()

    # Language, exchange, category, article; a hit may be a section of it.
    article = re.escape(f"{base}{language}/") + r"[a-z]+/[a-z-]+/[^/]+/(#.+)?$"
    expect(page).to_have_url(re.compile(article))
    expect(page.get_by_role("article")).to_contain_text(query, ignore_case=True)
    assert problems == []


def test_every_page_can_search(page, base):
    page.goto(f"{base}en/upbit/deposits-withdrawals/withdrawal-delayed/")
    page.get_by_role("banner").get_by_role("searchbox").fill("recovery fee")
    page.keyboard.press("Enter")

    expect(page.locator("[data-hits]").get_by_role("link").first).to_be_visible()


def test_without_a_hit_all_articles_are_offered(page, base):
    page.goto(f"{base}en/search/?q=zzzzqqqq")

    expect(page.get_by_role("status")).to_have_text(re.compile("."))
    articles = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    expect(articles.first).to_be_visible()
