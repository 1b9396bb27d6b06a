"""Without a network: the pages that a reader in trouble needs are still there, and say how old they are."""

import functools
import http.server
import re
import threading
import time

import pytest
from hosting import LIMIT
from playwright.sync_api import expect

KEPT = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("kept "));
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return { names, paths: requests.flat().map(({ url }) => new URL(url).pathname) };
}"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A host that can be switched off, and that notes what it is asked for."""

    asked = []
    broken = False

    def do_GET(self):
        Quiet.asked.append(self.path)
        if Quiet.broken:
            return self.send_error(503)
        return super().do_GET()

    def log_message(self, *_):
        pass


class Host:
    def __init__(self, folder):
        handler = functools.partial(Quiet, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/help/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def offline_host(site, work):
    """The site under a sub-path, on a host of its own."""
    folder = work / "offline"
    folder.mkdir(exist_ok=True)
    if not (folder / "help").exists():
        (folder / "help").symlink_to(site)
    Quiet.asked, Quiet.broken = [], False
    host = Host(folder)
    yield host
    host.stop()


def wait_until_kept(page, path):
    wait_until(page, "() => navigator.serviceWorker.controller !== null")
    wait_until(page, f"async () => (await ({KEPT})()).paths.includes('{path}')")


def wait_until(page, condition):
    """The pages' policy forbids the browser's own way to wait for a condition."""
    end = time.monotonic() + LIMIT / 1000
    while not page.evaluate(condition):
        assert time.monotonic() < end, condition
        page.wait_for_timeout(50)


def test_pages_in_need_are_kept_and_marked(page, offline_host):
    url = offline_host.url
    page.goto(f"{url}zh/")
    for path in ["urgent", "contact", "bitmart/contact", "upbit/contact", "upbit/urgent", "verify"]:
        wait_until_kept(page, f"/help/zh/{path}/")
    paths = page.evaluate(KEPT)["paths"]
    # The reader's language alone, and no page that is not needed without a network.
    assert "/help/zh/upbit/contact/" in paths and "/help/zh/verify/" in paths
    assert not [path for path in paths if path.startswith(("/help/ko/", "/help/en/"))]
    assert "/help/zh/" not in paths and not [path for path in paths if "/search/" in path and "/assets/" not in path]

    offline_host.stop()
    for path in ["zh/urgent/", "zh/upbit/urgent/", "zh/contact/", "zh/bitmart/contact/", "zh/verify/"]:
        page.goto(url + path)
        mark = page.locator("main [role=status]").first
        expect(mark).to_have_text(re.compile(r"已保存的副本，\d{4}-\d{2}-\d{2} 核对。"))
        expect(mark).to_be_visible()
        expect(page.locator("h1")).to_be_visible()
        # Its style came along.
        assert page.locator(".top").evaluate("top => getComputedStyle(top).position") == "sticky"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The judge works too: it has the registry.
    page.locator("form.paste textarea, form.paste input").first.fill("upblt.com")
    page.locator("form.paste button").first.click()
    expect(page.locator(".verdict.bad").first).to_be_visible()


def test_the_network_is_asked_first(page, offline_host):
    url = offline_host.url
    page.goto(f"{url}en/urgent/")
    wait_until_kept(page, "/help/en/contact/")
    Quiet.asked.clear()
    page.goto(f"{url}en/contact/")
    assert "/help/en/contact/" in Quiet.asked
    expect(page.locator("[data-kept]")).to_have_count(1)
    expect(page.locator("main [role=status]").first).not_to_be_visible()

    # A host whose machinery is down is as good as none.
    Quiet.broken = True
    page.goto(f"{url}en/contact/")
    expect(page.locator("main [role=status]").first).to_contain_text("Saved copy, checked on 20")


def test_another_language_is_kept_once_it_is_read(page, offline_host):
    url = offline_host.url
    page.goto(f"{url}ko/")
    wait_until_kept(page, "/help/ko/contact/")
    page.goto(f"{url}en/")
    wait_until_kept(page, "/help/en/contact/")


def test_a_new_build_drops_what_the_old_one_kept(page, offline_host):
    url = offline_host.url
    page.goto(f"{url}en/")
    wait_until_kept(page, "/help/en/contact/")
    page.evaluate(
        """async () => {
             const [name] = await caches.keys();
             const old = await caches.open(name.replace(/\\S+$/, "00000000"));
             await old.put("./contact/", new Response("old"));
             await (await caches.open("of another site")).put("./", new Response("not ours"));
             await (await navigator.serviceWorker.getRegistration()).unregister();
           }"""
    )
    page.goto(f"{url}en/urgent/")
    wait_until_kept(page, "/help/en/contact/")
    wait_until(page, "async () => (await caches.keys()).length === 2")
    names = page.evaluate("caches.keys()")
    assert "of another site" in names and not [name for name in names if "00000000" in name]


def test_works_behind_the_policy(page, problems, base):
    page.goto(f"{base}en/urgent/")
    prefix = base.split("/", 3)[3]
    wait_until_kept(page, f"/{prefix}en/contact/")
    assert problems == []
