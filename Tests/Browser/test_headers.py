"""What the host sends with every file: the policy, and how long browsers may keep it."""

import re

import pytest

KEPT = "public, max-age=31536000, immutable"
ASKED = "no-cache"


@pytest.mark.parametrize(
    "path", ["", "ko/", "en/upbit/contact/", "contacts.json", "favicon.svg", "search/ko/index.json"]
)
def test_what_keeps_its_name_is_asked_for_again(page, base, path):
    headers = page.request.get(base + path).headers
    assert headers["cache-control"] == ASKED
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_what_has_a_fingerprint_is_kept_for_good(page, base):
    kept = {}
    page.on(
        "response",
        lambda response: kept.update({response.url: response.headers["cache-control"]}),
    )
    page.goto(f"{base}ko/upbit/contact/", wait_until="networkidle")
    assets = {url: value for url, value in kept.items() if "/assets/" in url}
    assert len(assets) > 5
    for url, value in assets.items():
        assert re.search(r"\.[0-9a-z]{8}\.[a-z]+$", url), url
        assert value == KEPT, url


def test_what_a_search_loads_is_kept_but_for_its_entry(page, base):
    kept = {}
    page.on("response", lambda answer: kept.update({answer.url: answer.headers["cache-control"]}))
    page.goto(f"{base}ko/search/?q=출금", wait_until="networkidle")
    files = {url.removeprefix(base): value for url, value in kept.items() if url.endswith(".json")}
    assert files.pop("search/ko/index.json") == ASKED
    assert len(files) > 1
    for path, value in files.items():
        assert path.startswith("assets/search/ko/"), path
        assert value == KEPT, path


def test_a_missing_asset_is_not_kept(page, base):
    answer = page.request.get(f"{base}assets/site.00000000.css")
    assert answer.status == 404
    assert answer.headers["cache-control"] == ASKED
