"""From home every public task is two taps away, and nothing that is for staff alone is where the public looks."""

from datetime import date
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign.channels import site
from campaign.channels.site.sitemap import sitemap
from campaign.core.context import BuildContext
from campaign.kinds import pages as kinds_pages
from campaign.kinds import urls
from campaign.kinds.contact import SERVICES
from campaign.read import read_campaign
from looking import some

TOP = Path(__file__).parents[3]
WRITTEN = frozenset({"learn/", "learn/report/", "learn/infringed/", "learn/apply/", "learn/trade-mark/"})
CONTEXT = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/", written=WRITTEN)


@pytest.fixture(scope="module", params=["zh", "en"])
def links(request):
    """The campaign, and by path where each generated page of a language leads, from the language's root."""
    campaign = read_campaign(TOP / "campaign_data")
    frame = site.frame(campaign, CONTEXT, request.param)
    found = {}
    for page in site.render(campaign, CONTEXT, request.param):
        chrome = site.chrome(frame, path=page.path, title="", description="", page=page)
        tree = LexborHTMLParser(f"<main>{chrome.header}{page.body}{chrome.footer}</main>")
        hrefs = (a.attributes.get("href") or "" for a in tree.css("a[href]"))
        root = urls.language_root(request.param, campaign.languages)
        base = f"https://ip.example.org/{root}"
        pages = {urldefrag(urljoin(base + page.path, href))[0].removeprefix(base) for href in hrefs}
        found[page.path] = pages | {a.attributes["href"] for a in tree.css("a[href^='tel:']")}
    return campaign, found


def test_every_public_task_is_two_taps_from_home(links):
    """What is on by day, county and place, each county's events, the plaza and its booths, whom to call, what to do."""
    campaign, found = links
    one = found[""]
    two = one.union(*(found.get(path, set()) for path in one))
    wanted = {
        *(
            urls.page(name)
            for name in ("programme", "exhibition", "defend", "downloads", "plan", "quiz", "faq", "about")
        ),
        *(urls.page("county", county.id) for county in campaign.counties.counties),
        *(urls.page("place_kind", kind.id) for kind in campaign.six_entries.place_kinds),
        *(urls.page("priority", priority.id) for priority in campaign.priorities.priorities),
        *(urls.page("event", event.id) for event in campaign.events),
        *(urls.page("booth", booth.id) for booth in campaign.booths),
        *map(urls.learn_page, SERVICES),
        *(f"tel:{one.phone}" for one in campaign.contacts_of(None)),
    }
    assert len(wanted) > 90 and wanted - two == set()
    assert {urls.page(name) for name in ("programme", "exhibition", "defend", "downloads", "plan")} <= one


def test_staff_pages_are_led_to_by_the_footer_alone(links):
    """No menu, site map or search leads there; each says noindex, and what is public doesn't."""
    campaign, found = links
    staff = {page.path for page in kinds_pages().values() if page.staff and page.there(campaign)}
    assert staff >= {"staff/", "staff/coverage/", "screens/"}
    assert staff - {"staff/"} & found["site-map/"] == set()
    rendered = {page.path: page for page in site.render(campaign, CONTEXT, "zh")}
    frame = site.frame(campaign, CONTEXT, "zh")
    for path in some(staff):
        assert not rendered[path].searchable
        assert '"noindex"' in site.chrome(frame, path=path, title="", description="").head
        assert f"/{path}<" not in sitemap(frame, [path, "plan/"], {})
    for path in ("", "plan/", "coverage/", "downloads/"):
        assert "noindex" not in site.chrome(frame, path=path, title="", description="").head
