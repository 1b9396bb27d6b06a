"""What a first visit loads, on a phone and on a desk, compressed as the host sends it."""

import gzip
from collections import Counter

import pytest
from test_pages import KINDS, address_of

MOUNT = "sub-path"

KB = 1024
LOCALES = {"ko": "ko-KR", "zh": "zh-CN", "en": "en-US"}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LOCALES)
def test_pages_are_light_before_anybody_searches(browser, site, host, language, width):
    weights = {}
    for kind, path in KINDS.items():
        context = browser.new_context(locale=LOCALES[language], viewport={"width": width, "height": 844})
        page = context.new_page()
        requests = []
        page.on("requestfinished", lambda request, requests=requests: requests.append(request))
        page.goto(f"{host}/{address_of(f'{language}/{path}', site)}", wait_until="networkidle")
        # Not while they come in: a size that is asked for then may be lost with the page.
        weight = weights[kind] = Counter()
        for request in requests:
            weight[request.resource_type] += request.sizes()["responseBodySize"]
        context.close()
    assert all(weight["document"] > 0 and weight["script"] > 0 for weight in weights.values())
    assert {kind: dict(w) for kind, w in weights.items() if w["stylesheet"] > 10 * KB} == {}
    assert {kind: dict(w) for kind, w in weights.items() if w["script"] > 6 * KB} == {}


def test_the_html_of_every_article_is_light(site):
    articles = list(site.glob("??/*/*/*/index.html"))
    assert len(articles) > 100
    sizes = {str(article.relative_to(site)): len(gzip.compress(article.read_bytes(), 6)) for article in articles}
    assert {name: size for name, size in sizes.items() if size > 8 * KB} == {}
