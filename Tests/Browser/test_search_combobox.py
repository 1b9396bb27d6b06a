"""The list below a search field: with the keyboard, with an input method, for a screen reader, on a phone."""

import re

import pytest
from hosting import LIMIT
from playwright.sync_api import expect

MOUNT = "sub-path"

QUERIES = {"ko": "출금", "zh": "提币", "en": "withdrawal"}
ARTICLE = "en/upbit/deposits-withdrawals/withdrawal-delayed/"


@pytest.fixture
def phone(browser):
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True
    )
    context.set_default_timeout(LIMIT)
    yield context.new_page()
    context.close()


def field(page):
    return page.get_by_role("combobox")


def options(page):
    return page.get_by_role("option")


def active(page):
    """The text of the option that the keyboard is on; empty if it is on none."""
    return page.evaluate("document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.innerText ?? ''")


# What is loaded


@pytest.mark.parametrize("path", ["en/", "en/search/", ARTICLE])
def test_nothing_is_loaded_before_the_field_is_used(page, base, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + path, wait_until="networkidle")
    assert not [url for url in asked if "combobox" in url or "/search/en/" in url]

    with page.expect_request("**/search/en/index.json"):
        field(page).focus()
    assert [url for url in asked if re.search(r"/search/combobox\.\w+\.js$", url)]


def test_typed_before_the_script_came(page, base):
    waiting = []
    page.route(re.compile(r"/search/combobox\.\w+\.js$"), lambda route: waiting.append(route))
    page.goto(f"{base}en/")
    field(page).click()
    page.keyboard.type("withdrawal")
    while not waiting:
        page.wait_for_timeout(20)
    waiting[0].continue_()

    expect(options(page).first).to_be_visible()


# The keyboard


