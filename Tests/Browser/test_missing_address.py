"""A missing address shows the 404 page, whose links work from any depth."""

import pytest
from playwright.sync_api import expect

MISSING = ["missing", "missing/", "ko/upbit/missing/", "en/upbit/fees/missing/deep/er/"]


@pytest.mark.parametrize("path", MISSING)
def test_missing_address(page, problems, host, path):
    address = f"{host}/{path}"

    answer = page.goto(address)

    assert answer.status == 404
    assert answer.header_value("content-security-policy").startswith("default-src 'none'")
    expect(page.locator("h1")).to_have_count(1)
    # Only the address itself is missing; all that its page loads is there.
    assert sorted(problems) == [
        "console: Failed to load resource: the server responded with a status of 404 (Not Found)",
        f"status 404: {address}",
    ]

    for link in page.get_by_role("link").all():
        target = link.evaluate("link => link.href")
        assert target.startswith(f"{host}/")
        assert page.request.get(target).status == 200, target

    page.get_by_role("main").get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{host}/en/")
