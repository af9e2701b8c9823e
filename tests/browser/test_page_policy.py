"""The content security policy in a real browser: no page needs what it forbids, and what is slipped in does nothing."""

import contextlib
import functools
import http.server
import shutil
import threading
from dataclasses import replace

import pytest
from test_browser import search
from waiting import until

from campaign.channels import site as site_channel
from campaign.channels.screens.kiosk import kiosk
from campaign.read import read_campaign
from displays import THEME, jobs, made
from looking import some as found
from projects import TOP

LISTEN = """addEventListener('securitypolicyviolation', event =>
    console.error('POLICY', event.effectiveDirective, event.blockedURI, event.sample));
window.hit = name => console.info('HIT', name);"""
PAGES = (
    "index.html",
    "en/index.html",
    "programme/index.html",
    "exhibition/index.html",
    "events/{event}/index.html",
    "counties/yongjing/index.html",
    "plan/index.html",
    "learn/quiz/index.html",
    "learn/place/market/index.html",
    "downloads/index.html",
    "screens/index.html",
    "accessibility/index.html",
    "embed/programme.zh.html",
    "embed/county/yongjing.en.html",
)
SLIPPED_IN = """<script>hit('script')</script>
<script src="data:text/javascript,hit('data')"></script>
<script src="https://elsewhere.example/x.js"></script>
<img src="gone.png" alt="" onerror="hit('onerror')">
<svg onload="hit('onload')"><script>hit('svg')</script></svg>
<iframe srcdoc="<script>parent.hit('frame')</script>"></iframe>
<iframe src="javascript:parent.hit('frame address')"></iframe>
<object data="data:text/html,<script>parent.hit('object')</script>"></object>
<a id="address" href="javascript:hit('address')">x</a>
<form id="away" action="https://elsewhere.example/"><button>x</button></form>
<base href="https://elsewhere.example/">
<style>main{background:url(https://elsewhere.example/seen.png)!important;opacity:.5!important}</style>
<p id="styled" style="position:fixed;inset:0">x</p>"""


