"""Measures where lines break on a phone, on the pages of a built site.

    .build-browser/bin/python Tests/Browser/breaks.py <site> [--all]

Counted are dates and quantities in two lines, words cut in Chinese headings (by the browser's own segmenter), names in
Hangul cut in Chinese and English texts, terms apart from the particle or sign behind them, and kept pieces that a row
of parts would lay out by themselves. Ends with 1 when there are any.
"""

import os
import sys
from pathlib import Path

# A block's texts are one text: a number may stand in another element than its unit.
MEASURE = r"""() => {
  const LEFT = "svg, script, template, pre, .vh, noscript, [hidden], .def, textarea, select, button:not(.term)";
  const QUANTITY = new RegExp([
    "\\d{4}-\\d{2}(?:-\\d{2})?", "\\d{4}年 ?\\d{1,2}月(?: ?\\d{1,2}日)?", "\\d{4}년 \\d{1,2}월(?: \\d{1,2}일)?",
    "(?<![\\w.-])\\d+(?:[,.]\\d+)*(?:[-~–]\\d+)?[ -]?(?:小时|分钟|个工作日|工作日|个月|万韩元|韩元|年|月|日|天|" +
      "시간|분|일|개월|만 원|억 원|원|영업일|년|hours?|minutes?|days?|weeks?|months?|years?|(?:business|working) days?|" +
      "million|BTC|ETH|USDT|KRW|won)(?![a-z])",
    "KRW [\\d,]+(?: million)?",
  ].join("|"), "g");
  const segmenter = new Intl.Segmenter("zh-Hans", { granularity: "word" });
  const faults = { quantity: [], word: [], name: [], term: [], row: [] };
  const blocks = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(LEFT)) continue;
    let block = parent;
    while (block.matches(".term") || getComputedStyle(block).display === "inline") block = block.parentElement;
    if (!blocks.has(block)) blocks.set(block, { text: "", parts: [] });
    const entry = blocks.get(block);
    entry.parts.push({ node, start: entry.text.length });
    entry.text += node.data;
  }
  const place = ({ parts }, at) => {
    const part = parts.findLast(({ start }) => start <= at);
    const range = document.createRange();
    range.setStart(part.node, at - part.start);
    range.setEnd(part.node, at - part.start + 1);
    const box = range.getClientRects()[0];
    return box?.width ? box : null;
  };
  const isCut = (entry, start, end) => {
    let last = null;
    for (let at = start; at < end; at++) {
      if (/\s/.test(entry.text[at])) continue;
      const box = place(entry, at);
      if (!box) return false;
      // Boxes of glyphs may be higher than a line.
      if (last && box.top > last.top + last.height / 2) return true;
      last = box;
    }
    return false;
  };
  const holder = (entry, at) => entry.parts.findLast(({ start }) => start <= at).node.parentElement.closest("[lang]");
  const isKorean = (entry, at) => holder(entry, at).lang.startsWith("ko");
  for (const [block, entry] of blocks) {
    if (!block.checkVisibility({ visibilityProperty: true })) continue;
    const language = block.closest("[lang]").lang;
    for (const { 0: text, index } of entry.text.matchAll(QUANTITY)) {
      if (isCut(entry, index, index + text.length)) faults.quantity.push(text);
    }
    if (block.closest("h1, h2, h3, h4") && language.startsWith("zh")) {
      for (const { segment, index } of segmenter.segment(entry.text)) {
        if (/^\p{Script=Han}{2,}$/u.test(segment) && isCut(entry, index, index + segment.length)) faults.word.push(segment);
      }
    }
    if (!language.startsWith("ko")) {
      for (const { 0: text, index } of entry.text.matchAll(/[가-힣]+(?: [가-힣]+)*/g)) {
        if (!isKorean(entry, index)) faults.name.push(`${text} (without lang)`);
        else if (holder(entry, index).textContent.length <= 14 && isCut(entry, index, index + text.length)) faults.name.push(text);
      }
    }
  }
  for (const term of document.querySelectorAll(".term")) {
    const behind = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    behind.currentNode = term.parentElement.querySelector(":scope > .def") ?? term;
    let next = behind.nextNode();
    while (next && next.parentElement.closest(".def")) next = behind.nextNode();
    const first = next?.data.replaceAll("\u2060", "")[0];
    if (!first || /[\s（(“‘]/.test(first) || (/\p{Script=Han}/u.test(first))) continue;
    if (next.parentElement.closest("p, li, td, th, dd, h2, h3, h4") !== term.closest("p, li, td, th, dd, h2, h3, h4")) continue;
    const range = document.createRange();
    const at = next.data.indexOf(first);
    range.setStart(next, at);
    range.setEnd(next, at + 1);
    const box = range.getBoundingClientRect();
    if ((box.top + box.bottom) / 2 > [...term.getClientRects()].at(-1).bottom) faults.term.push(term.textContent + first);
  }
  for (const piece of document.querySelectorAll(".k")) {
    if (/flex|grid/.test(getComputedStyle(piece.parentElement).display)
      && [...piece.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) faults.row.push(piece.parentElement.outerHTML.slice(0, 80));
  }
  return faults;
}"""

KINDS = ["quantity", "word", "name", "term", "row"]


def measured(browser, address: str, paths: list[str]) -> dict[str, list[str]]:
    """The faults of each kind, each with its page."""
    # Without scripts: nothing that moves, and a page is there when it is laid out.
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for path in paths:
        page.goto(address + path, wait_until="load")
        for kind, texts in page.evaluate(MEASURE).items():
            found[kind] += [f"{path}: {text}" for text in texts]
    context.close()
    return found


def pages(site: Path) -> list[str]:
    return [str(page.parent.relative_to(site)) + "/" for page in sorted(site.glob("??/**/index.html"))]


def main() -> int:
    from hosting import hosted
    from playwright.sync_api import sync_playwright

    site = Path(sys.argv[1]).resolve()
    chosen = pages(site) if "--all" in sys.argv else pages(site)[::7]
    flags = ["--disable-dev-shm-usage"] + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright, hosted(site) as (address, _):
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROME", "/usr/bin/chromium-headless-shell"), args=flags
        )
        found = measured(browser, address, chosen)
    for kind, texts in found.items():
        for text in texts[:12]:
            print(f"  {kind}: {text}")
    total = sum(map(len, found.values()))
    print(f"{total} faults on {len(chosen)} pages: " + ", ".join(f"{kind} {len(texts)}" for kind, texts in found.items()))
    return 1 if total else 0


if __name__ == "__main__":
    sys.exit(main())
