"""The site in the browsers people really have: WeChat's own is about Chromium 86, that of older iPhones Safari 14."""

import re
from pathlib import Path

import pytest

from campaign.channels.site.assets import tokens_css
from campaign.read import read_campaign
from looking import some
from projects import TOP

HOOKS = Path(TOP) / "hooks"
YOUNG_STYLE = {
    "inset, Chromium 87": r"(?<![\w-])inset(?:-\w+)*\s*:",
    "margin-inline and the like, Chromium 87": r"(?<![\w-])(?:margin|padding|border)-(?:inline|block)\s*:",
    "aspect-ratio, Chromium 88": r"aspect-ratio\s*:",
    ":is() and :where(), Chromium 88": r":(?:is|where)\(",
    ":not() of several, Chromium 88": r":not\([^()]*,",
    ":has(), Chromium 105": r":has\(",
    "overflow: clip, Chromium 90": r"overflow(?:-[xy])?\s*:\s*clip",
    "layers and containers, Chromium 99 and 105": r"@(?:layer|container|scope|starting-style)\b",
    "translate and the like of their own, Chromium 104": r"(?<=[{;\s])(?:translate|rotate|scale)\s*:",
    "units of the small and the large window, Chromium 108": r"\d[dsl]v[hw]\b",
    "mixed colours, Chromium 111": r"\bcolor-mix\(",
    "nesting, Chromium 112": r"(?:^|[{};])\s*&",
}
"""What such a browser drops, by a pattern, and since when it is known: whatever needs it is laid out wrong there."""
YOUNG_SCRIPT = {
    "optional chaining and ??, no linter of 2015's syntax": r"\?\.[a-zA-Z_(\[]|\?\?",
    "at, findLast and the like, Chromium 92 and later": r"\.(?:at|findLast|findLastIndex|toSorted|toReversed|with)\(",
    "Object.hasOwn and structuredClone, Chromium 93 and 98": r"\b(?:Object\.hasOwn|structuredClone)\(",
    ":has() in a selector, Chromium 105": r":has\(",
}
OPENED = re.compile(r"[^{}]*::details-content[^{}]*\{")
"""Chromium 131; who doesn't know it drops the whole rule, so it may stand with its own kind alone."""


def _styles():
    found = {path.name: path.read_text("utf-8") for path in HOOKS.rglob("*.css")}
    assert {"campaign.css", "embed.j2.css", "kiosk.css"} <= found.keys()
    return found | {"campaign-tokens.css": tokens_css(read_campaign(TOP / "campaign_data"))}


def _plain(text):
    """Without its comments."""
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("young", YOUNG_STYLE)
def test_no_style_needs_a_younger_browser(young):
    """What lays out a page is written as it was before; there is always such a way."""
    found = {name: re.findall(YOUNG_STYLE[young], _plain(text)) for name, text in some(_styles().items())}

    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.parametrize("young", YOUNG_SCRIPT)
def test_no_script_needs_a_younger_browser(young):
    """Neither its syntax nor what it calls."""
    scripts = {path.name: _plain(path.read_text("utf-8")) for path in some(sorted(HOOKS.rglob("*.js")))}
    found = {name: re.findall(YOUNG_SCRIPT[young], text) for name, text in scripts.items()}

    assert {name: hits for name, hits in found.items() if hits} == {}


def test_what_opens_folds_on_paper_stands_alone():
    """A rule that an old browser drops holds nothing that it needs."""
    rules = OPENED.findall(_plain(_styles()["campaign.css"]))

    for selectors in some(rules):
        assert all("::details-content" in one for one in selectors.rsplit("}", 1)[-1].split(","))


@pytest.mark.parametrize(
    "written", ["a{inset:0}", "a{padding-inline:1rem}", "p:has(a){}", "a:not(.b,.c){}", "a{height:90dvh}", "a{scale:2}"]
)
def test_a_young_style_is_found(written):
    """The patterns see what they are for, and not the words that look alike."""
    assert any(re.search(one, written) for one in YOUNG_STYLE.values())
    alike = "a{padding-inline-start:0;transform:scale(2);padding:env(safe-area-inset-bottom);box-shadow:inset 0 0}"
    assert not any(re.search(one, alike) for one in YOUNG_STYLE.values())