class _Sending(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a server does that sends the site's policy with every file."""

    policies: dict[str, str]

    def end_headers(self):
        parts = sorted((one for one in self.policies if self.path[1:].startswith(one)), key=len)
        for part in parts[-1:]:
            self.send_header("Content-Security-Policy", self.policies[part])
        super().end_headers()

    def log_message(self, *arguments):
        """A request is not a result."""


@contextlib.contextmanager
def _sending(folder, policies):
    handler = type("Sending", (_Sending,), {"policies": policies})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


@pytest.fixture(scope="module")
def sent(site, campaign):
    """The address of a server that sends the policy as a header too, which then holds for workers as well."""
    with _sending(site, site_channel.policy_headers(campaign)) as address:
        yield address


@pytest.fixture
def watched(browser):
    """Opens a browser in which a page tells of what its policy blocked, of what ran, and of what it got from a host."""
    contexts = []

    def start(**options):
        context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN", **options)
        contexts.append(context)
        context.add_init_script(LISTEN)
        page = context.new_page()
        page.told, page.hits, page.asked, page.refused = [], [], set(), set()
        page.on("console", lambda said: page.told.append(f"{page.url}: {said.text}") if said.type == "error" else None)
        page.on("console", lambda said: page.hits.append(said.text[4:]) if said.text.startswith("HIT ") else None)
        page.on("pageerror", lambda error: page.told.append(f"{page.url}: {error}"))
        page.on("request", lambda request: page.asked.add(request.url))
        page.on("requestfailed", lambda request: page.refused.add(request.url) if request.failure == "csp" else None)
        return page

    yield start
    for context in contexts:
        context.close()


@pytest.mark.parametrize("by", ["address", "sent", "file"])
def test_no_page_needs_what_its_policy_forbids(watched, address, sent, site, some, by):
    """Each kind of page, in a sub-folder, with the header too, and from a stick: read, searched, made dark, printed."""
    root = {"address": address, "sent": sent, "file": f"{site.as_uri()}/"}[by]
    page = watched()
    code = min(path.name for path in (site / "q").iterdir() if path.is_dir())
    for path in found(PAGES):
        page.goto(root + path.format(**some))
    page.goto(f"{root}learn/quiz/index.html")
    page.locator("[data-score] input").first.check()
    page.click("[data-large]")
    page.click("[data-scheme-set=dark]")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.emulate_media(media="screen")
    assert search(page, "地理标志")
    page.goto(f"{root}q/{code}/index.html", wait_until="commit")
    page.wait_for_url(lambda url: "/q/" not in url)

    assert page.evaluate("document.documentElement.className").split() == ["js", "large"]
    assert page.told == []


FRAMES = (
    ("embed/programme.zh.html", None, True),
    ("embed/programme.zh.html", "here", True),
    ("embed/county/yongjing.en.html", "https://elsewhere.example/", False),
    ("programme/", None, False),
)


@pytest.mark.parametrize(("path", "only", "shown"), FRAMES)
def test_who_may_frame_what(watched, site, campaign, tmp_path, path, only, shown):
    """An embed on any site, or on those the office names; another page on none."""
    page = watched()
    with _sending(tmp_path, {}) as framing:
        named = framing.replace("http:", "https:") if only == "here" else only
        head = campaign.campaign.model_copy(update={"embed_on": (named,) if named else None})
        with _sending(site, site_channel.policy_headers(replace(campaign, campaign=head))) as framed:
            (tmp_path / "index.html").write_text(f"<title>x</title><iframe src={framed}{path}></iframe>", "utf-8")
            page.goto(framing)

            assert (page.frames[1].url == framed + path) is shown
            assert bool(page.frames[1].query_selector("main")) is shown


def test_the_404_page_keeps_to_it(watched, root_address):
    """Shown at any depth; what the server says of a missing page is no violation."""
    page = watched()
    page.goto(f"{root_address}no/such/page/")

    assert page.locator("main h1").count() == 1
    assert [one for one in page.told if "POLICY" in one or "Content Security" in one] == []


@pytest.mark.parametrize("path", ["index.html", "events/{event}/index.html", "embed/programme.zh.html", "q/{code}/"])
def test_what_is_slipped_into_a_page_does_nothing(watched, site, some, tmp_path, path):
    """Were the escaping to fail, no script would run, no other host be asked, no form lead away, no style hold."""
    code = min(one.name for one in (site / "q").iterdir() if one.is_dir())
    path = path.format(code=code, **some)
    source = site / path / "index.html" if path.endswith("/") else site / path
    text = source.read_text(encoding="utf-8").replace('http-equiv="refresh"', 'name="r"')
    before, mark, after = text.rpartition("</main>")
    shutil.copytree(site / "assets", tmp_path / "assets")
    spoilt = tmp_path / "a" / "b" / "index.html"
    spoilt.parent.mkdir(parents=True)
    spoilt.write_text(before + SLIPPED_IN + mark + after, encoding="utf-8")
    page = watched()

    page.goto(spoilt.as_uri())
    page.evaluate("document.getElementById('address').click()")
    page.evaluate("document.querySelector('#away button').click()")
    page.wait_for_timeout(200)

    assert page.hits == []
    assert page.url == spoilt.as_uri()
    assert not [url for url in page.asked - page.refused if "elsewhere" in url]
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).position") == "static"
    assert page.evaluate("getComputedStyle(document.querySelector('main')).opacity") == "1"
    said = " ".join(page.told)
    assert all(name in said for name in ("script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr"))


def test_what_is_slipped_in_would_act_without_the_policy(watched, tmp_path):
    """The test itself: on a page without a policy the same text runs, so the one above looks at something."""
    page = watched()
    bare = tmp_path / "index.html"
    bare.write_text(f"<!doctype html><title>x</title><main>{SLIPPED_IN}</main>", encoding="utf-8")

    page.goto(bare.as_uri())
    until(page, "document.readyState === 'complete'")
    page.wait_for_timeout(200)

    assert {"script", "data", "onerror", "onload", "svg"} <= set(page.hits)
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).position") == "fixed"


def test_the_kiosk_runs_and_lets_nothing_in(watched, tmp_path):
    """Its own script and style, named by their hashes, work from a file; the same text slipped in does nothing."""
    (job,) = jobs({"playlist": [THEME]})
    text = kiosk(job, made(job)).decode("utf-8")
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    (tmp_path / "spoilt.html").write_text(text.replace("</body>", f"<main>{SLIPPED_IN}</main></body>"), "utf-8")
    page = watched(offline=True)

    page.goto((tmp_path / "index.html").as_uri())
    until(page, "kiosk.state().at >= 0 && !!document.querySelector('img.on, video.on')")
    assert page.evaluate("getComputedStyle(document.getElementById('stage')).position") == "fixed"
    assert page.told == []
    page.goto((tmp_path / "spoilt.html").as_uri())
    page.wait_for_timeout(200)

    assert page.hits == []
    assert [one for one in page.told if "POLICY script-src-elem inline" in one]
