"""What stands around a page: the switch, the head a government site needs, the footer's facts."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import Message, Place, Problem
from campaign.kinds.head import Government
from campaign.read import read_campaign

TOP = Path(__file__).parents[3]
CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://gov.example.org/zt/ip/")


@pytest.fixture(scope="module")
def campaign():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


def _chrome(campaign, path="plan/", language="zh", **more):
    frame = site.frame(campaign, CONTEXT, language)
    return site.chrome(frame, path=path, title=more.pop("title", "标题"), description="说明", **more)


def _with_head(campaign, **changes):
    return replace(campaign, campaign=campaign.campaign.model_copy(update=changes))


def _switch(chrome):
    return [a.attributes["href"] for a in LexborHTMLParser(chrome.header).css("a[hreflang]")]


def test_the_switch_stays_on_the_page(campaign):
    """From a page at any depth the link leads to the same page of the other language, relative."""
    assert _switch(_chrome(campaign, "events/x/")) == ["../../en/events/x/"]
    assert _switch(_chrome(campaign, "events/x/", "en")) == ["../../../events/x/"]
    assert _switch(_chrome(campaign, "")) == ["./en/"]


def test_a_page_in_one_language_switches_to_the_home_page(campaign):
    """A hand-written page that has no translation leads to the other language's home."""
    assert _switch(_chrome(campaign, "note/", alternates=("zh",))) == ["../en/"]


def test_one_language_has_no_switch(campaign):
    """With a single language nothing offers another."""
    assert _switch(_chrome(_with_head(campaign, languages=("zh",)))) == []


def test_the_menu_says_where_one_is(campaign):
    """The task a page belongs to is marked, on its own page as the page itself; the plan's chapters are the plan."""

    def marked(path):
        (current,) = LexborHTMLParser(_chrome(campaign, path).header).css("[aria-current]")
        return current.text().strip(), current.attributes["aria-current"]

    assert [marked(path) for path in ("programme/", "events/x/", "counties/x/", "six-entries/")] == [
        ("看活动", "page"),
        *[("看活动", "true")] * 3,
    ]
    assert marked("exhibition/booths/x/") == ("逛展区", "true") and marked("downloads/") == ("下载", "page")
    assert marked("defend/") == ("维权举报", "page")
    assert marked("plan/") == ("方案", "page") and marked("priorities/x/") == ("方案", "true")
    assert LexborHTMLParser(_chrome(campaign, "").header).css_first("[aria-current]") is None


def test_titles_and_descriptions_are_escaped(campaign):
    """A title can't leave its element or attribute."""
    head = _chrome(campaign, title='</title><script>"x"').head

    assert '<script>"x"' not in head
    assert LexborHTMLParser(head).css_first("title").text().startswith('</title><script>"x"')


def test_government_tags_and_codes_come_from_data(campaign):
    """Tags and codes stand where the office gave them; an empty one leaves no trace."""
    text = Localized.same("临夏州市场监督管理局", campaign.languages)
    full = _with_head(campaign, government=Government(site_name=text, site_id_code="6229000001", icp="陇ICP备1号"))
    none = _with_head(campaign, government=Government())

    chrome = _chrome(full)
    names = {m.attributes["name"]: m.attributes["content"] for m in LexborHTMLParser(chrome.head).css("meta[name]")}
    assert names["SiteName"] == "临夏州市场监督管理局"
    assert names["SiteIDCode"] == "6229000001"
    assert "SiteDomain" not in names
    assert "陇ICP备1号" in chrome.footer
    bare = _chrome(none)
    assert not any(word in bare.head + bare.footer for word in ("SiteName", "ColumnName", "ICP", "网站标识码", "找错"))


def test_the_plan_is_an_article(campaign):
    """The plan's page names its title, its day and its issuer; a list is no article."""
    plan, listed = (LexborHTMLParser(_chrome(campaign, path).head) for path in ("plan/", "programme/"))

    assert plan.css_first("meta[name=PubDate]").attributes["content"] == "2024-04-22"
    assert plan.css_first("meta[name=ContentSource]").attributes["content"] == campaign.plan.issuer["zh"]
    assert listed.css_first("meta[name=ArticleTitle]") is None


