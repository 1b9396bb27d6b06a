"""The tree of a section, on a site whose categories stand below others: beside its pages where there is room."""

import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, nginx
from playwright.sync_api import expect

CATEGORIES = """\
- {id: start, name: First steps}
- id: care
  name: Care
  categories:
    - {id: daily, name: Every day}
    - {id: descaling, name: Descaling}
"""
PLACES = ["start/unpack", "care/brushes", "care/daily/rinse", "care/descaling/how", "care/descaling/when"]
PAGE = "/en/barista/care/descaling/how/"


@pytest.fixture(scope="module")
def nested(helpcenter, work):
    """The address of such a site."""
    source = work / "nested"
    files = {
        "site.yaml": "title: Help\nkind: company\nlanguages: [{path: en}]\nsections: [barista]\n",
        "categories.yaml": CATEGORIES,
        "barista/section.yaml": "name: Barista\n",
    }
    for place in PLACES:
        files[f"barista/{place}.en.md"] = (
            f"---\ntitle: About {place}\ndescription: What to do.\nupdated: 2026-11-01\n---\n\n"
            "## First\n\nText.\n\n## Second\n\nText.\n"
        )
    for name, text in files.items():
        file = source / "Content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    shutil.copytree(ROOT / "Templates", source / "Templates")
    command = [helpcenter, "build", "--source", source, "--output", work / "nested-site"]
    subprocess.run(command, check=True, capture_output=True)
    config = (Path(__file__).parent / "nginx.conf").read_text()
    with nginx(config.replace("@SITE@", str(work / "nested-site")), work) as address:
        yield address


@pytest.mark.parametrize("scripted", [True, False])
def test_the_tree_leads_through_the_section(browser, nested, scripted):
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=scripted)
    page = context.new_page()
    page.goto(nested + PAGE)
    tree = page.get_by_role("navigation", name="Topics in this section")
    expect(tree.get_by_role("link")).to_have_text(
        ["Barista", "First steps", "Care", "About care/brushes", "Every day", "Descaling"]
        + ["About care/descaling/how", "About care/descaling/when"]
    )
    here = tree.locator("[aria-current=page]")
    expect(here).to_have_text("About care/descaling/how")
    # Left of the text, which is left of its contents, all of them in the window.
    boxes = [part.bounding_box() for part in [tree, page.get_by_role("article"), page.locator(".toc")]]
    edges = [edge for box in boxes for edge in (box["x"], box["x"] + box["width"])]
    assert edges == sorted(edges) and 0 <= edges[0] and edges[-1] <= 1280
    tree.get_by_role("link", name="Every day").click()
    page.wait_for_url("**/en/barista/care/daily/")
    expect(tree.locator("[aria-current=page]")).to_have_text("Every day")
    context.close()


@pytest.mark.parametrize("width", [390, 1024])
def test_without_room_there_is_none(page, nested, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(nested + PAGE)
    expect(page.locator(".tree")).to_be_hidden()
    expect(page.locator(".crumbs a").last).to_have_text("Descaling")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
