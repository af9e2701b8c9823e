"""Help spread the word: texts anybody may copy, true to the records, and pictures with their credit."""

import re
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site import render, spreading, templating
from campaign.channels.site.edition import Edition
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP

CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://example.org/zt/")
TEMPLATES = Path(templating.__file__).parent / "templates"


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _page(campaign, language):
    (page,) = (one for one in render(campaign, CONTEXT, language) if one.path == "spread/")
    return LexborHTMLParser(page.body)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_setting_and_every_priority_has_words_of_its_own(campaign, language):
    """Each text is whole, leads on by one address, and can be copied."""
    page = _page(campaign, language)
    texts = {one.attributes["id"]: one.text() for one in some(page.css(".say-text"))}

    for priority in campaign.priorities.priorities:
        assert priority.headline[language] in texts[f"say-priority-{priority.id}"]
    for kind in campaign.six_entries.place_kinds:
        short, long = texts[f"say-{kind.id}-short"], texts[f"say-{kind.id}-long"]
        assert kind.meaning[language].strip() in long and len(short) < len(long)
        assert campaign.theme.official[language] in long
    for said in texts.values():
        assert said.count("https://example.org/zt/") == 1
        assert not re.search(r"[{}…]", said)
    assert {one.attributes["data-copy-text"] for one in page.css("button[data-copy-text]")} == set(texts)


def test_a_translation_of_official_wording_says_that_it_is_one(campaign):
    said = _page(campaign, "en").css_first("#say-theme").text()
    assert f'"{campaign.theme.official["en"]}" (unofficial translation)' in said
    assert "非官方" not in _page(campaign, "zh").css_first("#say-theme").text()


def test_days_have_their_year_where_the_name_has_none(campaign):
    edition = Edition(campaign, CONTEXT, "zh")
    assert "2024" in edition.text(campaign.campaign.name)
    assert spreading._facts(edition)["when"] == "4月20日至26日"
    small = read_campaign(GOOD / "small")
    other = Edition(small, CONTEXT, small.languages[0])
    assert str(small.campaign.week.starts.year) in spreading._facts(other)["when"] + other.text(small.campaign.name)


def test_whoever_takes_downloads_finds_it(campaign):
    (page,) = (one for one in render(campaign, CONTEXT, "zh") if one.path == "downloads/")
    assert LexborHTMLParser(page.body).css_first("a[href='../spread/']")


def test_no_template_calls_a_macro_that_nobody_wrote():
    """It would break a build only for the data that comes that way."""
    imported = re.compile(r'{% import "([^"]+)" as (\w+)')
    called = 0
    for template in some(sorted(TEMPLATES.glob("*.j2.html"))):
        text = template.read_text("utf-8")
        for name, alias in imported.findall(text):
            macros = set(re.findall(r"{% macro (\w+)", (TEMPLATES / name).read_text("utf-8")))
            used = set(re.findall(rf"\b{alias}\.([a-z_]+)\(", text))
            assert used <= macros, (template.name, used - macros)
            called += len(used)
    assert called > 50
