"""A real Chromium, and the built site served from a sub-folder of a local server."""

import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

import pytest

SUB_FOLDER = "zt/week"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        """Say nothing: a request is not a result."""

    def send_error(self, code, message=None, explain=None):
        """Answer as a host does that knows 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        text = page.read_bytes()
        self.send_response(404, "File not found")
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return self.wfile.write(text)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A browser that leaves a page hangs up on what it asked for; any other failure is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def _serve(folder):
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def address(site, tmp_path_factory):
    """The shipped site's address on this machine, below a folder, as a county's server would have it."""
    top = tmp_path_factory.mktemp("server")
    shutil.copytree(site, top / SUB_FOLDER)
    server = _serve(top)
    yield f"http://127.0.0.1:{server.server_port}/{SUB_FOLDER}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def root_address(site):
    """The shipped site's address at the root of a server."""
    server = _serve(site)
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _listened(context, inside):
    """A new page that keeps what the console says and what is asked of other hosts."""
    page = context.new_page()
    page.said, page.outside = [], []
    page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("request", lambda r: None if r.url.startswith(inside) else page.outside.append(r.url))
    return page


@pytest.fixture
def visit(browser, address):
    """Open pages at a given size and keep what the console says and what is asked of other hosts."""
    contexts = []

    def open_page(path="", width=360, height=740, base=address, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)
        contexts.append(context)
        page = _listened(context, ("data:", "blob:", "file:", address, base))
        page.goto(base + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def reader(browser, address):
    """Goes with one reader's browser from page to page: for what doesn't depend on coming new to the site.

    A new browser for each page costs as much as all that is asked of it there.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="zh-CN")
    page = _listened(context, ("data:", "blob:", address))

    def go_to(path):
        page.said.clear()
        page.outside.clear()
        page.set_viewport_size({"width": 360, "height": 740})
        page.emulate_media(color_scheme="light")
        page.goto(address + path, wait_until="load")
        return page

    yield go_to
    context.close()


@pytest.fixture(scope="session")
def some(site):
    """One id of each kind that has many."""
    return {
        "event": min(path.name for path in (site / "events").iterdir()),
        "priority": min(path.name for path in (site / "priorities").iterdir() if path.is_dir()),
    }