@pytest.mark.parametrize("language, query", QUERIES.items())
def test_keyboard_only(page, problems, base, language, query):
    page.goto(f"{base}{language}/upbit/")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value("")
    page.keyboard.type(query)
    expect(options(page).first).to_be_visible()
    texts = options(page).all_inner_texts()
    assert active(page) == ""

    page.keyboard.press("ArrowDown")
    assert active(page) == texts[0]
    page.keyboard.press("ArrowDown")
    assert active(page) == texts[1]
    page.keyboard.press("End")
    assert active(page) == texts[-1]
    page.keyboard.press("ArrowDown")
    assert active(page) == texts[0]
    page.keyboard.press("ArrowUp")
    assert active(page) == texts[-1]
    page.keyboard.press("Home")
    assert active(page) == texts[0]
    page.keyboard.press("ArrowLeft")
    assert active(page) == ""
    assert field(page).evaluate("field => field.selectionStart") == len(query) - 1

    page.keyboard.press("ArrowDown")
    target = options(page).first.evaluate("option => option.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)
    assert problems == []


def test_escape_closes_and_keeps_the_words(page, base):
    page.goto(base + ARTICLE)
    field(page).click()
    page.keyboard.type("withdrawal")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("Escape")

    expect(options(page)).to_have_count(0)
    expect(field(page)).to_have_value("withdrawal")
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_be_visible()


def test_leaving_closes(page, base):
    page.goto(base + ARTICLE)
    field(page).click()
    page.keyboard.type("withdrawal")
    expect(options(page).first).to_be_visible()
    for _ in range(3):  # the button, the switch for the shortcuts, then what follows
        page.keyboard.press("Tab")
    expect(options(page)).to_have_count(0)

    field(page).click()
    expect(options(page).first).to_be_visible()
    page.get_by_role("heading", level=1).click(position={"x": 2, "y": 2})
    expect(options(page)).to_have_count(0)


def test_options_are_links(context, page, base):
    page.goto(base + ARTICLE)
    field(page).click()
    page.keyboard.type("withdrawal")
    # Not the options of what was typed on the way.
    expect(options(page).last).to_have_attribute("href", re.compile(r"q=withdrawal$"))
    second = options(page).nth(1)
    target = second.evaluate("option => option.href")
    for how in [{"button": "middle"}, {"modifiers": ["Control"]}]:
        with context.expect_page() as opened:
            second.click(**how)
        expect(opened.value).to_have_url(target)
        opened.value.close()
    expect(second).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    with context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    expect(opened.value).to_have_url(target)

    second.click()
    expect(page).to_have_url(target)


def test_all_results_are_one_step_away(page, base):
    page.goto(base + ARTICLE)
    field(page).fill("withdrawal")
    # Below it, on a page of an exchange, one that asks all exchanges alike.
    expect(options(page).nth(-2)).to_contain_text("All results")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")

    expect(page).to_have_url(f"{base}en/search/?q=withdrawal&near=upbit")


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_shortcuts_can_be_turned_off(context, page, base, keys):
    page.goto(base + ARTICLE)
    expect(field(page)).to_have_attribute("aria-keyshortcuts", re.compile("/"))
    page.keyboard.press(keys)
    expect(field(page)).to_be_focused()
    page.keyboard.type("withdrawal")
    switch = page.get_by_role("checkbox")
    switch.uncheck()
    page.keyboard.press("Escape")
    field(page).blur()

    for other in [page, context.new_page()]:
        if other != page:
            other.goto(f"{base}en/search/")
        other.keyboard.press(keys)
        expect(field(other)).not_to_be_focused()
        expect(field(other)).not_to_have_attribute("aria-keyshortcuts", re.compile("/"))
    other.get_by_role("checkbox").check()
    other.keyboard.press(keys)
    expect(field(other)).to_be_focused()


def test_shortcuts_leave_typing_alone(page, base):
    page.goto(f"{base}en/verify/")
    details = page.get_by_role("main").get_by_role("textbox")
    details.click()
    page.keyboard.type("1/2")
    expect(details).to_have_value("1/2")
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()

    page.keyboard.type("a/b")
    expect(field(page)).to_have_value("a/b")


def test_shortcuts_on_a_korean_layout(page, base):
    page.goto(base + ARTICLE)
    press = """([key, keyCode]) => document.body.dispatchEvent(new KeyboardEvent("keydown",
        { key, keyCode, code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true }))"""
    page.evaluate(press, ["Process", 229])
    expect(field(page)).not_to_be_focused()
    page.evaluate(press, ["ㅏ", 75])
    expect(field(page)).to_be_focused()


def test_shortcuts_do_nothing_where_the_field_is_hidden(phone, base):
    phone.goto(base + ARTICLE)
    phone.keyboard.press("/")
    assert phone.evaluate("document.activeElement.tagName") == "BODY"


# Input methods


def compose(page, text):
    """What an input method does while a text is being composed."""
    session = page.context.new_cdp_session(page)
    session.send(
        "Input.imeSetComposition",
        {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
    )
    return session


def test_nothing_is_acted_on_while_composing(page, problems, base):
    page.goto(f"{base}ko/")
    field(page).click()
    page.keyboard.type("출금")
    expect(options(page).first).to_be_visible()
    address = page.url

    session = compose(page, "이")
    for key in ["ArrowDown", "ArrowDown", "Enter", "Escape", "Home", "End"]:
        session.send(
            "Input.dispatchKeyEvent",
            {"type": "rawKeyDown", "key": key, "code": key, "windowsVirtualKeyCode": 229},
        )
        assert active(page) == ""
    page.wait_for_timeout(200)
    assert page.url == address
    expect(field(page)).to_have_value("출금이")
    expect(options(page).first).to_be_visible()

    session.send("Input.insertText", {"text": "이"})
    page.keyboard.press("ArrowDown")
    assert active(page) != ""
    assert problems == []


@pytest.mark.parametrize(
    "language, compositions",
    {
        "ko": [("ㅊ", "추", "출"), ("ㄱ", "그", "금")],
        "zh": [("t", "ti", "ti'b", "ti'bi", "提币")],
    }.items(),
)
def test_typed_with_an_input_method(page, problems, base, language, compositions):
    page.goto(f"{base}{language}/")
    field(page).click()
    for steps in compositions:
        for step in steps:
            session = compose(page, step)
        session.send("Input.insertText", {"text": steps[-1]})
    query = "".join(steps[-1] for steps in compositions)
    expect(field(page)).to_have_value(query)
    expect(options(page).first).to_contain_text(query)

    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("q="))
    expect(field(page)).to_have_value(query)
    expect(page.locator("[data-hits] mark").first).to_have_text(query)
    assert problems == []


def test_a_syllable_is_searched_for_before_it_is_finished(page, base):
    page.goto(f"{base}ko/")
    field(page).click()
    compose(page, "출")

    expect(options(page).first).to_be_visible()


def test_letters_that_will_become_han_are_not(page, base):
    page.goto(f"{base}zh/")
    field(page).click()
    page.wait_for_load_state("networkidle")
    session = compose(page, "ti'bi")
    page.wait_for_timeout(800)
    expect(page.locator(".combo")).to_be_hidden()

    session.send("Input.insertText", {"text": "提币"})
    expect(options(page).first).to_be_visible()
    expect(field(page)).to_have_value("提币")


def test_enter_that_ends_a_composition_does_not_send(page, base):
    """Some browsers end the composition first and report the key after it; others report no key code."""
    page.goto(f"{base}zh/")
    field(page).click()
    page.keyboard.type("提币")
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    address = page.url
    field(page).evaluate(
        """(field) => {
          const key = (init) => field.dispatchEvent(
            new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init }));
          const composition = (type) => field.dispatchEvent(new CompositionEvent(type, { bubbles: true, data: "币" }));
          composition("compositionstart");
          key({ keyCode: 13 });
          field.form.requestSubmit();
          key({ keyCode: 13, isComposing: true });
          composition("compositionend");
          key({ keyCode: 229 });
        }"""
    )
    page.wait_for_timeout(200)
    assert page.url == address

    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url != address)


