"""A mid phone on a slow line: one first view of a page in Chromium, and what it cost."""

import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from programs import program

PHONE = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
    "locale": "zh-CN",
    "timezone_id": "Asia/Shanghai",
    "service_workers": "block",
}
SLOWER_CPU = 4
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WATCH = """
window.seen = { lcp: 0, what: '', shift: 0 };
new PerformanceObserver(list => { for (const e of list.getEntries()) {
  seen.lcp = e.startTime;
  seen.what = e.element ? [e.element.localName, ...e.element.classList].join('.') : '';
} }).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver(list => { for (const e of list.getEntries()) seen.shift += e.value; })
  .observe({ type: 'layout-shift', buffered: true });
"""


@dataclass(frozen=True)
class Line:
    """A mobile line: kbit/s each way, and the milliseconds from a request to the first byte of its answer."""

    down_kbit_s: float
    up_kbit_s: float
    latency_ms: float


SLOW_4G = Line(down_kbit_s=1638.4, up_kbit_s=750, latency_ms=150)
"""Lighthouse's "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip."""

SLOW_4G_HANDSHAKES = Line(down_kbit_s=1474.56, up_kbit_s=675, latency_ms=562.5)
"""The same line as Lighthouse sets it in DevTools, which knows no handshakes: 3.75 round trips for each request."""


@dataclass(frozen=True)
class View:
    """One first view. sent: bytes over the wire, heads included; outside: requests to other hosts;
    index: whether a search index came along; lcp_ms: largest contentful paint; what: its element;
    shift: the sum of all layout shifts; missing: requests that found nothing."""

    sent: int
    requests: int
    outside: int
    index: bool
    lcp_ms: float
    what: str
    shift: float
    missing: int


@contextmanager
def chromium():
    """An installed Chromium that can reach this machine alone."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=list(FLAGS))
        yield browser
        browser.close()


def first_view(browser, server, path, *, line):
    """A page seen with nothing cached, no service worker, until the network has been idle and all is painted."""
    context = browser.new_context(**PHONE)
    page, outside = context.new_page(), []
    _throttle(context.new_cdp_session(page), line)
    page.add_init_script(WATCH)
    page.on("request", lambda r: None if r.url.startswith((server.address, "data:", "blob:")) else outside.append(r))
    server.sent.clear()
    page.goto(server.address + path, wait_until="networkidle", timeout=120_000)
    page.wait_for_timeout(500)
    seen, sent = page.evaluate("seen"), [*server.sent]
    context.close()
    return View(
        sent=sum(one.size for one in sent),
        requests=len(sent) + len(outside),
        outside=len(outside),
        index=any("search/index.js" in one.path for one in sent),
        lcp_ms=seen["lcp"],
        what=seen["what"],
        shift=seen["shift"],
        missing=sum(one.status == 404 for one in sent),
    )


def _throttle(devtools, line):
    devtools.send("Network.enable")
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})
    conditions = {
        "offline": False,
        "latency": line.latency_ms,
        "downloadThroughput": line.down_kbit_s * 1000 / 8,
        "uploadThroughput": line.up_kbit_s * 1000 / 8,
    }
    devtools.send("Network.emulateNetworkConditions", conditions)
