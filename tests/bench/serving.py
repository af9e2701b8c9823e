"""A local server as an office's host would be set up: gzip for text, connections kept open; it counts what it sends."""

import functools
import gzip
import hashlib
import http.server
import mimetypes
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

TEXT = ("text/", "application/json", "application/javascript", "application/xml", "image/svg+xml")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("font/woff", ".woff")


class Sent(NamedTuple):
    """One answer: what was asked, its bytes over the wire, head and body together, and its status."""

    method: str
    path: str
    size: int
    status: int


@functools.cache
def _packed(path):
    """A file's headers and its bytes as they go over the wire."""
    kind, body = mimetypes.guess_type(path.name)[0] or "text/html", path.read_bytes()
    headers = {"Content-Type": kind, "ETag": f'"{hashlib.sha256(body).hexdigest()[:16]}"'}
    if kind.startswith(TEXT):
        headers |= {"Content-Type": f"{kind}; charset=utf-8", "Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        body = gzip.compress(body, 6, mtime=0)
    return headers, body


class _Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        """The file, its folder's index.html, "not modified", or 404."""
        root = self.server.root
        asked = (root / unquote(urlsplit(self.path).path).lstrip("/")).resolve()
        path = asked / "index.html" if asked.is_dir() else asked
        if not (path.is_relative_to(root) and path.is_file()):
            return self._answer(404, {}, b"")
        headers, body = _packed(path)
        if self.headers.get("If-None-Match") == headers["ETag"]:
            return self._answer(304, {"ETag": headers["ETag"]}, b"")
        return self._answer(200, headers, body)

    do_HEAD = do_GET  # noqa: N815 the base class names it so

    def _answer(self, status, headers, body):
        self.send_response(status)
        for name, value in {**headers, **({} if status == 304 else {"Content-Length": str(len(body))})}.items():
            self.send_header(name, value)
        written = b"" if self.command == "HEAD" else body
        size = sum(map(len, self._headers_buffer)) + len(b"\r\n") + len(written)
        self.server.sent.append(Sent(self.command, self.path, size, status))
        self.end_headers()
        self.wfile.write(written)

    def log_message(self, *arguments):
        """Say nothing: a request is not a result."""


class Server(http.server.ThreadingHTTPServer):
    """address: of its root; sent: every answer since it was last emptied."""

    def __init__(self, root):
        super().__init__(("127.0.0.1", 0), _Answer)
        self.root, self.sent = Path(root).resolve(), []
        self.address = f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request, client_address):
        """A browser that leaves hangs up; what it was sent is counted all the same."""


@contextmanager
def serve(root):
    """A folder's server, until the block ends."""
    with Server(root) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
