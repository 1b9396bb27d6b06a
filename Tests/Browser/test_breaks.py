"""Lines on a phone break where a reader of the language would break them."""

from breaks import measured, pages

MOUNT = "sub-path"


def test_nothing_is_torn_apart(browser, site, base):
    # One page of nine, another share of them for each kind of text.
    chosen = pages(site)[4::9]
    assert len(chosen) > 60
    found = measured(browser, base, chosen)
    assert {kind: texts[:5] for kind, texts in found.items() if texts} == {}
