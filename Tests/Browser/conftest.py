"""What the browser tests share: a site built once, a host that serves it, a watched browser.

`Tests/Browser/run` installs what they need and starts them.
"""

import grp
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from hosting import LIMIT
from playwright.sync_api import Page, expect, sync_playwright

expect.set_options(timeout=LIMIT)

ROOT = Path(__file__).resolve().parents[2]

# Every page must look and work the same wherever the owner puts the site.
MOUNTS = {"root": "/", "sub-path": "/docs/help/"}


@pytest.fixture(scope="session")
def helpcenter() -> Path:
    """The program under test."""
    candidates = [ROOT / ".build/release/helpcenter", ROOT / ".build/debug/helpcenter"]
    if os.environ.get("HELPCENTER"):
        candidates = [Path(os.environ["HELPCENTER"])]
    for candidate in candidates:
        if candidate.exists():
            return candidate.resolve()
    pytest.exit(f"no program to test at {candidates[0]}: run .ci/build, or set HELPCENTER", 2)


@pytest.fixture(scope="session")
def work():
    """A folder for the run that the host's unprivileged processes may read."""
    folder = Path(tempfile.mkdtemp(prefix="helpcenter-browser-")).resolve()
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def site(helpcenter, work) -> Path:
    """The built site's folder."""
    folder = work / "site"
    command = [helpcenter, "build", "--source", ROOT, "--output", folder]
    built = subprocess.run(command, capture_output=True, text=True)
    if built.returncode != 0:
        pytest.exit(f"the site could not be built:\n{built.stdout}{built.stderr}", 2)
    return folder


@pytest.fixture(scope="session")
def host(site, work) -> str:
    """The address of a real static host, without a slash at its end."""
    config = (Path(__file__).parent / "nginx.conf").read_text()
    with nginx(config.replace("@SITE@", str(site)), work) as address:
        yield address


@contextmanager
def nginx(text, work):
    """Runs nginx with a configuration, in which @USER@, @WORK@ and @PORT@ are filled in; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp(dir=work))
    folder.chmod(0o755)
    config = folder / "nginx.conf"
    config.write_text(
        text.replace("@USER@", nginx_user()).replace("@WORK@", str(folder)).replace("@PORT@", str(port))
    )
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    log = folder / "error.log"
    process = subprocess.Popen([program, "-e", log, "-p", folder, "-c", config])
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except ConnectionRefusedError:
            if process.poll() is not None:
                pytest.exit(f"nginx did not start:\n{log.read_text()}", 2)
            time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait()


def nginx_user() -> str:
    """Started by root, nginx is told whom to become; it cannot change its user otherwise."""
    if os.geteuid() != 0:
        return ""
    nobody = pwd.getpwnam("nobody")
    return f"user nobody {grp.getgrgid(nobody.pw_gid).gr_name};"


def pytest_generate_tests(metafunc):
    """A test of pages runs once for each place. What scripts do does not depend on it: a module that says
    `MOUNT = "sub-path"` runs there alone, where a link from the host's root would be wrong."""
    if "base" in metafunc.fixturenames:
        mount = getattr(metafunc.module, "MOUNT", None)
        metafunc.parametrize("base", [mount] if mount else list(MOUNTS), indirect=True)


@pytest.fixture
def base(request, host) -> str:
    """The site's address, with a slash at its end."""
    return host + MOUNTS[request.param]


@pytest.fixture(scope="session")
def browser():
    # Chromium's sandbox does not start as root, and /dev/shm is small in a container.
    flags = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROME", "/usr/bin/chromium"), args=flags
        )
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser):
    """One reader: what the browser keeps for the site is shared by the pages of a test."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(LIMIT)
    yield context
    context.close()


@pytest.fixture
def page(context) -> Page:
    return context.new_page()


@pytest.fixture
def problems(page) -> list[str]:
    """What goes wrong on `page` while the test runs. A good page leaves it empty."""
    return watch(page)


def watch(page: Page) -> list[str]:
    found = []
    page.add_init_script(
        """addEventListener("securitypolicyviolation", (event) =>
             console.error("CSP", event.violatedDirective, event.blockedURI, event.sourceFile))"""
    )
    page.on("console", lambda message: found.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"script: {error}"))
    # Who leaves a page gives up what was on its way.
    page.on(
        "requestfailed",
        lambda request: request.failure != "net::ERR_ABORTED" and found.append(f"failed: {request.url}"),
    )
    page.on(
        "response",
        lambda response: response.status >= 400
        and found.append(f"status {response.status}: {response.url}"),
    )
    return found


def loaded(page: Page) -> list[tuple[str, int]]:
    """What the page has loaded: each address, and the bytes of its body as the host sent them. By the browser's own
    record, because Playwright counts a response's headers in when it learns of them late."""
    return page.evaluate(
        """["navigation", "resource"].flatMap((type) => performance.getEntriesByType(type))
             .map(({ name, encodedBodySize }) => [name, encodedBodySize])"""
    )


def follow(page: Page, address: str) -> None:
    """Clicks the main part's first link to the address, in whatever words it stands there."""
    for link in page.get_by_role("main").get_by_role("link").all():
        target = urljoin(page.url, link.get_attribute("href"))
        if urldefrag(target).url == address:
            link.click()
            page.wait_for_url(address)
            return
    raise AssertionError(f"{page.url} has no link to {address}")


def copy_sources(folder: Path) -> Path:
    for name in ("Content", "Templates"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def source(tmp_path) -> Path:
    """A copy of the sources that a test may change."""
    return copy_sources(tmp_path)


@pytest.fixture
def answers(page):
    """Puts answers in place of the search core's: a script that gives the answer to a query."""

    def set_answers(script: str) -> None:
        page.add_init_script(
            """window.result = (title, exchange) => ({ title, exchange, of: exchange, url: "en/upbit/", category: "",
                 section: "", excerpt: "", score: 1, updated: "2026-01-01" });
               window.answer = %s;"""
            % script
        )
        page.route(
            re.compile(r"/search/core\.\w+\.js$"),
            lambda route: route.fulfill(
                content_type="text/javascript",
                body="""export const openSearch = async () => ({ search: async (...asked) =>
                          ({ suggestions: [], missing: [], cards: [], ...(await answer(...asked)) }) });
                        export const highlight = (text) => [{ text, match: false }];""",
            ),
        )

    return set_answers
