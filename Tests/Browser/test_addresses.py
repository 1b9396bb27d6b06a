"""Old addresses and the language menu keep the query and the place on the page that a reader came with."""

import pytest
from hosting import build, hosted
from playwright.sync_api import expect

ARTICLE = "upbit/deposits-withdrawals/withdrawal-delayed/"
TAILS = ["", "?from=mail", "#_sources", "?q=a%26b&x=%EC%B6%9C%EA%B8%88#%EC%B6%9C%EA%B8%88", "?", "#"]


@pytest.fixture
def moved(helpcenter, source, tmp_path):
    """The address of a site of which an article has moved."""
    text = source / f"Content/{ARTICLE[:-1]}.en.md"
    text.write_text(text.read_text().replace("\n---\n", "\naliases: [/en/upbit/옛-것/]\n---\n", 1))
    with hosted(build(helpcenter, source, tmp_path / "site")) as (address, _):
        yield address


def test_an_old_address_leads_on_with_query_and_fragment(page, moved):
    for tail in TAILS:
        page.goto(f"{moved}en/upbit/옛-것/{tail}", wait_until="commit")
        expect(page).to_have_url(f"{moved}en/{ARTICLE}{'' if tail in ('?', '#') else tail}")
        assert page.evaluate("history.length") < 20


def test_an_old_address_leads_on_without_scripts(browser, moved):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{moved}en/upbit/옛-것/")
    expect(page).to_have_url(f"{moved}en/{ARTICLE}")
    context.close()


@pytest.mark.parametrize("tail", ["", "?from=mail", "?from=mail#_sources", "#_sources"])
def test_the_language_menu_keeps_query_and_fragment(page, problems, base, tail):
    page.goto(f"{base}ko/{ARTICLE}{tail}")
    page.get_by_role("banner").locator("details:not(.menu) summary").click()
    page.get_by_role("banner").get_by_role("link", name="English", exact=True).click()
    expect(page).to_have_url(f"{base}en/{ARTICLE}{tail}")
    assert problems == []


def test_a_search_is_the_same_in_another_language(page, base):
    page.goto(f"{base}ko/search/?q=OTP")
    page.get_by_role("banner").locator("details:not(.menu) summary").click()
    with page.context.expect_page() as opened:
        page.get_by_role("banner").get_by_role("link", name="English", exact=True).click(button="middle")
    expect(opened.value).to_have_url(f"{base}en/search/?q=OTP")
    expect(opened.value.get_by_role("main").get_by_role("searchbox").or_(
        opened.value.get_by_role("main").get_by_role("combobox"))).to_have_value("OTP")