def test_a_placeholder_address_is_given_to_nobody(campaign):
    """While the site's address is an example no page calls it its own."""
    sample = _with_head(campaign, site_address=CONTEXT.site_address, site_address_sample=True)
    real = _with_head(campaign, site_address=CONTEXT.site_address, site_address_sample=False)

    assert "canonical" not in _chrome(sample).head
    assert 'rel="canonical" href="https://gov.example.org/zt/ip/plan/"' in _chrome(real).head


def test_the_404_page_counts_from_the_site_s_root(campaign):
    """Shown at any depth, in every language at once, with one h1."""
    chrome = site.chrome_404(site.frame(campaign, CONTEXT, "en"))
    tree = LexborHTMLParser(chrome.header + chrome.body + chrome.footer)
    links = [a.attributes["href"] for a in tree.css("a[href]")]

    assert all(link.startswith(("/zt/ip/", "#", "tel:", "https://")) for link in links)
    assert {"/zt/ip/", "/zt/ip/en/"} <= set(links)
    assert len(tree.css("h1")) == 1
    assert "没有这个页面" in tree.text() and "No such page" in tree.text()


def test_the_site_map_lists_each_page_with_its_languages(campaign):
    """Each address once, with every language it is there in; a page in one language names no other."""
    frame = site.frame(campaign, CONTEXT, "en")
    xml = site.sitemap(frame, ["", "plan/"], {"note/": ("en",)})
    found = ElementTree.fromstring(xml.encode())

    locations = [node.text for node in found.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    links = [node.attrib["hreflang"] for node in found.iter("{http://www.w3.org/1999/xhtml}link")]
    assert locations == [f"https://gov.example.org/zt/ip/en/{path}" for path in ("", "plan/", "note/")]
    assert links == ["zh-CN", "en", "zh-CN", "en"]


def test_the_problem_page_shows_each_problem():
    """The preview's page has place, both sentences, the source line with the fault marked, and the fix, escaped."""
    problem = Problem(Place("a.yml", 3, 2), Message("<坏>", "bad"), source="x：\u200b2", width=1, fix="x: 2")
    tree = LexborHTMLParser(site.problem_page([problem]))

    assert tree.css_first("code").text() == "a.yml:3:2"
    assert tree.css_first("li strong").text() == "<坏>"
    assert tree.css_first("mark").text() == "："
    assert "‹U+200B›" in tree.css_first("pre").text()
    assert tree.css_first("pre.fix").text() == "x: 2"


def test_the_problem_page_names_every_file_with_the_same_mistake():
    """One entry, all places."""
    problem = Problem(Place("a.yml"), Message("坏", "bad"), also=(Place("b.yml"), Place("c.yml")))
    tree = LexborHTMLParser(site.problem_page([problem]))

    assert [place.text() for place in tree.css(".place code")] == ["a.yml", "b.yml", "c.yml"]


@pytest.mark.parametrize(
    ("typed", "zh", "en"), [("承办", "承办单位", "Organiser"), ("support", "支持单位", "Supported by")]
)
def test_a_usual_role_is_said_in_each_language(tmp_path, typed, zh, en):
    """One word is enough; offices of one role stand together under it, any other words stay as they are typed."""
    data = copytree(TOP / "tests" / "good" / "small", tmp_path / "campaign_data")
    path = data / "campaign.yml"
    more = "".join(f"  - name: {{zh: 甲{n}, en: A{n}}}\n    role: {typed}\n" for n in (1, 2))
    path.write_text(path.read_text("utf-8").rstrip() + "\n" + more, "utf-8")
    campaign = read_campaign(data)

    for language, role, first in (("zh", zh, "主办单位"), ("en", en, "Host")):
        foot = LexborHTMLParser(_chrome(campaign, "about/", language).footer).css_first("dl")
        assert [one.text() for one in foot.css("dt")] == [first, role]
        assert len(foot.css("div")[1].css("dd")) == 2
