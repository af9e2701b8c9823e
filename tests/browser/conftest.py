"""A real Chromium, and the built site served from a sub-folder of a local server."""

import functools
import http.server
import shutil
import threading

import pytest
from find_browser import find_browser
from playwright.sync_api import sync_playwright

SUB_FOLDER = "zt/week"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Say nothing: a request is not a result."""


@pytest.fixture(scope="session")
def browser():
    """Chromium; missing is a failure, not a skip."""
    path = find_browser()
    assert path, "no browser: python tests/browser/find_browser.py --install"
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*flags, "--no-first-run", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def address(site, tmp_path_factory):
    """The shipped site's address on this machine, below a folder, as a county's server would have it."""
    top = tmp_path_factory.mktemp("server")
    shutil.copytree(site, top / SUB_FOLDER)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(top)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_FOLDER}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(browser, address):
    """Open pages at a given size and keep what the console says and what is asked of other hosts."""
    contexts = []

    def open_page(path="", width=360, height=740, base=address, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.outside = [], []
        page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        inside = ("data:", "blob:", "file:", address)
        page.on("request", lambda r: None if r.url.startswith(inside) else page.outside.append(r.url))
        page.goto(base + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()