# Answers


def test_a_late_answer_does_not_replace_a_newer_one(page, base, answers):
    answers("""(query) => new Promise((resolve) => setTimeout(resolve,
        query === "w" ? 700 : 0, { total: 1, results: [result(query, "upbit")] }))""")
    page.goto(f"{base}en/")
    field(page).click()
    page.keyboard.type("w")
    page.wait_for_timeout(200)
    page.keyboard.type("i")
    expect(options(page)).to_have_text(re.compile("^wi"))
    page.wait_for_timeout(900)
    expect(options(page)).to_have_text(re.compile("^wi"))


def test_an_answer_leaves_the_keyboard_where_it_is(page, base, answers):
    answers("""(query) => new Promise((resolve) => setTimeout(resolve, query === "w" ? 0 : 500,
        { total: 2, results: (query === "w" ? ["a", "b"] : ["c", "b"])
          .map((title) => ({ ...result(title, "upbit"), url: title })) }))""")
    page.goto(f"{base}en/")
    field(page).click()
    page.keyboard.type("w")
    expect(options(page)).to_have_count(2)
    page.keyboard.type("i")
    page.wait_for_timeout(200)
    page.keyboard.press("ArrowUp")
    assert active(page).startswith("b")
    expect(options(page).first).to_have_text(re.compile("^c"))
    assert active(page).startswith("b")


def test_a_late_answer_does_not_open_what_was_closed(page, base, answers):
    answers("""(query) => new Promise((resolve) => setTimeout(resolve, 2000,
        { total: 1, results: [result(query, "upbit")] }))""")
    page.goto(f"{base}en/")
    field(page).click()
    page.keyboard.type("w")
    expect(page.locator("[data-head]")).to_have_text("Searching…")
    page.keyboard.press("Escape")
    page.wait_for_timeout(2000)
    expect(page.locator(".combo")).to_be_hidden()


def test_a_fast_typist_is_not_answered_for_every_letter(page, base, answers):
    answers("(query) => { (window.asked ??= []).push(query); return { total: 0, results: [] }; }")
    page.goto(f"{base}en/")
    field(page).click()
    page.wait_for_load_state("networkidle")
    # In one task of the browser, so that no machine is slow enough to let time pass between two letters.
    field(page).evaluate(
        """(field) => {
          for (const letter of "withdrawal") {
            field.value += letter;
            field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
          }
        }"""
    )
    while page.evaluate("globalThis.asked?.at(-1)") != "withdrawal":
        page.wait_for_timeout(20)
    assert page.evaluate("asked.length") <= 2


