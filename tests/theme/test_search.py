"""What search.js leans on in Material's own scripts, which nobody promised; a test that fails says what to mend."""

import re
from pathlib import Path

import material
import pytest

TEMPLATES = Path(material.__file__).parent / "templates"
OURS = Path(__file__).parents[2] / "hooks" / "theme"
SCRIPTS = {"page": "assets/javascripts/bundle.*.min.js", "worker": "assets/javascripts/workers/search.*.min.js"}
LEANS_ON = {
    "a query is message 2, its data the text": (
        "page",
        r"\.next\(\{type:2,data:\w+\}\)",
        1,
        "search.js makes every Han character of message 2 a wanted one (+知 +识); find the query's new number or shape "
        "in Material's integrations/search/worker/message and put it into search.js where it says `message.type === 2`",
    ),
    "the worker answers message 2 with a search": (
        "worker",
        r"case 2:\s*(?:let|const|var) \w+=\w+\.data;",
        1,
        "the number 2 in search.js must be the one that the worker answers with its results",
    ),
    "the worker joins pieces of Han text by a wildcard": (
        "worker",
        r'\\\\p\{sc=Han\}\+.{0,80}\.join\("\* "\)',
        1,
        "search.js sets Han characters apart because the worker would ask for any of them; if it no longer does, "
        "look whether search.js must still change the query",
    ),
    "the worker is made in one place, by its address alone": (
        "page",
        r"new Worker\(\w+\)",
        1,
        "search.js stands in for window.Worker (a frame from file://); make it stand in for what is called now",
    ),
    "the page talks to the worker by postMessage": (
        "page",
        r"\.subscribe\(\w+=>\w+\.postMessage\(\w+\)\)",
        1,
        "search.js wraps postMessage of the worker; wrap what carries the messages now",
    ),
    "the worker hears and answers by its global scope": (
        "worker",
        r'[^.\w]addEventListener\("message",.{0,120}[^.\w]postMessage\(',
        1,
        "from file:// search.js runs the worker in a frame and gives its window postMessage and message events; "
        "give it what the worker uses now",
    ),
    "the worker takes our frame for a plain worker": (
        "worker",
        r'"IFrameWorker"in parent',
        1,
        "the worker must not take the frame of search.js for a frame of Material's own offline plugin",
    ),
    "the query is looked at on keyup": (
        "page",
        r'\w+\(\w+,"keyup"\)',
        2,
        "search.js turns each input event into a keyup for text by voice, pasting or handwriting; turn it into what "
        "Material listens to now, or drop that line if it listens to input",
    ),
    "the script begins when the page is read": (
        "page",
        r'\w+\(document,"DOMContentLoaded",\{once:!0\}\)',
        1,
        "search.js loads the script late and then sends it DOMContentLoaded; send what it waits for now",
    ),
    "feeds are taken for other languages": (
        "page",
        r"link\[rel=alternate\]",
        1,
        "search.js takes the links to feeds away first; if Material no longer asks for a site map there, drop that",
    ),
    "the dialog is opened by its toggle": (
        "page",
        r"search:\w+\(\"\[data-md-toggle=search\]\"\)",
        1,
        "search.js opens and closes by clicking #__search; click what opens it now",
    ),
    "a label in the header stands for the toggle": (
        "page",
        r"header \[for=__search\]",
        1,
        "chrome-header.j2.html keeps a hidden label for this alone; without it Material's script stops",
    ),
}


def _script(name):
    (path,) = TEMPLATES.glob(SCRIPTS[name])
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("what", LEANS_ON)
def test_material_still_works_as_search_js_expects(what):
    """Each private habit of Material that search.js uses is there, as often as it was."""
    script, pattern, count, mend = LEANS_ON[what]

    found = re.findall(pattern, _script(script))

    assert len(found) == count, f"Material changed: {what} ({len(found)} places, not {count}). To mend: {mend}."


def test_the_toggle_stands_in_material_s_page():
    """The box that search.js ticks comes from Material's base.html."""
    (toggle,) = re.findall(r"<input[^>]*data-md-toggle=\"search\"[^>]*>", (TEMPLATES / "base.html").read_text("utf-8"))

    assert 'id="__search"' in toggle, "Material renamed the toggle: search.js and the labels look for #__search"


@pytest.mark.parametrize("part", ["search", "search-query", "search-result"])
def test_our_dialog_has_the_parts_that_the_script_looks_for(part):
    """Material's script finds the parts by data-md-component, in our dialog as in its own."""
    mark = f'data-md-component="{part}"'
    theirs = "".join(path.read_text("utf-8") for path in (TEMPLATES / "partials").glob("search.html"))

    assert mark in theirs, f"Material's own dialog has no {mark} any more: see what its script looks for now"
    assert mark in (OURS / "partials" / "search.html").read_text("utf-8")


def test_search_js_changes_no_other_message():
    """The one number in search.js is the one pinned above."""
    code = (OURS / "assets" / "search.js").read_text("utf-8")

    assert re.findall(r"type(?: ===|:) (\d)", code) == ["2", "2"]
