"""An article in a browser: shown as it was made, copied by one button, and pasted without losing anything."""

import json

import pytest
from playwright.sync_api import sync_playwright

from campaign.channels.messages.articles import making
from campaign.channels.messages.articles.allowed import breaches
from campaign.channels.messages.enclosures import article as maker
from looking import some
from plans import commission, composed, with_messages
from programs import program

EDITOR = "<!doctype html><html lang='zh'><body><div id='editor' contenteditable>​</div></body></html>"
OUTLINE = """root => [...root.querySelectorAll('*')].map(one => [
    one.tagName, one.style.cssText, one.getAttribute('src') || '',
    [...one.childNodes].filter(n => n.nodeType === 3).map(n => n.data.trim()).join('')])"""
"""Each element's name, its styles as the browser understands them, its picture, its own text."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An article's files, as a sender's pack has them."""
    wanted = {
        "channel": "wechat-article", "subject": "county", "record": "kangle", "languages": ["zh"],
    }
    (one,) = composed(wanted)
    (job,) = maker.jobs(commission(with_messages(wanted)), one)
    found = tmp_path_factory.mktemp("article")
    for name, content in making.make_article(job).items():
        (found / name).write_bytes(content)
    return found


@pytest.fixture(scope="module")
def chromium():
    """A browser that lets its pages use the clipboard."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


def _opened(chromium, address, **options):
    context = chromium.new_context(viewport={"width": 360, "height": 740}, **options)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(address)
    return page


def _meant(page):
    """The article as the page holds it, by its elements."""
    html = json.loads(page.locator("#article").text_content())["html"]
    return html, page.context.new_page().evaluate(
        f"html => {{ const root = document.createElement('div'); root.innerHTML = html; return ({OUTLINE})(root); }}", html
    )


def _pasted(page):
    """What an editor holds after one paste."""
    editor = page.context.new_page()
    editor.set_content(EDITOR)
    editor.locator("#editor").click()
    editor.keyboard.press("Control+V")
    editor.wait_for_selector("#editor section img")
    return editor.locator("#editor"), editor.evaluate(f"({OUTLINE})(document.querySelector('#editor'))")


@pytest.mark.slow
@pytest.mark.parametrize("modern", [True, False], ids=["ClipboardItem", "by hand"])
def test_what_is_pasted_is_what_was_made(chromium, folder, modern):
    """From a file in a folder, with and without the new clipboard: every element, style, picture and word arrives, and
    nothing that the editor would drop."""
    page = _opened(chromium, (folder / "article.html").as_uri(), permissions=["clipboard-read", "clipboard-write"])
    if not modern:
        page.evaluate("delete window.ClipboardItem")
    _, meant = _meant(page)
    page.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('[role=status]').textContent !== ''")
    editor, found = _pasted(page)

    assert "已复制" in page.locator("[role=status]").text_content() and page.said == []
    wanted = [one for one in meant if one[0] in ("SECTION", "P", "IMG", "SPAN", "STRONG")]
    kept = [one for one in found if one[0] in ("SECTION", "P", "IMG", "SPAN", "STRONG")]
    for one in some(wanted):
        assert one in kept, one
    assert breaches(editor.inner_html().replace("​", "")) == []


@pytest.mark.slow
def test_the_page_shows_the_article_as_a_phone_does(chromium, folder):
    """The styles of every element within the site's policy, no sideways scroll, a button to hit; plain text without a
    script."""
    page = _opened(chromium, (folder / "article.html").as_uri())
    _, meant = _meant(page)
    shown = page.evaluate(f"({OUTLINE})(document.querySelector('[data-article]'))")

    assert shown == meant and page.said == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("[data-copy]").bounding_box()["height"] >= 44
    plain = _opened(chromium, (folder / "article.html").as_uri(), java_script_enabled=False)
    assert "康乐县" in plain.locator("[data-article]").inner_text() and plain.locator("[data-copy]").is_hidden()
