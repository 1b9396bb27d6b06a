"""Ten worried customers: from the home page or its search box to the right answer within three clicks.

A journey is a language, the page that it begins on and its steps. A step is what a customer does: types
words and presses Enter (one click), follows a link, or unfolds what is folded. The page at its end must hold the words.
"""

from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"


@dataclass
class Journey:
    who: str
    language: str
    steps: list
    end: str
    words: str


def search(words):
    return ("search", words)


def follow(*addresses):
    """The first of the links to one of these pages."""
    return ("follow", addresses)


def unfold(words):
    """What is folded under these words."""
    return ("unfold", words)


JOURNEYS = [
    Journey(
        "withdrawal to an own wallet not arrived after two days, Upbit, reads Chinese",
        "zh",
        [search("Upbit 提币到自己的钱包两天没到账"), follow("upbit/deposits-withdrawals/withdrawal-delayed/", "upbit/deposits-withdrawals/personal-wallet/")],
        "upbit/deposits-withdrawals/",
        "TxID",
    ),
    Journey(
        "sees coins leave Bithumb at night",
        "ko",
        [follow("bithumb/"), follow("bithumb/urgent/")],
        "bithumb/urgent/",
        "1661-5566",
    ),
    Journey(
        "lost the phone with the codes",
        "en",
        [search("lost my phone with the authenticator codes upbit"), follow("upbit/security/second-factor-lost/")],
        "upbit/security/second-factor-lost/",
        "code",
    ),
    Journey(
        "somebody on Telegram says that he is support",
        "ko",
        [search("텔레그램으로 업비트 직원이라며 연락이 왔어요"), follow("upbit/scams/fake-upbit-staff/", "guide/scams/fake-support/", "guide/scams/impersonation/")],
        "scams/",
        "비밀번호",
    ),
    Journey(
        "forgot the memo of a deposit",
        "zh",
        [search("充值忘记填memo"), follow("guide/deposits-withdrawals/missing-memo-or-tag/", "bitmart/deposits-withdrawals/wrong-network-or-memo/", "upbit/deposits-withdrawals/wrong-network-or-memo/")],
        "deposits-withdrawals/",
        "Memo",
    ),
    Journey(
        "looks for a BitMart phone number",
        "en",
        [search("bitmart phone number"), follow("bitmart/support/no-phone-support/")],
        "bitmart/support/no-phone-support/",
        "phone",
    ),
    Journey(
        "sent coins to a wrong address",
        "ko",
        [search("주소를 잘못 입력해서 보냈어요"), follow("guide/deposits-withdrawals/wrong-address/", "tokenpocket/deposits-withdrawals/wrong-address/")],
        "wrong-address/",
        "TxID",
    ),
    Journey(
        "showed a recovery phrase to a stranger",
        "zh",
        [search("助记词泄露了怎么办"), follow("tokenpocket/security/private-key-leaked/", "guide/security/seed-phrase-and-private-key/", "tokenpocket/security/seed-phrase/", "tokenpocket/urgent/")],
        "",
        "助记词",
    ),
    Journey(
        "cannot log in and wants the right number",
        "en",
        [follow("upbit/contact/"), unfold("Login and identity")],
        "upbit/contact/",
        "1588-5682",
    ),
    Journey(
        "identity check was refused",
        "ko",
        [search("고객확인 거절 업비트"), follow("upbit/identity/verification-refused/")],
        "upbit/identity/verification-refused/",
        "고객확인",
    ),
]


def settle(page):
    """A page left while it still loads would report the requests that it gave up."""
    page.wait_for_load_state("networkidle")


def walk(page, base, journey):
    home = f"{base}{journey.language}/"
    page.goto(home)
    clicks = 0
    for kind, what in journey.steps:
        clicks += 1
        if kind == "search":
            settle(page)
            box = page.locator("main input[type=search]").first
            box.fill(what)
            settle(page)
            box.press("Enter")
            page.wait_for_url("**/search/?q=*")
            expect(page.locator(".hits > li").first).to_be_visible()
            continue
        if kind == "unfold":
            summary = page.locator("main summary", has_text=what).first
            summary.click()
            expect(summary.locator("xpath=..").get_by_role("link").first).to_be_visible()
            continue
        # Among results, only what stands on the first screens counts.
        area = ".hits > li:nth-child(-n+5) a" if page.locator(".hits > li").count() else "a"
        targets = page.evaluate(
            "area => [...document.querySelectorAll(area)].map(a => a.href)", area
        )
        wanted = [home + address for address in what]
        found = next((t for t in targets if any(t.split("#")[0] == w.split("#")[0] and t.startswith(w) for w in wanted)), None)
        assert found, f"none of {what} among {targets[:8]}"
        settle(page)
        page.goto(found)
    return clicks


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.who)
def test_journey(page, problems, base, journey):
    assert walk(page, base, journey) <= 3
    settle(page)
    assert page.url.split("#")[0].startswith(f"{base}{journey.language}/")
    assert journey.end in page.url
    expect(page.locator("main")).to_contain_text(journey.words)
    # Whoever leaves a page gives up what it was still loading: no mistake of the page.
    assert [problem for problem in problems if not problem.startswith("failed: ")] == []
