"""Verifying a built site: each fault is found, a sound site passes."""

import pytest

from campaign.channels.site.verify import verify
from campaign.core import policy

HEAD = f'<meta charset="utf-8">{policy.meta(policy.SITE)}<title>x</title>'
PAGE = f'<!doctype html><html lang="zh-CN"><head>{HEAD}{{head}}</head><body>{{body}}</body></html>'


def _site(tmp_path, body="", head="", **more):
    files = {
        "index.html": PAGE.format(head=head, body=body),
        "a/index.html": PAGE.format(head="", body='<h2 id="b">x</h2>'),
    }
    for name, text in {**files, **more}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "body",
    [
        '<a href="a/">x</a>',
        '<a href="./a/#b">x</a>',
        '<a href="a/index.html?x=1#b">x</a>',
        '<a href="#c">x</a><p id="c">x</p>',
        '<a href="https://example.org/">x</a>',
        '<a href="tel:0930-6213897">x</a><a href="mailto:a@example.org">x</a>',
        '<img src="data:image/png;base64,AA==" alt="">',
        '<svg><use href="#c"/></svg><p id="c">x</p>',
    ],
)
def test_a_sound_page_passes(tmp_path, body):
    """Relative links, anchors, other sites to visit, telephones and inline pictures are all right."""
    assert verify(_site(tmp_path, body)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<a href="b/">x</a>', "leads nowhere: b/"),
        ('<a href="a/#c">x</a>', "no such anchor: a/#c"),
        ('<a href="#c">x</a>', "no such anchor: #c"),
        ('<a href="../x">x</a>', "leads nowhere: ../x"),
        ('<a href="/a/">x</a>', "breaks in a sub-folder: /a/"),
        ('<a href="javascript:alert(1)">x</a>', "address not allowed: javascript:alert(1)"),
        ('<a href="//example.org/">x</a>', "address not allowed: //example.org/"),
        ('<img src="https://example.org/x.png" alt="">', "fetches from another host: https://example.org/x.png"),
        ('<img src="//example.org/x.png" alt="">', "fetches from another host: //example.org/x.png"),
        (
            '<img srcset="x.png 1x, https://example.org/y.png 2x" alt="">',
            "fetches from another host: https://example.org/y",
        ),
        ('<script src="gone.js"></script>', "leads nowhere: gone.js"),
        ('<iframe src="https://example.org/"></iframe>', "fetches from another host"),
        ("<style>a{background:url(https://example.org/x.png)}</style>", "fetches from another host"),
        ('<p id="c">x</p><p id="c">x</p>', "id used twice: c"),
        ('<a href="index.html%23c">x</a><p id="c">x</p>', "leads nowhere: index.html%23c"),
        ('<a href="http://[x">x</a>', "not an address: http://[x"),
        ('<img srcset="gone.png 1x," alt="">', "leads nowhere: gone.png"),
    ],
)
def test_each_fault_is_found(tmp_path, body, said):
    """A dead link, a dead anchor, a request to another host: each is reported at its page."""
    findings = verify(_site(tmp_path, body))

    assert any(finding.path == "index.html" and said in finding.what for finding in findings), findings


def test_a_stylesheet_may_not_fetch_from_elsewhere(tmp_path):
    """`@import` and `url()` in a style sheet are requests too."""
    found = verify(_site(tmp_path, **{"x.css": '@import "https://example.org/x.css"; a{b:url(gone.png)}'}))

    assert [finding.what for finding in found] == [
        "fetches from another host: https://example.org/x.css",
        "leads nowhere: gone.png",
    ]


def test_a_stylesheet_link_to_another_host_is_a_request_and_a_canonical_is_not(tmp_path):
    """What a browser fetches by itself is told from what only names an address."""
    head = '<link rel="canonical" href="https://example.org/"><link rel="stylesheet" href="https://example.org/x.css">'

    assert [f.what for f in verify(_site(tmp_path, head=head))] == [
        "fetches from another host: https://example.org/x.css"
    ]


def test_only_the_404_page_may_link_from_the_root(tmp_path):
    """It is shown at any depth, so its links start at the site's own path, and they must lead somewhere too."""
    page = PAGE.format(head="", body='<a href="/week/a/">x</a><a href="/week/b/">x</a><a href="/other/">x</a>')

    found = verify(_site(tmp_path, **{"404.html": page}), site_address="https://example.org/week/")

    assert [f.what for f in found] == ["leads nowhere: /other/", "leads nowhere: /week/b/"]


def test_an_empty_site_is_a_fault(tmp_path):
    """Looking at nothing never passes."""
    assert verify(tmp_path)


def test_a_page_must_say_its_language(tmp_path):
    """`lang` on <html> is what screen readers go by."""
    found = verify(_site(tmp_path, **{"n.html": f"<!doctype html><html><head>{HEAD}</head><body></body></html>"}))

    assert [f.what for f in found] == ["no lang on <html>"]
