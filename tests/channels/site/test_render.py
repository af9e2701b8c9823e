"""The pages as HTML: whole, marked, linked and in order, in each language."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels.site import render
from campaign.channels.site.coverage import coverage
from campaign.channels.site.edition import Edition
from campaign.channels.site.outreach import NEIGHBOURS
from campaign.core.context import BuildContext
from campaign.kinds import urls
from campaign.kinds.status import Status
from campaign.read import read_campaign
from campaign.read.plan import drafted, find_plan, paragraphs_of
from campaign.workshop.pictures import Rendition
from looking import some

TOP = Path(__file__).parents[3]
LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def campaign():
    """The shipped campaign."""
    return read_campaign(TOP / "campaign_data")


@pytest.fixture(scope="module")
def pages(campaign):
    """Every page of both languages, by language and path."""
    return {(tag, page.path): page for tag in LANGUAGES for page in render(campaign, _context(), tag)}


def _context(*, release=False):
    return BuildContext(today=date(2024, 4, 22), site_address="https://example.org/", release=release)


def _tree(page):
    return LexborHTMLParser(f"<main>{page.body}</main>")


def _words(page):
    return " ".join(_tree(page).body.text(separator=" ").split())


def test_both_languages_have_the_same_pages_once_each(campaign, pages):
    """Each path comes once, in each language."""
    counted = Counter(page.path for page in render(campaign, _context(), "zh"))

    assert set(counted.values()) == {1}
    assert {path for tag, path in pages if tag == "zh"} == {path for tag, path in pages if tag == "en"}


def test_the_address_of_every_page_is_known_before_it_is_made(campaign, pages):
    """From the kinds alone; only a display has no page until its frames are made."""
    made = {path for tag, path in pages if tag == "zh"}

    assert made <= urls.all_pages(campaign)
    assert urls.all_pages(campaign) - made == {urls.page("display", one.id) for one in campaign.displays}


def test_every_page_is_in_good_order(pages):
    """One h1, headings in steps of one, unique ids, a title and a description without line breaks."""
    for page in some(pages.values()):
        levels = [int(node.tag[1]) for node in _tree(page).css("h1,h2,h3,h4,h5,h6")]
        ids = [node.attributes["id"] for node in _tree(page).css("[id]")]
        assert levels.count(1) == 1, page.path
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), page.path
        assert len(ids) == len(set(ids)), page.path
        assert page.title and page.description
        assert "\n" not in page.title + page.description


def test_every_link_leads_to_a_page_of_the_site(pages):
    """Links between pages are relative and lead somewhere, in the same or the other language."""
    roots = {"zh": "", "en": "en/"}
    known = {roots[tag] + path for tag, path in pages}
    seen = 0
    for (tag, path), page in pages.items():
        for node in _tree(page).css("a[href]"):
            href = node.attributes["href"]
            if href.startswith(("#", "tel:", "https://")):
                continue
            seen += 1
            assert _resolved(roots[tag] + path, href.split("#")[0]) in known, (page.path, href)
    assert seen > 1000


def _resolved(page, href):
    folder = page.split("/")[:-1]
    for step in href.partition("?")[0].split("/"):
        if step == "..":
            folder.pop()
        elif step not in ("", "."):
            folder.append(step)
    return "/".join(folder) + ("/" if folder else "")


def test_no_handler_no_script_no_foreign_host(pages):
    """A body's scripts are data or files of the site's own; no inline handler, and nothing comes from another host."""
    for page in some(pages.values()):
        tree = _tree(page)
        assert not tree.css("iframe,style"), page.path
        for script in tree.css("script:not([type='application/json'])"):
            assert re.fullmatch(r"(\.\.?/)+assets/[a-z]+\.js", script.attributes["src"]), page.path
        assert not re.search(r"<[^>]+\son[a-z]+=", page.body), page.path
        assert not tree.css("[src^='http'],[src^='//']"), page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_samples_has_one_ribbon_and_no_marks(campaign, pages, language):
    """Where all events are samples, their pages and lists say so once, before all else."""
    sample = next(event for event in campaign.events if event.sample)
    ribbon = {"zh": "本页含示例数据", "en": "This page holds sample data"}

    for path in (urls.page("event", sample.id), "programme/"):
        tree = _tree(pages[language, path])
        assert [ribbon[language] in one.text() for one in tree.css(".ribbon")] == [True]
        assert not tree.css(".row .mark-sample, .kind-head .mark-sample")
    assert "<!--" not in pages[language, "programme/"].body


def test_samples_among_real_events_bear_the_mark(campaign):
    """Where real and sample events stand together each line of a sample says so, the others don't."""
    file = next(one for one in campaign.outreach if len(one.events) > 1)
    real = file.events[0].model_copy(update={"sample": False})
    changed = file.model_copy(update={"events": (real, *file.events[1:])})
    mixed = replace(campaign, outreach=tuple(changed if one is file else one for one in campaign.outreach))
    tree = _tree({page.path: page for page in render(mixed, _context(), "zh")}["programme/"])
    rows = tree.css(".row[data-form]")
    marked = {row.css_first("a").attributes["href"].split("/")[-2]: bool(row.css(".mark-sample")) for row in rows}

    assert marked.pop(real.id) is False
    assert set(marked.values()) == {True}


