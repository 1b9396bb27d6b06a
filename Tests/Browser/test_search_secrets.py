"""A recovery phrase, a key or a password that is typed into a search stays in the field."""

import json
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

VECTORS = Path(__file__).parents[1] / "Vectors/secrets.json"
SECRETS = [secret["text"] for secret in json.loads(VECTORS.read_text())["secrets"]][:50]


def traces(text: str) -> list[str]:
    """What would show that a text was written down: as it is and as addresses have it, the whole and its longest words."""
    line = " ".join(text.split())
    longest = sorted({word for word in line.split() if len(word) > 15})
    return [form for part in [line, *longest] for form in (part, quote(part), quote_plus(part))]


@pytest.fixture
def log(host, work):
    """What the host has written down so far, and from here on."""

    def read() -> str:
        return "".join(path.read_text() for path in work.glob("*/access.log"))

    before = len(read())
    return lambda: read()[before:]


@pytest.mark.parametrize("start", ["en/search/", "en/", "ko/upbit/"])
def test_fifty_secrets_leave_no_trace(page, base, log, start):
    assert len(SECRETS) == 50
    asked = []
    page.on("request", lambda request: asked.append(request.url + (request.post_data or "")))
    page.goto(base + start)
    field = page.locator("[data-find]")
    for secret in SECRETS if start.endswith("search/") else SECRETS[::10]:
        field.fill(secret)
        field.press("Enter")
        # It is said why nothing is searched for, and the field keeps what was typed.
        if start.endswith("search/"):
            status = page.locator("[data-status]")
            expect(status).to_have_text(status.get_attribute("data-secret"))
            status.evaluate("(element) => { element.textContent = '' }")
        else:
            page.wait_for_timeout(150)
    assert page.url == base + start
    assert page.evaluate("history.length") == 2
    kept = page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, name])")
    assert start in log()
    written = "\n".join([page.url, kept, log(), *asked])
    assert [trace for secret in SECRETS for trace in traces(secret) if trace in written] == []


def test_without_a_script_there_is_no_form_to_send_them(browser, base, log):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ["en/", "en/search/", "ko/upbit/"]:
        page.goto(base + path)
        expect(page.locator("form:visible")).to_have_count(0)
        # Nor could one leave by a field that has a name.
        assert page.locator("form [name]").count() == 0
    context.close()
    assert "q=" not in log()
