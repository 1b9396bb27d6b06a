"""What helps readers of a text: the question under it, copying, and the offer of another language."""

import re
from contextlib import ExitStack

import pytest
from hosting import build, hosted
from playwright.sync_api import expect

MOUNT = "sub-path"

ARTICLE = "upbit/deposits-withdrawals/withdrawal-delayed/"
QUESTIONS = {"ko": "도움이 되었나요?", "zh": "这篇内容有帮助吗？", "en": "Was this helpful?"}


@pytest.fixture
def asking(helpcenter, source, tmp_path):
    """Builds the site with an address for answers and serves it; gives its address and the answers."""
    with ExitStack() as stack:

        def start(feedback, status=204):
            settings = source / "Content/site.yaml"
            settings.write_text(settings.read_text() + f"feedback: {feedback}\n")
            folder = build(helpcenter, source, tmp_path / "site")
            return stack.enter_context(hosted(folder, status))

        yield start


def helped(page):
    return page.locator("section.helped[aria-labelledby=_helped]")


def test_nothing_is_asked_without_an_address(page, problems, base):
    page.goto(f"{base}en/{ARTICLE}")
    expect(helped(page)).to_have_count(0)
    assert problems == []


def test_an_answer_is_sent_without_leaving_the_page(page, problems, asking):
    address, answers = asking("/feedback")
    for language, question in QUESTIONS.items():
        page.goto(f"{address}{language}/{ARTICLE}")
        expect(helped(page).get_by_role("heading")).to_have_text(question)
        helped(page).get_by_role("button").last.click()
        expect(helped(page).get_by_role("status")).not_to_be_empty()
        expect(page).to_have_url(f"{address}{language}/{ARTICLE}")
        form = "application/x-www-form-urlencoded;charset=UTF-8"
        data = {"page": [f"{language}/{ARTICLE}"], "language": [language], "answer": ["no"]}
        assert answers.pop() == ("/feedback", form, data)
    assert problems == []


def test_a_failure_is_told_and_can_be_tried_again(page, asking):
    address, answers = asking("/feedback", status=500)
    page.goto(f"{address}en/{ARTICLE}")
    for count in [1, 2]:
        helped(page).get_by_role("button", name="Yes").click()
        expect(helped(page).get_by_role("status")).to_contain_text("Could not send")
        assert len(answers) == count


def test_a_plain_form_is_sent_without_javascript(browser, asking):
    address, answers = asking("/feedback", status=303)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}ko/{ARTICLE}")
    helped(page).get_by_role("button", name="네").click()
    expect(page).to_have_url(f"{address}en/")
    assert answers[0][2]["answer"] == ["yes"]
    context.close()


def test_a_mail_needs_no_script(browser, asking):
    address, _ = asking("help@example.com")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}en/{ARTICLE}")
    mail = helped(page).get_by_role("link", name="Yes").get_attribute("href")
    assert mail.startswith("mailto:help@example.com?subject=Was%20this%20helpful%3F%20Yes")
    context.close()


# Copying


@pytest.fixture
def copying(context, host):
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=host)


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    "language, copied", [("ko", "복사했습니다"), ("zh", "已复制"), ("en", "Copied")]
)
def test_a_heading_gives_its_link_by_keyboard(page, problems, base, copying, language, copied):
    page.goto(f"{base}{language}/{ARTICLE}")
    heading = page.locator(".prose h2").first
    button = heading.get_by_role("button")
    page.keyboard.press("Tab")
    expect(button).to_have_css("opacity", "0")
    # A list of headings has its text alone.
    expect(page.get_by_role("heading", name=heading.get_by_role("link").inner_text(), exact=True)).to_have_count(1)
    heading.get_by_role("link").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    expect(button).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.locator("main > [data-copied] > [role=status]")).to_have_text(copied)
    assert clipboard(page) == f"{base}{language}/{ARTICLE}#" + heading.get_attribute("id")
    page.mouse.move(0, 0)
    assert problems == []


