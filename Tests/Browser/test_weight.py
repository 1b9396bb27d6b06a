"""What a first visit loads, on a phone and on a desk, compressed as the host sends it."""

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import loaded
from test_pages import KINDS, address_of

MOUNT = "sub-path"

KB = 1024
LOCALES = {"ko": "ko-KR", "zh": "zh-CN", "en": "en-US"}


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LOCALES)
def test_pages_are_light_before_anybody_searches(browser, site, host, language, width):
    pages = {}
    for kind, path in KINDS.items():
        context = browser.new_context(locale=LOCALES[language], viewport={"width": width, "height": 844})
        pages[kind] = context.new_page()
        pages[kind].goto(f"{host}/{address_of(f'{language}/{path}', site)}", wait_until="commit")
    weights = {}
    for kind, page in pages.items():
        page.wait_for_load_state("networkidle")
        weights[kind] = Counter()
        for address, size in loaded(page):
            weights[kind][Path(urlsplit(address).path).suffix] += size
        page.context.close()
    assert all(weight[""] > 0 and weight[".js"] > 0 and weight[".css"] > 0 for weight in weights.values())
    assert {kind: dict(w) for kind, w in weights.items() if w[".css"] > 10 * KB} == {}
    assert {kind: dict(w) for kind, w in weights.items() if w[".js"] > 6 * KB} == {}


def test_the_html_of_every_article_is_light(site):
    articles = list(site.glob("??/*/*/*/index.html"))
    assert len(articles) > 100
    drawing = re.compile(rb'<figure class="fig drawn">.*?</figure>', re.S)
    pages = {str(article.relative_to(site)): article.read_bytes() for article in articles}
    drawings = [len(gzip.compress(found, 6)) for page in pages.values() for found in drawing.findall(page)]
    assert len(drawings) > 75 and max(drawings) < 6 * KB
    sizes = {name: len(gzip.compress(drawing.sub(b"", page), 6)) for name, page in pages.items()}
    assert {name: size for name, size in sizes.items() if size > 8 * KB} == {}
