"""From a search field to an article, and the search page."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

QUERIES = {"ko": "출금", "zh": "提币", "en": "withdrawal"}


@pytest.mark.parametrize("language, query", QUERIES.items())
def test_finds_an_article(page, problems, base, language, query):
    page.goto(f"{base}{language}/")
    box = page.get_by_role("main").get_by_role("combobox")
    box.fill(query)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(re.escape(f"{base}{language}/search/?q=")))
    first = hits(page).first
    first.click()

    # Language, exchange, category, article; a hit may be a section of it.
    article = re.escape(f"{base}{language}/") + r"[a-z]+/[a-z-]+/[^/]+/(#.+)?$"
    expect(page).to_have_url(re.compile(article))
    expect(page.get_by_role("article")).to_contain_text(re.compile(f"{query}|提现|转出", re.IGNORECASE))
    assert problems == []


def test_every_page_can_search(page, base):
    page.goto(f"{base}en/upbit/deposits-withdrawals/withdrawal-delayed/")
    page.get_by_role("banner").get_by_role("combobox").fill("recovery fee")
    page.keyboard.press("Enter")

    expect(hits(page).first).to_be_visible()


def test_what_the_address_asks_for_is_begun_while_the_page_is_read(page, base):
    """Side by side: what the core is made of, and the index, which nothing on the page waits for."""
    page.goto(f"{base}en/search/?q=withdrawal")
    expect(hits(page).first).to_be_visible()
    start = """name => performance.getEntriesByType("resource").find((entry) => entry.name.includes(name)).%s"""
    index = page.evaluate(start % "startTime", "/search/en/index.json")
    for part in ["core", "store", "text"]:
        assert index < page.evaluate(start % "responseEnd", f"/search/{part}.")


def test_the_page_without_a_search_fetches_no_index(page, base):
    page.goto(f"{base}en/search/", wait_until="networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [name for name in loaded if "/search/core." in name or name.endswith(".json")] == []


@pytest.mark.parametrize("language", QUERIES)
def test_without_a_hit_the_reader_is_led_on(page, base, language):
    page.goto(f"{base}{language}/search/?q=zzzzqqqq")

    expect(page.get_by_role("status").first).to_have_text(re.compile("."))
    articles = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    expect(articles.first).to_be_visible()
    for path in ["contact/", "prepare/"]:
        link = page.locator(f"[data-results] a[href$='../{path}']")
        expect(link).to_be_visible()


def test_ten_results_are_shown_first_and_more_on_demand(page, base):
    page.goto(f"{base}en/search/?q=withdrawal")
    expect(hits(page)).to_have_count(10)
    found = int(re.search(r"\d+", page.get_by_role("status").first.inner_text())[0])
    assert found > 10
    more = page.get_by_role("button", name="Show more results")

    more.press("Enter")

    expect(hits(page)).to_have_count(min(found, 30))
    expect(hits(page).nth(10)).to_be_focused()
    # Another query begins with ten again.
    page.locator("#_q").fill("deposit")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^deposit"))
    expect(hits(page)).to_have_count(10)


def test_a_few_results_are_all_there_is(page, base, answers):
    answers("""() => ({ total: 3, results: ["A", "B", "C"].map((title) => result(title, "upbit")) })""")
    page.goto(f"{base}en/search/?q=withdrawal")
    expect(hits(page)).to_have_count(3)
    expect(page.locator("[data-more]")).to_be_hidden()


def test_nearest_terms_are_offered(page, base, answers):
    answers("""(query) => query === "withdrawal"
        ? { total: 1, results: [result("Stuck", "upbit")] }
        : { total: 0, results: [], suggestions: ["withdrawal", "<b>address</b>"] }""")
    page.goto(f"{base}en/search/?q=wthdrwl&exchange=upbit")

    terms = page.locator("[data-nearest] a")
    expect(terms).to_have_text(["withdrawal", "<b>address</b>"])
    terms.first.click()
    expect(hits(page)).to_have_text("Stuck")


def test_exchange_is_kept_from_search_to_search(page, base):
    def only_bithumb():
        expect(hits(page).first).to_be_visible()
        expect(page.locator("[data-hits] > li:not([data-of=bithumb])")).to_have_count(0)

    page.goto(f"{base}en/search/?q=withdrawal")
    expect(page.locator("[data-hits] > li:not([data-of=bithumb])").first).to_be_visible()
    page.get_by_label("Bithumb", exact=True).check()
    expect(page).to_have_url(re.compile(r"exchange=bithumb"))
    only_bithumb()

    field = page.get_by_role("combobox")
    field.fill("deposit")
    field.press("Enter")
    expect(page).to_have_url(f"{base}en/search/?q=deposit&exchange=bithumb")
    only_bithumb()

    page.reload()
    expect(page.get_by_label("Bithumb", exact=True)).to_be_checked()
    only_bithumb()


def test_back_and_forward(page, base):
    page.goto(f"{base}en/search/?q=withdrawal")
    first = hits(page).first.inner_text()
    field = page.get_by_role("combobox")
    field.fill("seed phrase")
    field.press("Enter")
    expect(page).to_have_title(re.compile("^seed phrase - "))
    expect(hits(page).first).not_to_have_text(first)

    field.blur()
    page.go_back()
    expect(page).to_have_title(re.compile("^withdrawal - "))
    expect(hits(page).first).to_have_text(first)
    expect(field).to_have_value("withdrawal")


def test_results_say_their_category_and_mark_the_words(page, base):
    page.goto(f"{base}en/search/?q=withdrawal")

    expect(hits(page).first.locator("mark").first).to_have_text(re.compile("withdraw", re.I))
    expect(page.locator("[data-hits] [data-category]").first).to_have_text(re.compile("."))


def test_failed_index_leaves_the_list(page, base):
    page.route("**/search/en/**/*.json", lambda route: route.abort())
    page.goto(f"{base}en/search/?q={quote('withdrawal')}")

    expect(page.get_by_role("status").first).to_have_text(re.compile("could not be loaded"))
    articles = page.get_by_role("main").get_by_role("listitem").get_by_role("link")
    expect(articles.first).to_be_visible()

    page.unroute_all()
    field = page.get_by_role("combobox")
    field.fill("seed phrase")
    field.press("Enter")
    expect(hits(page).first).to_be_visible()


def hits(page):
    return page.locator("[data-hits] h2").get_by_role("link")
