"""What readers type and what titles hold is text: none of it runs, and all of it is answered quickly."""

import json
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"

HOSTILE = [
    "<script>window.ran=1</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "</script><script>window.ran=1</script>",
    "</template><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "<img src=x onerror=window.ran=1>",
    "<img src=x onerror=alert(1)//",
    "<svg onload=window.ran=1>",
    "<svg><animate onbegin=window.ran=1 attributeName=x dur=1s>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='window.ran=1'/>#x\">",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<iframe src=javascript:parent.ran=1>",
    "<body onload=window.ran=1>",
    "<details open ontoggle=window.ran=1>",
    "<input autofocus onfocus=window.ran=1>",
    "<a href=javascript:window.ran=1>withdrawal</a>",
    "<form action=javascript:window.ran=1><button>withdrawal",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:window.ran=1'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{display:none}</style>",
    "<math><mi xlink:href=javascript:window.ran=1>x",
    "<mark onmouseover=window.ran=1>withdrawal</mark>",
    "\" onfocus=window.ran=1 autofocus x=\"",
    "' onclick='window.ran=1",
    "javascript:window.ran=1",
    "data:text/html,<script>window.ran=1</script>",
    "${window.ran=1}",
    "{{constructor.constructor('window.ran=1')()}}",
    "`;window.ran=1;`",
    "\"];window.ran=1//",
    "*:has(x)],[data-x",
    "__proto__",
    "constructor",
    "hasOwnProperty toString valueOf",
    "[\"__proto__\"][\"polluted\"]=1",
    "(a+)+$ (((((",
    "%00%0d%0aSet-Cookie:x=1 %E0%A4%A",
    "\ud800 lone \udfff",
    "\u202egnp.exe\u200b\ufeff\u0000 withdrawal",
    "../../../../etc/passwd",
    "👩‍👩‍👧‍👦" * 20 + "\ud83d",
]
LONG = {
    "latin": "withdrawal " * 9_000,
    "hangul": "출금이안돼요" * 17_000,
    "han": "提" * 100_000,
    "marks": "e" + "\u0301" * 100_000,
    "tags": "<b>" * 34_000,
}


assert len(HOSTILE) >= 40


@pytest.fixture
def base(host):
    """One place is enough here."""
    return host + "/"


@pytest.fixture
def watched(page, problems):
    """Fails if anything runs, asks, leaves the site, or is refused by the policy."""
    dialogs, elsewhere = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: elsewhere.append(request.url) if "127.0.0.1" not in request.url else None)
    yield page
    assert page.evaluate("[window.ran, {}.polluted, Object.prototype.onerror]") == [None, None, None]
    # The next page may come before the last one's icon.
    assert dialogs == [] and elsewhere == [] and [each for each in problems if "favicon" not in each] == []


def elements(page, place):
    return page.locator(place).evaluate(
        """(place) => [...place.querySelectorAll("script, img, iframe, style, base, meta, form, input, svg, details, math")]
             .map((element) => element.outerHTML)"""
    )


def handlers(page):
    return page.evaluate(
        """[...document.querySelectorAll("*")].filter((element) =>
             [...element.attributes].some(({ name, value }) => name.startsWith("on")
               || (/^(src|href|action|formaction)/.test(name) && /^\\s*(javascript|data):/i.test(value))))
             .map((element) => element.outerHTML)"""
    )