@pytest.mark.parametrize("path", [ARTICLE, "upbit/contact/", "contact/"])
def test_buttons_move_nothing(page, base, path):
    """Where they stand was free before."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}ko/{path}", wait_until="networkidle")
    page.keyboard.press("Tab")
    page.locator(".copy").first.wait_for(state="attached")
    tops = "[...document.querySelectorAll('main :not(.copy, .copy *)')].map((e) => e.getBoundingClientRect().top)"
    with_buttons = page.evaluate(tops)
    assert page.locator(".copy").count() > 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate("document.querySelectorAll('.copy').forEach((button) => button.remove())")
    assert page.evaluate(tops) == with_buttons


def test_checked_values_can_be_copied_and_unchecked_ones_not(page, problems, base, copying):
    page.goto(f"{base}en/upbit/contact/")
    card = page.locator("#phone-main")
    card.hover()
    card.get_by_role("button").first.click()
    assert clipboard(page) == card.locator(".digits").inner_text()
    for fact in page.locator(".chan .fact:has(.value)").all():
        expect(fact.get_by_role("button")).to_have_count(0)
    assert problems == []


def test_code_can_be_copied(source, context, page, asking):
    text = source / f"Content/{ARTICLE.rstrip('/')}.en.md"
    text.write_text(text.read_text() + "\n```\nfirst line\nsecond line\n```\n")
    address, _ = asking("/feedback")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address.rstrip("/"))
    page.goto(f"{address}en/{ARTICLE}")
    page.locator("pre").hover()
    page.locator(".code").get_by_role("button").click()
    assert clipboard(page) == "first line\nsecond line"


# Another language


@pytest.fixture
def reader(browser):
    """Opens pages as a reader whose browser asks for a language."""
    contexts = []

    def open(locale):
        contexts.append(browser.new_context(locale=locale, viewport={"width": 390, "height": 844}))
        return contexts[-1].new_page()

    yield open
    for context in contexts:
        context.close()


def offer(page):
    return page.locator("aside.hint")


@pytest.mark.parametrize(
    "locale, language, words",
    [("zh-CN", "zh", "用中文查看此页"), ("ko-KR", "ko", "이 페이지를 한국어로 보기"), ("en-GB", "en", "View this page in English")],
)
def test_the_page_is_offered_in_the_readers_language(reader, base, locale, language, words):
    page = reader(locale)
    other = "en" if language != "en" else "zh"
    page.goto(f"{base}{other}/{ARTICLE}")
    link = offer(page).get_by_role("link", name=words)
    expect(offer(page)).to_have_attribute("lang", re.compile(f"^{language}"))
    link.click()
    expect(page).to_have_url(f"{base}{language}/{ARTICLE}")
    expect(offer(page)).to_have_count(0)
    # The choice is kept: nobody is sent back.
    assert page.evaluate("localStorage.language").startswith(language)


def test_a_closed_offer_stays_closed(reader, base):
    page = reader("zh-CN")
    page.goto(f"{base}ko/")
    offer(page).get_by_role("button", name="关闭").click()
    expect(offer(page)).to_have_count(0)
    page.goto(f"{base}ko/{ARTICLE}")
    page.wait_for_load_state("networkidle")
    expect(offer(page)).to_have_count(0)


def test_a_language_that_was_chosen_is_not_argued_with(reader, base):
    page = reader("en-US")
    page.goto(f"{base}en/")
    page.get_by_role("banner").locator("details:not(.menu) summary").click()
    page.get_by_role("banner").get_by_role("link", name="한국어").click()
    page.wait_for_url(f"{base}ko/")
    expect(offer(page)).to_have_count(0)


def test_other_languages_are_offered_nothing(reader, base):
    page = reader("fr-FR")
    page.goto(f"{base}ko/", wait_until="networkidle")
    expect(offer(page)).to_have_count(0)


def test_the_offer_is_there_before_the_first_paint(reader, base):
    page = reader("en-US")
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value; })
             .observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{base}ko/{ARTICLE}", wait_until="networkidle")
    expect(offer(page)).to_be_visible()
    assert page.evaluate("window.shift") == 0


# Reading


def test_contents_follow_the_reading(page, base):
    page.goto(f"{base}en/{ARTICLE}")
    links = page.locator(".toc a")
    for at in [links.count() - 1, 0]:
        links.nth(at).click()
        expect(page.locator(".toc [aria-current]")).to_have_count(1)
        expect(links.nth(at)).to_have_attribute("aria-current", "true")


@pytest.mark.parametrize("language, words", [("ko", "읽는 데"), ("zh", "阅读约"), ("en", "min read")])
def test_dates_and_reading_time_stand_at_the_head(page, base, language, words):
    page.goto(f"{base}{language}/{ARTICLE}")
    stamp = page.locator("header .stamp")
    expect(stamp).to_contain_text(words)
    for time in stamp.locator("time").all():
        assert time.get_attribute("datetime") == time.inner_text()


def test_punctuation_stays_beside_a_term(page, base):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}zh/{ARTICLE}")
    page.locator(".prose").evaluate(
        """prose => { prose.innerHTML = [...Array(40).keys()].map((n) =>
             `<p>${"字".repeat(n)}<button type="button" class="term">词</button>\\u2060<span class="def" popover></span>，</p>`).join("") }"""
    )
    for line in page.locator(".prose p").all():
        assert line.evaluate(
            """p => { const text = p.lastChild, range = document.createRange(); range.selectNodeContents(text);
                 return range.getBoundingClientRect().top < p.querySelector("button").getBoundingClientRect().bottom; }"""
        )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_a_sign_stands_right_behind_its_value(page, base, language, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{base}{language}/urgent/")
    places = page.locator(".known > .sign").evaluate_all(
        """(signs) => signs.map((sign) => {
          const value = [...sign.previousElementSibling.getClientRects()].at(-1);
          const { left, top, height } = sign.getBoundingClientRect();
          return [left - value.right, top + height / 2 - (value.top + value.bottom) / 2].map(Math.abs);
        })"""
    )
    assert len(places) >= 3
    assert [place for place in places if max(place) > 4] == []
