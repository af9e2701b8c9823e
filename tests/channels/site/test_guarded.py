"""Pages and their content security policy: what a page needs and its policy forbids is found before publishing."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site.guarded import unguarded
from campaign.channels.site.verify import verify
from campaign.core import policy

PAGE = '<!doctype html><html lang="zh-CN"><head>{head}<title>x</title></head><body>{body}</body></html>'
CHARSET = '<meta charset="utf-8">'
SITE = CHARSET + policy.meta(policy.SITE)


def _found(tmp_path, body="", head=SITE, *, served=False):
    (tmp_path / "a.js").touch()
    (tmp_path / "index.html").write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    return [finding.what for finding in verify(tmp_path, served=served)]


@pytest.mark.parametrize(
    "body",
    [
        '<script src="a.js"></script>',
        '<script type="application/ld+json">{"name": "x"}</script>',
        "<textarea>&lt;p style=&quot;x&quot; onclick=&quot;y&quot;&gt;</textarea>",
        '<p>style="x" onclick = y</p>',
        '<svg><text font-size="12">x</text></svg>',
    ],
)
def test_what_the_policy_allows_passes(tmp_path, body):
    """A script of the site's own, data that never runs, and code that is only shown."""
    assert _found(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<script>alert(1)</script>", "its policy blocks this <script>: alert(1)"),
        ('<script type="module">alert(1)</script>', "its policy blocks this <script>: alert(1)"),
        ("<style>p{color:red}</style>", "its policy blocks this <style>: p{color:red}"),
        ('<p style="color:red">x</p>', 'its policy blocks a style attribute: <p style="color:red">x</p>'),
        ('<img src="data:," alt="" onerror="x()">', "its policy blocks a handler: <img"),
        ('<p OnClick\n= "x()">x</p>', "its policy blocks a handler: <p onclick"),
    ],
)
def test_what_a_browser_would_block_is_found(tmp_path, body, said):
    """A published page never asks for what its reader's browser refuses it: a script, a style, a handler within it."""
    found = _found(tmp_path, body)

    assert len(found) == 1 and found[0].startswith(said), found


@pytest.mark.parametrize(
    "head",
    [
        CHARSET,
        f'{CHARSET}<script src="a.js"></script>{policy.meta(policy.SITE)}',
        f'{CHARSET}<link rel="icon" href="data:,">{policy.meta(policy.SITE)}',
    ],
)
def test_a_page_without_a_policy_before_all_else_is_found(tmp_path, head):
    """What stands before the policy isn't held to it."""
    assert _found(tmp_path, head=head) == ["no content security policy before all else in <head>"]


@pytest.mark.parametrize(
    "lax",
    [
        {"script-src": "'self'"},
        {**policy.SITE, "script-src": "* 'unsafe-inline'"},
        {**policy.SITE, "img-src": "*"},
        {name: sources for name, sources in policy.SITE.items() if name != "base-uri"},
        policy.previewed(),
    ],
)
def test_a_policy_that_is_not_the_sites_is_found(tmp_path, lax):
    """One that allows more proves nothing, however it begins; a preview's own has no place in what is published."""
    found = _found(tmp_path, "<script>alert(1)</script>", head=CHARSET + policy.meta(lax))

    assert found[0].startswith("its content security policy is another than the site's: "), found


def test_a_hash_allows_the_very_text_and_no_other():
    """A page that stands alone names its script and its style by their hashes."""
    alone = policy.standing_alone(scripts=["go()"], styles=["p{}"], data=())
    body = "<script>go()</script><script>go() </script><style>p{}</style>"

    page = PAGE.format(head=CHARSET + policy.meta(alone), body=body)

    found = list(unguarded(LexborHTMLParser(page), page.encode(), policies=[alone]))

    assert found == ["its policy blocks this <script>: go()"]


def test_a_previewed_page_may_have_the_servers_own_script(tmp_path):
    """`mkdocs serve` puts a script into each page; whatever else would be blocked is found in a preview too."""
    body = '<script>livereload(1, 2)</script><p style="color:red">x</p>'

    found = _found(tmp_path, body, head=CHARSET + policy.meta(policy.previewed()), served=True)

    assert found == ['its policy blocks a style attribute: <p style="color:red">x</p>']