def test_a_release_has_no_mark(campaign):
    """A release build carries no sample mark and no ribbon anywhere."""
    made = some(render(campaign, _context(release=True), "zh"))
    assert all("mark-sample" not in page.body and "ribbon" not in page.body for page in made)


def test_official_words_are_marked_and_whole(campaign, pages):
    """Each priority's page shows the official sentences word for word, marked; in English as a translation."""
    for priority in some(campaign.priorities.priorities):
        path = urls.page("priority", priority.id)
        chinese, english = _tree(pages["zh", path]), _tree(pages["en", path])
        assert chinese.css_first(".official .mark-official").text() == "方案原文"
        assert english.css_first(".official .mark-official").text() == "Unofficial translation"
        assert priority.official_text["zh"] in chinese.css_first(".official-text").text()
        assert english.css_first(".original[lang='zh-CN']").text() == priority.official_title["zh"]
        assert not chinese.css(".original")


def test_the_plan_page_is_the_whole_document(campaign, pages):
    """The Chinese plan page holds every official sentence, in the plan's order."""
    plan, text = campaign.plan, "".join(_words(pages["zh", "plan/"]).split())
    parts = [plan.issuer_head["zh"], plan.number, plan.title["zh"], plan.notice["zh"], plan.preamble["zh"]]
    for section in plan.sections:
        parts.append(section.heading["zh"])
        parts += [one["zh"] for one in (section.text, *section.items) if one]
        parts += [campaign.theme.official["zh"]] if section.shows == "theme" else []
        records = {"priorities": campaign.priorities, "activities": campaign.activities}.get(section.shows)
        for record in getattr(records, section.shows, ()) if records else ():
            parts += [record.official_title["zh"], record.official_text["zh"]]

    at = 0
    for part in parts:
        found = text.find("".join(part.split()), at)
        assert found >= at, part
        at = found


def test_a_plan_without_a_letter_has_a_page_without_its_lines(tmp_path):
    """Neither number, addressees, signature nor contact where the document has none; its own title is the page's."""
    source = TOP / "tests" / "plans" / "across-months.txt"
    for name, text in drafted(find_plan(paragraphs_of(source, source.read_bytes()))).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    campaign = read_campaign(tmp_path)
    made = {page.path: _tree(page) for page in render(campaign, _context(), "zh")}

    (title,) = made["plan/"].css("h1")
    assert title.text().strip() == campaign.plan.plan_title["zh"]
    assert not made["plan/"].css(".issuer-head, .doc-number, .addressees, .doc-sign, .doc-public, .plan-contact, h2")
    assert [one.text().strip() for one in made["about/"].css(".about-doc")] == [campaign.plan.plan_title["zh"]]


def test_the_programme_lists_every_event_on_its_day(campaign, pages):
    """Each event stands once, under its day's heading, and each day of the week has an anchor."""
    tree = _tree(pages["zh", "programme/"])
    for day in some(campaign.days):
        section = tree.css_first(f"details[data-from='{day}']")
        events = [event.id for event in campaign.events if event.starts.date() == day]
        assert [a.attributes["href"].split("/")[-2] for a in section.css("li[data-county] a")] == events


def test_coverage_counts_what_takes_place_and_shows_holes(campaign):
    """The table's cells add up to the events that take place, and its holes are its empty cells."""
    edition = Edition(campaign, _context(), "zh")

    for table in some(coverage(edition)):
        served = [one for one in campaign.events if one.status.holds and table.priority.id in one.priorities]
        cells = [count for row in table.rows for count in row.counts]
        assert table.total == len(served)
        assert table.holes == cells.count(0)
        assert len(cells) == len(campaign.six_entries.place_kinds) * len(campaign.days)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.PLANNED])
def test_a_change_is_said_in_words(campaign, status):
    """Changed, moved, postponed, cancelled, on after all: in words on page and lists, with what changed."""
    event = campaign.events[0].model_copy(update={"status": status, "change": campaign.theme.official})
    files = tuple(
        file.model_copy(update={"events": tuple(event if one.id == event.id else one for one in file.events)})
        for file in campaign.outreach
    )
    changed = {page.path: page for page in render(replace(campaign, outreach=files), _context(), "zh")}
    word = {
        "changed": "有变更",
        "moved": "已改地点",
        "postponed": "已延期",
        "cancelled": "已取消",
        "reinstated": "恢复举办",
    }[status]

    own, listed = _tree(changed[urls.page("event", event.id)]), _tree(changed["programme/"])
    assert own.css_first(f".mark-{status}").text() == word
    assert campaign.theme.official["zh"] in own.css_first(f".notice-{status}").text()
    assert listed.css_first(f".row-{status} .mark-{status}").text() == word