def test_an_entry_that_is_asked_for_again_is_a_new_one(page, base):
    """The core does so when a file is gone that its entry lists; the browser's own copy would be the same."""
    page.route(
        re.compile(r"/search/core\.\w+\.js$"),
        lambda route: route.fulfill(
            content_type="text/javascript",
            body="""export const openSearch = async ({ language, load }) => {
              for (let at = 0; at < 2; at++) await load(`${language}/index.json`);
              return { search: async () => ({ total: 0, results: [], suggestions: [], missing: [], cards: [] }) };
            };
            export const highlight = (text) => [{ text, match: false }];""",
        ),
    )
    page.add_init_script(
        """const { fetch } = window;
           window.asked = [];
           window.fetch = (url, init) => (asked.push(init.cache), fetch(url, init));"""
    )
    page.goto(f"{base}en/")
    field(page).fill("withdrawal")
    expect(options(page).first).to_be_visible()

    assert page.evaluate("asked") == ["default", "reload"]


def test_no_hit_leads_on(page, base):
    page.goto(f"{base}en/")
    field(page).click()
    page.keyboard.type("zzzzqqqq")

    expect(page.locator("[data-head]")).to_have_text(re.compile("^Nothing found"))
    places = options(page).evaluate_all("options => options.map((option) => option.href)")
    assert {f"{base}en/contact/", f"{base}en/prepare/"} <= set(places)


# Recent searches


def test_recent_searches(page, base):
    page.goto(f"{base}en/")
    for query in ["withdrawal", "seed phrase", "withdrawal"]:
        field(page).fill(query)
        field(page).press("Enter")
        expect(page.locator("[data-hits] > li").first).to_be_visible()
        expect(page).to_have_title(re.compile("^" + query))
        # What may hide a secret is judged before it is kept, a moment later.
        page.wait_for_function("(query) => localStorage.getItem('searches')?.includes(query)", arg=query)
    # None of these is kept: too long, what may be an address, and what finds nothing. Each is over when the page says what became of it.
    status = page.locator("[data-status]")
    words = status.evaluate("({ dataset }) => ({ ...dataset })")
    phrase = "the withdrawal address of the wallet that holds coins"
    for query, said in [(phrase, words["found"]), ("withdrawal 5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXM", words["none"]), ("zzzzqqqq", words["none"])]:
        field(page).fill(query)
        field(page).press("Enter")
        expect(status).to_have_text(re.compile("^" + re.escape(said.strip())))
        expect(page).to_have_title(re.compile("^" + query))

    page.goto(base + ARTICLE)
    field(page).click()
    expect(options(page)).to_have_text(["withdrawal", "seed phrase"])
    expect(page.get_by_role("listbox")).to_have_accessible_name("Recent searches")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/search/\?q=seed\+phrase"))

    page.goto(base + ARTICLE)
    field(page).click()
    page.get_by_role("button", name="Clear recent searches").click()
    expect(options(page)).to_have_count(0)
    assert "seed" not in page.evaluate("JSON.stringify(localStorage)")
    page.reload()
    field(page).click()
    page.wait_for_load_state("networkidle")
    expect(options(page)).to_have_count(0)


def test_without_storage(page, problems, base):
    page.add_init_script(
        """Object.defineProperty(window, "localStorage", {
             get() { throw new DOMException("denied", "SecurityError"); } })"""
    )
    page.goto(f"{base}en/")
    field(page).fill("withdrawal")
    expect(options(page).first).to_be_visible()
    page.get_by_role("checkbox").uncheck()
    field(page).press("Enter")
    page.wait_for_url(re.compile("q="))
    field(page).fill("")
    page.wait_for_timeout(300)
    expect(options(page)).to_have_count(0)
    assert problems == []


@pytest.mark.parametrize("kept", ["{", "null", '{"length":1}', '[1,null,{},["a"],"__proto__","<img src=x onerror=alert(1)>"]', '"text"'])
def test_broken_storage(page, problems, base, kept):
    page.add_init_script(f"localStorage.setItem('searches', {kept!r})")
    page.goto(f"{base}en/")
    field(page).click()
    page.wait_for_load_state("networkidle")
    field(page).fill("withdrawal")

    expect(options(page).first).to_be_visible()
    assert problems == []


# Screen readers


