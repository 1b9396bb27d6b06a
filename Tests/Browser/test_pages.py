"""Every kind of page, in every language, at a root and under a sub-path: whole, quiet, narrow."""

import pytest
from playwright.sync_api import expect

LANGUAGES = {"ko": "ko", "zh": "zh-Hans", "en": "en"}
KINDS = {
    "home": "",
    "exchange": "upbit/",
    "category": "upbit/deposits-withdrawals/",
    "article": "upbit/deposits-withdrawals/withdrawal-delayed/",
    # Notices come and go: the first that there is.
    "notice": "*/notices/*/",
    "notices of all": "notices/",
    "notices of one": "upbit/notices/",
    "contacts of all": "contact/",
    "contacts of one": "upbit/contact/",
    "urgent": "urgent/",
    "urgent for one": "upbit/urgent/",
    "verify": "verify/",
    "case pack": "prepare/",
    "case pack for one": "upbit/prepare/",
    "search": "search/",
}
PAGES = {"root": ("", "ko"), "404": ("404.html", "ko")} | {
    f"{kind}, {language}": (f"{language}/{path}", tag)
    for kind, path in KINDS.items()
    for language, tag in LANGUAGES.items()
}


@pytest.mark.parametrize("pattern, language", PAGES.values(), ids=PAGES.keys())
def test_page(page, problems, site, base, pattern, language):
    page.set_viewport_size({"width": 320, "height": 640})

    answer = page.goto(base + address_of(pattern, site))

    assert answer.status == 200
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert problems == []


def address_of(pattern, site):
    if "*" not in pattern:
        return pattern
    first = min(site.glob(pattern.rstrip("/")))
    return f"{first.relative_to(site)}/"