def test_queries_in_the_field(watched, base):
    page = watched
    page.goto(f"{base}en/")
    field = page.get_by_role("combobox")
    for query in HOSTILE:
        field.evaluate("(field, value) => { field.value = value; }", query)
        page.evaluate(
            """async () => {
              const field = document.querySelector("[data-find]");
              field.focus();
              field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "x" }));
              const list = field.form.querySelector("[data-list]");
              do await new Promise((resolve) => setTimeout(resolve, 10));
              while (!field.form.querySelector(".combo") || field.form.querySelector(".combo").hidden);
            }"""
        )
        assert elements(page, ".combo-list") == []
        assert handlers(page) == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_queries_in_the_address(watched, base, language):
    page = watched
    for query in HOSTILE:
        text = query.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        page.goto(f"{base}{language}/search/?{urlencode({'q': text, 'exchange': text})}")
        expect(page.get_by_role("status").first).not_to_have_text("")
        # The theme's own signs stand beside the hits, and on the card for an emergency.
        own = page.locator("[data-results]").evaluate(
            "place => [...place.querySelectorAll('svg')].filter((svg) => !svg.closest('[data-hits], [data-nearest]'))"
            ".map((svg) => svg.outerHTML)"
        )
        assert elements(page, "[data-results]") == own
        assert all('onload' not in sign and '<use href="../../assets/' in sign for sign in own), own
        assert handlers(page) == []
    page.goto(f"{base}{language}/search/?q=%ED%A0%80%FF&exchange=%ED%A0%80")
    expect(page.get_by_role("status").first).not_to_have_text("")


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts(watched, base, text):
    page = watched
    page.goto(f"{base}en/")
    field = page.get_by_role("combobox")
    field.focus()
    page.wait_for_load_state("networkidle")
    page.keyboard.insert_text(text)
    expect(page.locator(".combo")).to_be_visible()
    answer = field.evaluate(
        """async (field, text) => {
          const { openSearch } = await import(
            performance.getEntriesByType("resource").find(({ name }) => name.includes("/search/core.")).name);
          const load = async (path) =>
            (await fetch(`../${path.endsWith("/index.json") ? "" : "assets/"}search/${path}`)).json();
          const opened = await openSearch({ language: "en", load });
          return opened.search(text);
        }""",
        text,
    )
    assert answer["total"] >= 0
    # Sent, it stays below what hosts take for an address.
    field.evaluate("(field, text) => { field.value = text; field.form.requestSubmit(); }", text[:3000])
    page.wait_for_url(lambda url: "/search/" in url)
    expect(page.get_by_role("status").first).not_to_have_text("")


def test_titles(watched, base, answers):
    """An index that somebody else wrote: every text of it is hostile."""
    page = watched
    answers(f"""() => {{
      const results = {json.dumps(HOSTILE)}.map((text) => ({{
        title: text, section: text, excerpt: text, exchange: text, category: text, lang: text,
        updated: text, url: text, score: 1,
      }}));
      return {{ total: results.length, results, suggestions: {json.dumps(HOSTILE)} }};
    }}""")
    page.goto(f"{base}en/search/?q=withdrawal")
    expect(page.locator("[data-hits] > li")).to_have_count(len(HOSTILE))
    shown = page.locator("[data-hits] h2").all_text_contents()
    wanted = [f"{text} › {text}" for text in HOSTILE]
    assert shown == page.evaluate("texts => texts", wanted)
    check_links(page, "[data-hits] h2 a", base)

    # The list under the field shows six at most: every text has its turn.
    for start in range(0, len(HOSTILE), 6):
        some = HOSTILE[start : start + 6]
        answers(f"""() => {{
          const results = {json.dumps(some)}.map((text) => ({{ title: text, section: text, exchange: text, category: text, lang: text, url: text }}));
          return {{ total: results.length, results, suggestions: [] }};
        }}""")
        page.goto(f"{base}en/")
        page.get_by_role("combobox").fill("withdrawal")
        expect(page.get_by_role("option")).to_have_count(len(some))
        check_links(page, "[role=option]", base)


def test_nearest_terms(watched, base, answers):
    page = watched
    answers(f"() => ({{ total: 0, results: [], suggestions: {json.dumps(HOSTILE)} }})")
    page.goto(f"{base}en/search/?q=withdrawal")
    expect(page.locator("[data-nearest] a")).to_have_count(len(HOSTILE))
    check_links(page, "[data-nearest] a", base)
    page.get_by_role("combobox").fill("deposit")
    expect(page.get_by_role("option")).to_have_count(len(HOSTILE) + 3)
    check_links(page, "[role=option]", base)


def check_links(page, links, base):
    for address in page.locator(links).evaluate_all("links => links.map((link) => link.href)"):
        assert address.startswith(base.split("/docs")[0])
    assert handlers(page) == []
    assert elements(page, "[data-hits]" if "hits" in links else ".combo-list" if "option" in links else "[data-nearest]") == []