def test_what_a_campaign_has_not_is_nowhere(campaign):
    """Without exhibition, plan, activities, posters and screens those pages are gone and nothing links to them."""
    bare = replace(campaign, exhibition=None, plan=None, activities=None, posters=None, screens=None)
    made = {page.path: page for page in render(bare, _context(), "en")}

    assert not [path for path in made if path.startswith(("exhibition/", "plan/", "activities/", "downloads/"))]
    for page in some(made.values()):
        for node in some(_tree(page).css("a[href]")):
            assert not re.search(r"(exhibition|plan|activities|downloads)/", node.attributes["href"]), page.path


def test_a_site_without_the_official_language_says_so_and_links_nowhere(campaign):
    """English alone: translations stay marked, and no link leads to a Chinese page that isn't there."""
    head = campaign.campaign.model_copy(update={"languages": ("en",)})
    made = {page.path: page for page in render(replace(campaign, campaign=head), _context(), "en")}

    assert "Unofficial translation" in _words(made[""])
    assert not any(node.attributes.get("hreflang") for page in made.values() for node in _tree(page).css("a"))


def test_an_event_names_few_neighbours(campaign):
    """However many events a county has on a day, an event's page names a handful, never itself."""
    file = campaign.outreach[0]
    event = file.events[0]
    crowd = tuple(event.model_copy(update={"id": f"crowd-{n}"}) for n in range(40))
    crowded = replace(campaign, outreach=(file.model_copy(update={"events": crowd}), *campaign.outreach[1:]))
    pages = {page.path: page for page in render(crowded, _context(), "zh")}

    for n in (0, 20, 39):
        near = [a.attributes["href"] for a in _tree(pages[f"events/crowd-{n}/"]).css(".rows a")]
        assert len(near) == NEIGHBOURS
        assert not any(href.endswith(f"/crowd-{n}/") for href in near)


def test_times_are_for_people_and_machines(campaign, pages):
    """An event's page gives the time in words and as ISO 8601 with the campaign's offset."""
    event = campaign.events[0]
    node = _tree(pages["en", urls.page("event", event.id)]).css_first(".ticket time")

    assert datetime.fromisoformat(node.attributes["datetime"]).utcoffset().total_seconds() == 8 * 3600
    assert f"{event.starts:%H:%M}–{event.ends:%H:%M}" in node.text()


def test_booths_can_be_tapped_and_read(campaign, pages):
    """The plan as built, the upright one and the list beside them lead to the same booths."""
    tree = _tree(pages["zh", "exhibition/"])
    booths = [f"booths/{booth.id}/" for booth in campaign.booths]
    wide, upright = ([a.attributes["href"] for a in some(plan.css("a.stand"))] for plan in tree.css("svg.ground"))
    listed = [a.attributes["href"] for a in tree.css(".zone-list a")]

    assert sorted(href.split("exhibition/")[-1] for href in wide) == sorted(booths)
    assert sorted(wide) == sorted(upright) == sorted(listed)


def test_the_walk_goes_from_booth_to_booth(campaign, pages):
    """Every booth is a step of the walk; its page leads to the one before, the one after and its place on the plan."""
    steps = {
        li.attributes["data-stand"]: li.attributes["data-step"]
        for li in some(_tree(pages["zh", "exhibition/"]).css("li[data-step]"))
    }
    way = sorted(steps, key=lambda booth: int(steps[booth]))

    assert sorted(way) == sorted(booth.id for booth in campaign.booths)
    for before, booth, after in zip((None, *way), way, (*way[1:], None), strict=False):
        tree = _tree(pages["zh", urls.page("booth", booth)])
        told = [a.attributes["href"].split("/")[-2] for a in some(tree.css(".walk a"))]
        assert told == [one for one in (before, after) if one]
        assert tree.css(f'a[href$="exhibition/#booth-{booth}"]')


def test_an_events_photo_stands_on_its_page_alone(campaign):
    """With its words, both sizes and its measures, so that nothing jumps; lists stay light; no photo, no trace."""
    county, *others = campaign.outreach
    event = county.events[0].model_copy(update={"image": "images/a.jpg", "image_alt": county.events[0].title})
    shown = county.model_copy(update={"events": (event, *county.events[1:])})
    sizes = (Rendition("images/a-480.jpg", 480, 360), Rendition("images/a-960.jpg", 960, 720))
    whole = replace(campaign, outreach=(shown, *others))

    made = {page.path: page for page in render(whole, _context(), "en", pictures={event.id: sizes})}
    photos = {path: _tree(page).css("img.photo") for path, page in made.items()}

    assert [path for path, found in photos.items() if found] == [urls.page("event", event.id)]
    (photo,) = photos[urls.page("event", event.id)]
    assert photo.attributes["alt"] == event.title["en"]
    assert photo.attributes["src"] == "../../../images/a-480.jpg"
    assert photo.attributes["srcset"] == "../../../images/a-480.jpg 480w, ../../../images/a-960.jpg 960w"
    assert (photo.attributes["width"], photo.attributes["height"]) == ("960", "720")
    assert photo.attributes["loading"] == "lazy"
    assert not any('<img class="photo"' in page.body for page in render(whole, _context(), "en"))