@pytest.mark.parametrize("language, query", QUERIES.items())
@pytest.mark.parametrize("path", ["", "upbit/", "search/"])
def test_tree(page, base, language, query, path):
    page.goto(f"{base}{language}/{path}")
    before = tree(page)["combobox"][0]
    assert before["name"] != ""
    assert before["expanded"] is False
    assert before["autocomplete"] == "list"
    assert before["hasPopup"] == "listbox"

    field(page).fill(query)
    expect(options(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")

    nodes = tree(page)
    (box,) = nodes["combobox"]
    (listbox,) = nodes["listbox"]
    assert box["name"] == before["name"]
    assert box["expanded"] is True and box["focused"] is True
    assert box["controls"] == [listbox["id"]]
    assert listbox["name"] != ""
    first = nodes["option"][0]
    assert box["activedescendant"] == [first["id"]]
    assert first["name"] != "" and first["selected"] is True
    assert [option["selected"] for option in nodes["option"][1:]] == [False] * (len(nodes["option"]) - 1)
    assert all(option["name"] for option in nodes["option"])


def tree(page):
    """The accessibility tree's nodes by role: their names and properties."""
    nodes = {}
    for node in page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]:
        if node["ignored"]:
            continue
        found = {"id": node.get("backendDOMNodeId"), "name": node.get("name", {}).get("value")}
        for item in node.get("properties", []):
            value = item["value"]
            related = value.get("relatedNodes")
            found[item["name"]] = (
                [each["backendDOMNodeId"] for each in related] if related else value.get("value")
            )
        nodes.setdefault(node["role"]["value"], []).append(found)
    return nodes


def test_count_is_said_once_typing_rests(page, base):
    page.goto(f"{base}en/")
    field(page).click()
    page.wait_for_load_state("networkidle")
    status = page.locator("[data-count]")
    assert status.get_attribute("role") == "status"
    status.evaluate(
        """(status) => { window.said = [];
             new MutationObserver(() => status.textContent && said.push(status.textContent))
               .observe(status, { childList: true, characterData: true, subtree: true }); }"""
    )
    page.keyboard.type("withdrawal", delay=120)
    expect(status).to_have_text(re.compile(r"^Articles found: \d+$"))
    assert page.evaluate("said.length") == 1
    field(page).fill("zzzzqqqq")
    expect(status).to_have_text(re.compile("^Nothing found"))


# A phone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language, query", QUERIES.items())
@pytest.mark.parametrize("path", ["", "search/"])
def test_on_a_phone(phone, base, scheme, language, query, path):
    phone.emulate_media(color_scheme=scheme)
    phone.goto(f"{base}{language}/search/?q=Upbit")
    expect(phone.locator("[data-hits] > li").first).to_be_visible()
    phone.goto(f"{base}{language}/{path}")
    field(phone).tap()
    expect(options(phone)).to_have_text(["Upbit"])
    assert fits(phone)
    clear = phone.locator("[data-clear]")
    assert clear.bounding_box()["height"] >= 44

    field(phone).fill(query)
    expect(options(phone)).not_to_have_text(["Upbit"])
    assert fits(phone)
    assert options(phone).count() >= 3
    target = options(phone).first.evaluate("option => option.href")
    options(phone).first.tap()
    expect(phone).to_have_url(target)


def fits(page):
    for option in options(page).all():
        assert option.bounding_box()["height"] >= 44
    box = page.locator(".combo").bounding_box()
    width = page.viewport_size["width"]
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    return page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [768, 1024])
def test_in_the_header(page, base, width):
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(base + ARTICLE)
    field(page).fill("withdrawal")
    expect(options(page).first).to_be_visible()
    assert fits(page)
    box = page.locator(".combo").bounding_box()
    assert box["y"] + box["height"] <= 500
    expect(options(page).last).to_contain_text("Search all exchanges")
    # The list is longer than the window; the option that the keyboard is on is always in it.
    page.keyboard.press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    expect(options(page).last).to_be_in_viewport()


def test_keyboard_of_a_phone_may_be_put_away(phone, base):
    phone.goto(f"{base}en/")
    field(phone).fill("withdrawal")
    expect(options(phone).first).to_be_visible()
    field(phone).blur()
    expect(options(phone).first).to_be_visible()


# Without JavaScript


def test_without_javascript_nothing_can_be_sent(browser, base):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}en/")
    # Its form would send what is typed, a secret too.
    expect(page.get_by_role("searchbox")).to_have_count(0)
    expect(page.get_by_role("combobox")).to_have_count(0)
    page.goto(f"{base}en/search/?q=withdrawal")
    assert page.locator("[data-all] li a").count() > 10
    expect(page.get_by_role("checkbox")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)
    context.close()
