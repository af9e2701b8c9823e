"""The built site: every page in every language, nothing dead, nothing from elsewhere, nothing injected."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site.verify import verify
from campaign.core import policy
from campaign.read import read_campaign
from looking import some
from projects import GOOD, TOP, built, contents, make_light_project, make_project, run_build

SITE_MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _pages(folder):
    found = sorted(path for path in folder.rglob("*.html"))
    assert len(found) > 10
    return found


def _tree(path):
    return LexborHTMLParser(path.read_bytes())


def _words(path):
    tree = _tree(path)
    for node in tree.css("script, style"):
        node.decompose()
    return tree.body.text()


def test_every_record_has_its_page_in_both_languages(site, campaign):
    """The addresses the plan of the site promises, under / and /en/ alike."""
    singles = [
        "theme",
        "priorities",
        "activities",
        "six-entries",
        "programme",
        "coverage",
        "exhibition",
        "counties",
        "downloads",
        "plan",
        "about",
    ]
    folders = {
        "priority": "priorities",
        "activity": "activities",
        "place_kind": "six-entries",
        "event": "events",
        "booth": "exhibition/booths",
        "county": "counties",
    }
    wanted = ["", *singles]
    wanted += [f"{folder}/{record.id}" for kind, folder in folders.items() for record in campaign.records(kind)]

    missing = [w for w in wanted for root in ("", "en") if not (site / root / w / "index.html").is_file()]

    assert len(wanted) > 90
    assert missing == []
    assert (site / "404.html").is_file()


def test_the_published_site_verifies(site, small_site, one_language_site):
    """No dead link or anchor, no request to another host, unique ids: shipped, small and one-language campaigns."""
    assert verify(site, site_address="https://ip.example.org/") == []
    for folder, name in ((small_site, "small"), (one_language_site, "one_language")):
        address = read_campaign(GOOD / name).campaign.site_address
        assert verify(folder, site_address=address) == []


def test_every_page_carries_the_one_policy(site):
    """Pages of every kind, 404, embeds and printed codes: each keeps to the policy, which no page may loosen."""
    found = [_tree(path).css('meta[http-equiv="Content-Security-Policy"]') for path in some(_pages(site))]

    assert {tuple(meta.attributes["content"] for meta in metas) for metas in found} == {(policy.text(policy.SITE),)}


def test_each_page_says_its_language(site):
    """zh-CN at the root, en below /en/; every page has one h1 and a title."""
    for path in _pages(site):
        tree, inner = _tree(path), path.relative_to(site).as_posix()
        if inner.startswith(("q/", "embed/")):
            continue
        assert tree.root.attributes["lang"] == ("en" if inner.startswith("en/") else "zh-CN"), inner
        assert len(tree.css("h1")) == 1, inner
        assert tree.css_first("title").text().strip(), inner


def test_the_language_switch_stays_on_the_page(site, campaign):
    """From each page the switch leads to the same page in the other language and back."""
    seen = 0
    for path in _pages(site):
        inner = path.relative_to(site).as_posix()
        if path.name != "index.html" or inner.startswith("q/"):
            continue
        other = inner.removeprefix("en/") if inner.startswith("en/") else f"en/{inner}"
        links = {
            urljoin(f"https://x.test/{inner}", a.attributes["href"]) for a in _tree(path).css("header a[hreflang]")
        }
        assert f"https://x.test/{other.removesuffix('index.html')}" in links, inner
        seen += 1
    assert seen > 150


def test_no_template_or_python_remains_in_the_output(site):
    """No None, undefined or {{ in any text or attribute."""
    for path in _pages(site):
        text = path.read_text(encoding="utf-8")
        assert "{{" not in text, path
        assert "{%" not in text, path
        assert not re.search(r">\s*(None|undefined|Undefined)\s*<", text), path
        assert not re.search(r"""=["'](None|undefined)["']""", text), path
        assert "Localized(" not in text, path


def test_the_coverage_table_shows_holes(site, campaign):
    """Each priority x place x day where no event takes place is a hole, each covered one a number; both add up."""
    held = [event for event in campaign.events if event.status.holds]
    covered = {(p, event.place_kind, event.starts.date()) for event in held for p in event.priorities}
    cells = len(campaign.priorities.priorities) * len(campaign.six_entries.place_kinds) * len(campaign.days)
    tree = _tree(site / "staff" / "coverage" / "index.html")

    assert len(tree.css("td.hole")) == cells - len(covered)
    assert len(tree.css("td.full")) == len(covered)
    assert 0 < len(covered) < cells


def test_the_site_map_names_every_page_in_every_language(site):
    """Every page stands in a site map with its address in each language."""
    pages = {p.relative_to(site).as_posix().removesuffix("index.html") for p in _pages(site) if p.name == "index.html"}
    found = {}
    for name in ("sitemap.xml", "en/sitemap.xml"):
        for url in ElementTree.parse(site / name).getroot().findall("s:url", SITE_MAP):
            links = {x.attrib["hreflang"]: x.attrib["href"] for x in url.findall("x:link", SITE_MAP)}
            found[url.find("s:loc", SITE_MAP).text.removeprefix("https://ip.example.org/")] = links

    own = {page for page in pages if page.removeprefix("en/").startswith(("staff/", "screens/"))}
    assert len(own) > 10 and set(found) == {page for page in pages - own if not page.startswith("q/")}
    assert found["en/plan/"] == found["plan/"]
    assert found["plan/"]["zh-CN"] == "https://ip.example.org/plan/"
    assert found["plan/"]["en"] == "https://ip.example.org/en/plan/"


def test_government_head_and_footer_come_from_the_data(site, campaign):
    """The state's meta tags and the organisers are on every page; what the data leaves empty leaves no trace."""
    organisers = [organiser.name["zh"] for organiser in campaign.campaign.organisers]
    for path in (site / "index.html", site / "plan" / "index.html", site / "priorities" / "index.html"):
        tree = _tree(path)
        meta = {node.attributes.get("name"): node.attributes.get("content") for node in tree.css("meta[name]")}
        assert meta["ColumnName"] == campaign.campaign.government.column_name["zh"]
        assert "SiteIDCode" not in meta
        assert all(name in tree.css_first("footer").text() for name in organisers)
        assert "备案号" not in tree.css_first("footer").text()


def test_sample_facts_are_told_by_a_ribbon(site, campaign):
    """Every page of a sample record says so at its top, in its own language."""
    for kind, folder in (("event", "events"), ("booth", "exhibition/booths")):
        for record in some(campaign.records(kind)):
            assert "示例" in _tree(site / folder / record.id / "index.html").css_first("main .ribbon").text()
            assert "sample" in _tree(site / "en" / folder / record.id / "index.html").css_first("main .ribbon").text()


def test_official_english_is_marked_as_unofficial(site, campaign):
    """Wherever an official text stands in English the page says that the translation isn't official."""
    for folder in ("plan", "theme", *(f"priorities/{p.id}" for p in campaign.priorities.priorities)):
        assert "nofficial translation" in _words(site / "en" / folder / "index.html"), folder
    assert "nofficial translation" not in _words(site / "plan" / "index.html")


TYPED = [
    "no",
    "09:00",
    "1.10",
    "010",
    "<script>alert(1)</script>",
    "{{ 7*7 }} {% raw %}",
    "&amp; <b>x</b> \"'",
    "$x^2$ `code` #let *x*",
]


@pytest.fixture(scope="module")
def typed_project(tmp_path_factory):
    """The small campaign with odd texts in it, and with a page whose files tell of who made them."""
    project = make_project(tmp_path_factory.mktemp("typed") / "typed", GOOD / "small")
    path = next((project / "campaign_data" / "outreach").glob("*.yml"))
    events = "".join(_event(f"typed-{n}", text) for n, text in enumerate(TYPED))
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + events, encoding="utf-8")
    docs = project / "docs" / "zh"
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    Image.new("RGB", (300, 200)).save(docs / "hall.jpg", exif=exif)
    Image.new("RGB", (300, 200)).save(docs / "unseen.jpg")
    (docs / "sign.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>Secret</script><path d="M0 0h9"/></svg>', encoding="utf-8"
    )
    (docs / "hall.md").write_text("# 大厅\n\n![大厅](hall.jpg)\n\n![标](sign.svg)\n", encoding="utf-8")
    (docs / "hall.md.bak").write_text("Secret", encoding="utf-8")
    done = run_build(project)
    assert done.returncode == 0, done.stderr
    return project, done.stderr


def test_text_stays_as_typed_and_can_not_inject(typed_project):
    """What looks like a number, a boolean, markup, a template or a link of script comes out as the letters typed."""
    project, _ = typed_project
    for n, text in enumerate(TYPED):
        for root in ("", "zh"):
            page = project / "site" / root / "events" / f"typed-{n}" / "index.html"
            assert _tree(page).css_first("h1").text().strip() == text
            data = _tree(page).css_first("script[type='application/ld+json']").text()
            code = _tree(page).css("script:not([type='application/ld+json'])")
            assert json.loads(data)["name"] == text and "<" not in data
            assert "alert(1)" not in "".join(node.text() for node in code)
            assert not _tree(page).css("main a[href^='javascript']")


def test_files_beside_pages_are_published_bare(typed_project):
    """In a language of any process; what no page refers to and what an editor left is named in the build's words."""
    project, said = typed_project
    site, docs = project / "site" / "zh", project / "docs" / "zh"

    with Image.open(docs / "hall.jpg") as given, Image.open(site / "hall.jpg") as published:
        assert given.getexif() and not published.getexif()
        assert given.tobytes() == published.tobytes()
    assert 'd="M0 0h9"' in (site / "sign.svg").read_text(encoding="utf-8")
    assert [path for path, content in some(contents(project / "site").items()) if b"Secret" in content] == []
    assert not (site / "unseen.jpg").exists() and "docs/zh/unseen.jpg" in said
    assert not (site / "hall.md.bak").exists() and "hall.md.bak" in said and "docs/zh/sign.svg" in said


def _event(event_id, title):
    quoted = title.replace("'", "''")
    campaign = read_campaign(GOOD / "small")
    day = campaign.campaign.week.starts
    return (
        f"  - id: {event_id}\n    title: '{quoted}'\n    place_kind: {campaign.six_entries.place_kinds[0].id}\n"
        f"    form: {campaign.six_entries.forms[0].id}\n    priorities: [{campaign.priorities.priorities[0].id}]\n"
        f"    starts: {day} 09:00\n    ends: {day} 10:00\n    venue: '{quoted}'\n    audience: '{quoted}'\n"
        f"    summary: |\n      [x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\n      {title}\n"
    )


def test_another_campaign_builds_without_touching_code(small_site):
    """Three priorities, nine places, English first: its own counts, its own order, at the same kinds of address."""
    campaign = read_campaign(GOOD / "small")

    assert campaign.languages[0] == "en"
    assert len(list((small_site / "six-entries").glob("*/index.html"))) == len(campaign.six_entries.place_kinds) == 9
    assert len(list((small_site / "zh" / "priorities").glob("*/index.html"))) == len(campaign.priorities.priorities)
    assert _tree(small_site / "index.html").root.attributes["lang"] == "en"
    assert _tree(small_site / "zh" / "index.html").root.attributes["lang"] == "zh-CN"


def test_a_campaign_in_one_language_has_no_switch(one_language_site):
    """One language: no other root, no switch, and no page for a file the office left out."""
    campaign = read_campaign(GOOD / "one_language")

    assert len(campaign.languages) == 1
    assert not _tree(one_language_site / "index.html").css("header a[hreflang]")
    assert not (one_language_site / "exhibition").exists()
    assert not (one_language_site / "plan").exists()


@pytest.mark.slow
def test_a_failed_build_leaves_the_former_site(tmp_path):
    """Bad data, a dead link in a hand-written page, a clash of addresses: each fails and changes not one byte."""
    project = make_light_project(tmp_path / "failing", GOOD / "small")
    assert run_build(project).returncode == 0
    before = contents(project / "site")
    page = project / "docs" / "en" / "extra.md"

    for text, path in (
        ("# Extra\n\n[gone](gone.md)\n", page),
        ('# Extra\n\n<a href="../nowhere/">x</a>\n', page),
        ("# Theme\n", project / "docs" / "en" / "theme" / "index.md"),
        ("# Theme\n", project / "docs" / "en" / "theme.md"),
        ("# Home\n", project / "docs" / "en" / "README.md"),
        ("<p>x</p>", project / "docs" / "en" / "about" / "index.html"),
        ("# X\n", project / "docs" / "en" / "zh" / "x.md"),
        ("# Thema\n\n[gone](gone.md)\n", project / "docs" / "zh" / "extra.md"),
        ("name：x\n", project / "campaign_data" / "theme.yml"),
    ):
        former = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        done = run_build(project)
        assert done.returncode == 1, (text, done.stderr)
        assert "Traceback" not in done.stderr, done.stderr
        assert contents(project / "site") == before, text
        path.unlink()
        if former is not None:
            path.write_bytes(former)
    assert run_build(project).returncode == 0


@pytest.mark.slow
def test_mkdocs_and_the_command_line_say_the_same(tmp_path):
    """`mkdocs build` prints the report of `campaign check`, letter for letter."""
    import io

    from campaign.core.console import tell
    from campaign.core.problems import CampaignDataError

    project = make_project(tmp_path / "same", GOOD / "small")
    (project / "campaign_data" / "theme.yml").write_text("name：x\n", encoding="utf-8")
    with pytest.raises(CampaignDataError) as raised:
        read_campaign(project / "campaign_data", shown_as="campaign_data")
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    tell(raised.value, said)

    done = run_build(project)

    said.seek(0)
    assert said.read() in done.stderr


@pytest.mark.slow
def test_it_works_in_a_sub_folder(tmp_path):
    """With a site address below a folder every link but those of 404.html stays relative, and those start there."""
    project = make_light_project(tmp_path / "sub", GOOD / "small")
    path = project / "campaign_data" / "campaign.yml"
    text = re.sub(
        r"site_address: \S+", "site_address: https://www.example.org/zt/week/", path.read_text(encoding="utf-8")
    )
    path.write_text(text, encoding="utf-8")

    done = run_build(project)

    assert done.returncode == 0, done.stderr
    links = [a.attributes["href"] for a in _tree(project / "site" / "404.html").css("a[href^='/']")]
    assert links
    assert all(link.startswith("/zt/week/") for link in links)


def test_properdocs_builds_the_same_site(tmp_path, small_site):
    """The insurance: MkDocs' successor by its own name builds every page of the project."""
    other = built(tmp_path / "proper", GOOD / "small", host="properdocs")

    assert sorted(contents(other)) == sorted(contents(small_site))


@pytest.mark.slow
@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_warning_in_strict_mode_publishes_nothing(tmp_path, host):
    """A link that leads somewhere, but not as the host wants it written: told, and the site isn't replaced."""
    project = make_project(tmp_path / "warned", GOOD / "one_language")
    (project / "docs" / "en" / "extra.md").write_text("# Extra\n\n[theme](../theme/)\n", encoding="utf-8")

    done = run_build(project, host=host)

    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert "严格模式下有警告" in done.stderr and not (project / "site").exists()


def test_search_indexes_both_languages(site, campaign):
    """Each language has its own index with every event, every county and every hand-written page, as a script."""
    for root, language in (("", "zh"), ("en", "en")):
        script = (site / root / "search" / "index.js").read_text(encoding="utf-8")
        data = json.loads(script.removeprefix("var campaignIndex=").removesuffix(";\n"))
        paths = {row[0] for row in data["entries"]}
        assert paths >= {f"events/{event.id}/" for event in campaign.events}
        assert paths >= {f"counties/{one.id}/" for one in campaign.counties.counties}
        assert paths >= {"learn/report/", "learn/report/#ways", "accessibility/"}
        assert campaign.events[0].venue[language] in script


def test_the_project_keeps_to_itself():
    """No file of the project names a machine's paths or a package registry."""
    text = "".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in (*TOP.glob("requirements*.lock"), TOP / "Makefile", TOP / "mkdocs.yml")
    )

    assert "http" not in text.replace("\naiohttp==", "\n")
    assert str(Path.home()) not in text
