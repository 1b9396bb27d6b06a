"""One rule for confidence: on every page of the built site every value carries the mark that the rule gives it on the
reader's day, and the same in contacts.json and in the verify page's answer."""

import json
import random
import re
from collections import defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hosting import build, hosted

MOUNT = "sub-path"

ROOT = Path(__file__).resolve().parents[2]
SEOUL = timezone(timedelta(hours=9))
TODAY = datetime.now(SEOUL).date()


def holiday() -> date:
    """The next public holiday of the site's calendar."""
    days = re.findall(r"date: (\d{4}-\d\d-\d\d)", (ROOT / "Content/holidays/kr.yaml").read_text())
    return min(day for day in map(date.fromisoformat, days) if day >= TODAY)


def at(day: date, hour: int, minute: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, 30, tzinfo=SEOUL)


CLOCKS = {
    "day of the build": at(TODAY, 10, 0),
    "366 days later": at(TODAY + timedelta(days=366), 10, 0),
    "23:59": at(TODAY, 23, 59),
    "public holiday": at(holiday(), 10, 0),
}


# ---- the rule, told once more, so that a mistake in it shows ----


def last_day(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) == 2 else 12
    return (date(year + month // 12, month % 12 + 1, 1)) - timedelta(days=1)


def mark_of(item: dict, day: date, stale_after: int) -> str:
    if item.get("status", "active") != "active":
        return item["status"]
    if item["confidence"] == "unverified":
        return "unverified"
    return "old" if (day - last_day(item["verified"])).days > stale_after else item["confidence"]


class Registry:
    """What contacts.json says: the marks that each printed value may carry, by the text that a page prints."""

    def __init__(self, folder: Path):
        self.data = json.loads((folder / "contacts.json").read_text())
        self.stale_after = self.data["stale-after-days"]
        self.owners = [(owner["id"], owner) for owner in self.data["exchanges"]]
        self.owners += [(f"emergency/{owner['id']}", owner) for owner in self.data["emergency"]]

    def channels(self):
        return [(owner, channel) for owner, item in self.owners for channel in item["channels"]]

    def marks(self, day: date) -> dict[str, set[str]]:
        found = defaultdict(set)
        for _, channel in self.channels():
            for text in printed(channel["values"]):
                found[text].add(mark_of(channel, day, self.stale_after))
        for _, owner in self.owners:
            for domain in owner.get("domains", []):
                found[domain["host"]].add(mark_of(domain, day, self.stale_after))
        return found

    def hours(self, day: date) -> dict[str, str]:
        order = ["official", "reported", "old", "unverified", "suspended", "retired"]
        found = {}
        for _, channel in self.channels():
            if "hours" not in channel:
                continue
            marks = [mark_of(channel, day, self.stale_after)]
            if "confidence" in channel["hours"]:
                marks.append(mark_of(channel["hours"], day, self.stale_after))
            found[channel["key"]] = max(marks, key=order.index)
        return found


def printed(values: dict) -> list[str]:
    texts = [values[key] for key in ("dial", "address", "handle") if key in values]
    if "url" in values:
        texts.append(values["url"].removeprefix("https://").removesuffix("/"))
    return texts + [values[key]["text"] for key in ("path", "place") if key in values]


# ---- what a page shows ----

# Every mark of a page with the texts of the values beside it, and every number that can be tapped without a mark.
READ = """() => {
  const clean = (text) => text.replace(/\\[\\.\\]/g, ".").replace(/\\s+/g, " ").trim();
  const VALUES = ".digits, .value, .path, p[lang], code, b.no, a.no, span.no, .dial b, .calls b";
  const box = (mark) => mark.closest(".known, .dial-now, .calls a, .dial a, .ways li, summary, tr, .domains li, .fact, .num, .chan");
  const marks = [];
  for (const mark of document.querySelectorAll("[data-mark]:not(template [data-mark])")) {
    if (mark.closest("[data-of-hours]") || mark.matches(".stamp *")) continue;
    const place = box(mark);
    let values = mark.matches(".known")
      ? [...mark.querySelectorAll("b.no, code, a > span[lang], :scope > span[lang]")]
      : place?.matches("tr") ? [...place.querySelectorAll("th code")] : [...(place ?? mark).querySelectorAll(VALUES)];
    values = values.filter((value) => mark.matches(".known") || !value.closest("[data-mark]")).map((value) => clean(value.textContent));
    marks.push({
      mark: mark.dataset.mark, values, text: clean(mark.textContent),
      isAmber: mark.matches(".maybe"), isGreen: mark.matches(".seal.ok, .mark.ok, .known:not(.maybe, .none)"),
      ground: place?.matches(".fact, .num") ? place.className : "",
      links: [...(place ?? mark).querySelectorAll("a[href^='tel:'], a[href^='mailto:'], a[rel=external]:not(.go)")].map((a) => a.href)
        .concat(place?.matches("a") ? [place.href] : []),
    });
  }
  const alone = [...document.querySelectorAll("main a[href^='tel:']")]
    .filter((link) => !(link.matches(".known *, .dial-now *, .calls *, .dial *, .ways *") ? box(link) : link.closest(".fact, .num, .chan"))
      ?.querySelector("[data-mark]") && !link.closest("[data-mark]")).map((link) => link.href);
  return { marks, alone };
}"""


def pages_with_marks(folder: Path) -> list[str]:
    found = [page for page in sorted(folder.rglob("index.html")) if b"data-mark=" in page.read_bytes()]
    return [str(page.parent.relative_to(folder)) + "/" for page in found]


def reader(browser, now: datetime):
    """A reader on a day; what no mark depends on is not fetched."""
    context = browser.new_context(timezone_id="Asia/Seoul", viewport={"width": 390, "height": 844}, service_workers="block")
    context.set_default_timeout(10_000)
    context.route(re.compile(r"\.(css|svg|png|jpg|vtt|mp4)(\?|$)"), lambda route: route.abort())
    page = context.new_page()
    page.clock.set_fixed_time(now)
    return page


def read(page, address: str, day: date) -> dict:
    page.goto(address, wait_until="load")
    page.wait_for_function(
        """(day) => [...document.querySelectorAll("[data-sure]")].every(({ dataset }) => dataset.sure >= day || dataset.mark === "old")""",
        arg=day.isoformat(),
    )
    return page.evaluate(READ)


def wrong_on(found: dict, expected: dict[str, set[str]]) -> list[str]:
    """What is wrong with the marks of a page."""
    wrong = [f"{link} has no mark" for link in found["alone"]]
    for item in found["marks"]:
        known = [value for value in item["values"] if value in expected]
        name = f"{known or item['values']} {item['mark']} '{item['text']}'"
        if known and not any(item["mark"] in expected[value] for value in known):
            wrong.append(f"{name}: should be {[expected[value] for value in known]}")
        unsure = item["mark"] in ("old", "unverified")
        if unsure != item["isAmber"] and not item["mark"] in ("suspended", "retired"):
            wrong.append(f"{name}: amber {item['isAmber']}")
        if unsure and (item["isGreen"] or not re.search(r"\d{4}", item["text"]) and "seal" in item["text"]):
            wrong.append(f"{name}: green")
        if item["ground"] and unsure != ("maybe" in item["ground"].split()):
            wrong.append(f"{name}: ground {item['ground']}")
        if item["mark"] in ("unverified", "suspended", "retired") and known:
            wrong += [f"{name}: links to {link}" for link in item["links"] if re.sub(r"^(tel:|mailto:|https://)", "", link).strip("/") in known]
    return wrong


@pytest.mark.parametrize("clock", CLOCKS)
def test_every_value_has_one_mark_on_every_page(browser, site, base, clock):
    now = CLOCKS[clock]
    expected = Registry(site).marks(now.date())
    page = reader(browser, now)
    pages = pages_with_marks(site)
    assert len(pages) > 300
    wrong, seen = {}, defaultdict(set)
    for path in pages:
        found = read(page, base + path, now.date())
        if problems := wrong_on(found, expected):
            wrong[path] = problems
        for item in found["marks"]:
            for value in item["values"]:
                if value in expected:
                    seen[value].add(item["mark"])
    page.context.close()
    assert wrong == {}
    # A value that two channels share, such as a handle on two networks, may carry the marks of both.
    assert {value: marks for value, marks in seen.items() if marks != expected[value] and len(marks) > 1} == {}
    assert len(seen) > 100


ANSWERS = {
    "official": "ok", "reported": "ok", "old": "warn", "unverified": "", "suspended": "warn", "retired": "warn",
}


@pytest.mark.parametrize("clock", CLOCKS)
def test_the_verify_page_answers_with_the_same_mark(browser, site, base, clock):
    now = CLOCKS[clock]
    registry = Registry(site)
    expected = registry.marks(now.date())
    page = reader(browser, now)
    page.goto(f"{base}en/verify/", wait_until="networkidle")
    box, button, answer = page.locator("form.paste textarea"), page.locator("form.paste button"), page.locator("[data-verdict] > .verdict")
    wrong = {}
    asked = [value for _, channel in registry.channels() for value in printed(channel["values"]) if "path" not in channel["values"] and "place" not in channel["values"]]
    asked += [domain["host"] for _, owner in registry.owners for domain in owner.get("domains", [])]
    for value in sorted(set(asked)):
        box.fill(value)
        button.click()
        page.wait_for_function("(value) => document.querySelector('[data-verdict] [data-slot=text]')?.textContent.replaceAll('[.]', '.') === value", arg=value)
        look = (answer.get_attribute("class") or "").removeprefix("verdict").strip()
        if look not in {ANSWERS[mark] for mark in expected[value]}:
            wrong[value] = (look, expected[value])
    page.context.close()
    assert len(asked) > 80
    assert wrong == {}


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("language", ["ko", "zh", "en"])
def test_old_hours_never_say_that_somebody_answers(browser, site, base, clock, language):
    now = CLOCKS[clock]
    registry = Registry(site)
    hours = registry.hours(now.date())
    page = reader(browser, now)
    count = compared = 0
    for exchange in registry.data["exchanges"]:
        page.goto(f"{base}{language}/{exchange['id']}/contact/", wait_until="load")
        for channel in exchange["channels"]:
            id = f"#{channel['id']}"
            # In the comparison a channel's name carries its mark, and hours their own where they were seen elsewhere.
            row = page.locator(f".compare tr:has(th a[href='{id}'])")
            if row.count():
                own = [channel["hours"]] if "confidence" in channel.get("hours", {}) else []
                expected = [mark_of(item, now.date(), registry.stale_after) for item in [channel, *own]]
                page.wait_for_function(
                    "([row, wanted]) => wanted.every((mark) => row.querySelector(`[data-mark=${mark}]`))", arg=[row.element_handle(), expected])
                marks = row.locator("th [data-mark]").all() + row.locator("td [data-of-hours] [data-mark]").all()
                assert {mark.get_attribute("data-mark") for mark in marks} == set(expected), (channel["key"], expected)
                for mark in marks:
                    assert (mark.get_attribute("hidden") is None) == (mark.get_attribute("data-mark") in ("old", "unverified"))
                compared += 1
            pill = page.locator(f"{id} .pill, .chan:has({id}) > summary .pill")
            if pill.count() == 0:
                continue
            # Nothing at all is said on hours that nobody vouches for.
            assert hours[channel["key"]] in ("official", "reported", "old"), channel["key"]
            pill.evaluate("(pill) => pill.parentElement.scrollIntoView()")
            page.wait_for_function("(pill) => !pill.hidden", arg=pill.element_handle())
            text = pill.inner_text().replace("\u00a0", " ")
            is_old = text == pill.get_attribute("data-old")
            assert is_old == (hours[channel["key"]] == "old"), (channel["key"], text)
            assert not is_old or pill.get_attribute("class") == "pill check"
            count += 1
    page.context.close()
    assert count >= 2 and compared >= 10


# ---- one change of one channel reaches all places ----

CHANGES = ("digit", "date", "confidence", "suspended")


def changed(text: str, channel: dict, change: str, other: str) -> str:
    """The text of contact.yaml with one thing changed at one channel."""
    start = text.index(f"  - id: {channel['id']}\n")
    end = text.find("\n  - id: ", start + 1)
    end = text.index("\nabsent:", start) if end < 0 else end
    block = text[start:end]
    if change == "digit":
        dial = channel["values"]["dial"]
        digit = str((int(dial[-1]) + 1) % 10)
        block = block.replace(dial, dial[:-1] + digit)
    elif change == "date":
        block = re.sub(r"\n    verified: .*", "\n    verified: 2019-03", block)
    elif change == "confidence":
        block = re.sub(r"\n    confidence: .*", "\n    confidence: unverified", block)
    else:
        block = block.rstrip("\n") + f"\n    suspended: {{since: 2026-01, instead: {other}, source: a}}"
    return text[:start] + block + text[end:]


@pytest.mark.parametrize("seed", range(4))
def test_one_change_changes_all_places(browser, helpcenter, source, tmp_path, site, seed):
    chance = random.Random(seed)
    registry = Registry(site)
    phones = [
        (owner, channel) for owner, channel in registry.channels()
        if "dial" in channel["values"] and channel["status"] == "active" and channel["confidence"] != "unverified" and "/" not in owner
    ]
    owner, channel = chance.choice(phones)
    change = CHANGES[seed]
    other = next(c["id"] for o, c in registry.channels() if o == owner and c["kind"] in ("ticket", "help-center"))
    path = source / "Content" / owner / "contact.yaml"
    path.write_text(changed(path.read_text(), channel, change, other))
    folder = build(helpcenter, source, tmp_path / "changed")
    dial = channel["values"]["dial"]
    new = Registry(folder)
    if change == "digit":
        left = [str(file.relative_to(folder)) for file in folder.rglob("*") if file.suffix in (".html", ".json", ".md", ".txt") and dial.encode() in file.read_bytes()]
        assert left == []
        [now_dial] = [c["values"]["dial"] for _, c in new.channels() if c["key"] == channel["key"]]
        assert now_dial != dial
        places = [page for page in folder.rglob("index.html") if now_dial.encode() in page.read_bytes()]
        assert len(places) == sum(dial.encode() in page.read_bytes() for page in site.rglob("index.html"))
        return
    expected = new.marks(TODAY)
    wanted = {"date": "old", "confidence": "unverified", "suspended": "suspended"}[change]
    assert expected[dial] == {wanted}
    page = reader(browser, CLOCKS["day of the build"])
    wrong, places = {}, 0
    with hosted(folder) as (address, _):
        for path in pages_with_marks(folder):
            if dial.encode() not in (folder / path / "index.html").read_bytes():
                continue
            found = read(page, address + path, TODAY)
            places += sum(dial in item["values"] for item in found["marks"])
            if problems := wrong_on(found, expected):
                wrong[path] = problems
        page.goto(f"{address}en/verify/", wait_until="networkidle")
        page.locator("form.paste textarea").fill(dial)
        page.locator("form.paste button").click()
        answer = page.locator("[data-verdict] > .verdict")
        answer.wait_for()
        assert (answer.get_attribute("class") or "").removeprefix("verdict").strip() == ANSWERS[wanted]
    page.context.close()
    assert wrong == {}
    assert places >= 3
