"""An article in a browser: shown as it was made, copied by one button, and pasted without losing anything."""

import json

import pytest

from campaign.channels.messages.articles import making
from campaign.channels.messages.articles.allowed import PROPERTIES, breaches
from campaign.channels.messages.enclosures import article as maker
from plans import commission, composed, with_messages

EDITOR = "<!doctype html><html lang='zh'><body><div id='editor' contenteditable><p>x</p></div></body></html>"
ATTRIBUTES = """root => [...root.querySelectorAll('*')].map(one => [one.tagName, one.style.cssText])"""
"""Each element's name, and its styles as the browser writes them."""
LOOK = """(root, properties) => [...root.querySelectorAll('section, p, img')].map(one => {
    const looks = getComputedStyle(one), look = name => looks.getPropertyValue(name).replace(/^start$/, 'left');
    return [one.tagName, one.src || one.textContent.trim(), ...properties.map(look)];
})"""
"""Each block and picture: what it says or shows, and how it looks."""
LOOKS = sorted(PROPERTIES - {"height", "width", "flex", "border", "border-left", "border-bottom"}) + [
    *(f"{name}-{part}" for name in ("border-left", "border-bottom") for part in ("width", "style", "color"))
]
"""What is compared; sizes follow from the window's."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An article's files, as a sender's pack has them."""
    wanted = {
        "channel": "wechat-article",
        "subject": "county",
        "record": "kangle",
        "languages": ["zh"],
    }
    (one,) = composed(wanted)
    (job,) = maker.jobs(commission(with_messages(wanted)), one)
    found = tmp_path_factory.mktemp("article")
    for name, content in making.make_article(job).items():
        (found / name).write_bytes(content)
    return found


def _opened(browser, address, **options):
    context = browser.new_context(viewport={"width": 360, "height": 740}, **options)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(address)
    return page


def _editor(page):
    """An empty editor in a page of its own."""
    editor = page.context.new_page()
    editor.set_content(EDITOR)
    return editor


def _meant(page):
    """The article as the page holds it, opened where nothing else is."""
    html = json.loads(page.locator("#article").text_content())["html"]
    blank = _editor(page)
    blank.evaluate("html => { document.getElementById('editor').innerHTML = html; }", html)
    return blank.locator("#editor")


def _pasted(page):
    """What an editor holds after one paste."""
    editor = _editor(page)
    editor.locator("#editor").click()
    editor.keyboard.press("Control+A")
    editor.keyboard.press("Control+V")
    editor.wait_for_selector("#editor section img")
    return editor.locator("#editor")


WAYS = {
    "by a copy of what is selected": "",
    "by ClipboardItem": "document.execCommand = () => false",
    "by hand": "document.execCommand = () => false; delete window.ClipboardItem",
}


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_what_is_pasted_is_what_was_made(browser, folder, way):
    """From a file in a folder, whichever way the browser copies: every block, picture and word arrives and looks as it
    was made, and nothing that the editor would drop."""
    page = _opened(browser, (folder / "article.html").as_uri(), permissions=["clipboard-read", "clipboard-write"])
    page.evaluate(WAYS[way] or "0")
    page.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    told = page.locator("[role=status]").text_content()
    if way == "by hand":
        page.keyboard.press("Control+C")
    editor = _pasted(page)
    meant, found = (root.evaluate(LOOK, LOOKS) for root in (_meant(page), editor))

    assert ("Ctrl+C" if way == "by hand" else "已复制") in told
    assert page.said == [] or way == "by ClipboardItem"
    assert len(meant) > 20 and found == meant
    assert breaches(editor.inner_html()) == []


@pytest.mark.slow
def test_the_page_shows_the_article_as_a_phone_does(browser, folder):
    """The styles of every element within the site's policy, no sideways scroll, a button to hit; plain text without a
    script."""
    page = _opened(browser, (folder / "article.html").as_uri())
    meant, shown = (root.evaluate(ATTRIBUTES) for root in (_meant(page), page.locator("[data-article]")))

    assert len(meant) > 20 and shown == meant and page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("[data-copy]").bounding_box()["height"] >= 44
    plain = _opened(browser, (folder / "article.html").as_uri(), java_script_enabled=False)
    assert "康乐县" in plain.locator("[data-article]").inner_text() and plain.locator("[data-copy]").is_hidden()
