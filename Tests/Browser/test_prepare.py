"""The case pack: a message made in the browser, and secrets refused."""

import re

import pytest
from playwright.sync_api import expect

MOUNT = "sub-path"


def message(page):
    return page.locator("#_out")


def test_writes_to_the_desk_in_its_language(page, problems, base):
    page.goto(f"{base}zh/upbit/prepare/")
    expect(message(page)).to_have_attribute("lang", "ko")
    sent = []
    page.on("request", lambda request: sent.append(request.url))

    page.get_by_role("radio", name="提现没有到账").check()
    page.locator("[name=when]").fill("2026-11-20 14:05")
    page.locator("[name=txid]").fill("ab" * 32)
    page.locator("[name=attachments][value=history]").check()
    expect(message(page)).to_contain_text("문제: 출금이 도착하지 않음")
    expect(message(page)).to_contain_text("TxID: " + "ab" * 32)

    page.locator("[name=message-language][value=zh]").check()
    expect(message(page)).to_contain_text("问题：提现没有到账")

    # What no longer matters leaves the message with its field.
    page.get_by_role("radio", name="无法登录").check()
    expect(message(page)).not_to_contain_text("abab")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [url for url in sent if "/assets/" not in url] == []
    assert problems == []


SECRETS = {
    "tried": "비밀번호: hong2026!!",
    "account": "OTP 123 456",
    "device": "0x" + "3f" * 32,
    "summary": "cabin velvet orbit lunar maple tiger swift pencil garden rocket puzzle window",
}


@pytest.mark.parametrize("field, secret", SECRETS.items())
def test_refuses_a_secret(page, base, field, secret):
    page.goto(f"{base}en/bitmart/prepare/")
    page.get_by_role("radio", name="Something else").check()
    box = page.locator(f"[name={field}]")
    box.fill(secret)

    expect(box).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#_e-{field}")).to_contain_text("Remove it.")
    expect(message(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Copy the text")).to_be_disabled()
    expect(page.locator("[data-status]")).to_have_text("Remove the secret from the marked field, and the text will be made.")

    box.fill("nothing yet")
    expect(box).not_to_have_attribute("aria-invalid", "true")
    expect(message(page)).to_contain_text("nothing yet")


def test_a_mail_only_where_there_is_an_address(page, base):
    page.goto(f"{base}en/prepare/")
    page.get_by_role("radio", name="Something else").check()
    mail = page.get_by_role("link", name="Open in your mail app")
    expect(mail).to_be_hidden()

    page.locator("[name=desk]").select_option("tokenpocket")
    expect(mail).to_be_visible()
    assert mail.get_attribute("href").startswith("mailto:service@tokenpocket.pro?subject=")


def test_clears_everything(page, base):
    page.goto(f"{base}ko/prepare/")
    page.get_by_role("radio", name="그 밖의 문제").check()
    page.locator("[name=summary]").fill("무언가")
    page.get_by_role("button", name="모두 지우기").click()

    expect(page.locator("[name=summary]")).to_have_value("")
    expect(page.locator("[name=summary]")).to_be_hidden()
    expect(page.locator("[data-status]")).to_have_text("적은 내용을 모두 지웠습니다.")


def test_nothing_can_be_filled_in_before_secrets_are_found(page, base):
    waiting = []
    page.route(re.compile(r"/contacts/secrets\.\w+\.js$"), lambda route: waiting.append(route))
    page.goto(f"{base}en/upbit/prepare/")
    assert waiting == []
    page.get_by_role("radio", name="Something else").check()
    expect(message(page)).to_be_visible()
    page.wait_for_function("performance.getEntriesByType('resource').some(({ name }) => name.includes('/seed-phrase.'))")
    expect(page.locator("[name=summary]")).to_be_hidden()

    waiting[0].continue_()
    expect(page.locator("[name=summary]")).to_be_visible()
