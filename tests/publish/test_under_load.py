"""A hundred publishes while people read: nginx answers every request, and no page misses what it asks for."""

import http.client
import os
import re
import threading

import pytest
from served_sites import make_site, publish
from servers import nginx
from test_recipes_served import a_recipe

from campaign.publish.folder import FolderTarget
from campaign.publish.recipes import written

READERS = 2
PUBLISHES = 100
PAGE = '<!doctype html><title>{n}</title><script src="/assets/bundle.{n:08x}.js"></script>' + "<p>知识产权</p>" * 200
PAGES = ("index.html", "events/index.html", "en/index.html", "q/7t997/index.html")


def a_site(folder, n):
    """Some dozens of files, of which the pages and one script differ from release to release."""
    pages = {path: PAGE.format(n=n) for path in PAGES}
    same = {f"cards/{i}.svg": f"<svg>{i}</svg>" for i in range(16)}
    return make_site(folder / f"site{n}", {**pages, **same, f"assets/bundle.{n:08x}.js": f"var n = {n};" * 500})


class Reader(threading.Thread):
    """Opens page after page, each with the script that it asks for, on one connection."""

    def __init__(self, port, stopped):
        super().__init__(daemon=True)
        self.port, self.stopped = port, stopped
        self.rounds, self.faults, self.seen = 0, [], set()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.stopped.is_set():
            try:
                self._open(connection, "/" + PAGES[self.rounds % len(PAGES)].removesuffix("index.html"))
            except (OSError, http.client.HTTPException) as error:
                self.faults.append(repr(error))
            self.rounds += 1
            self.stopped.wait(0.002)
        connection.close()

    def _open(self, connection, page):
        text = self._asked(connection, page)
        n = int(re.search("<title>([0-9]+)<", text)[1])
        script = self._asked(connection, re.search('src="([^"]+)"', text)[1])
        self.seen.add(n)
        if text != PAGE.format(n=n) or script != f"var n = {n};" * 500:
            self.faults.append(f"{page}: of no one release")

    def _asked(self, connection, path):
        connection.request("GET", path, headers={"Host": "ip.example.org"})
        answer = connection.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            self.faults.append(f"{path}: {answer.status}")
        return text


def _let_read(readers):
    """Wait until each reader has finished the page it is in, so that no page is open over two publishes."""
    wanted = [reader.rounds + 1 for reader in readers]
    while any(reader.rounds < rounds and reader.is_alive() for reader, rounds in zip(readers, wanted, strict=True)):
        threading.Event().wait(0.001)


@pytest.mark.slow
def test_a_hundred_publishes_and_not_one_answer_fails(tmp_path, monkeypatch):
    """Releases take turns under a load of requests: all are answered 200, each page with its own script."""
    for name in ("sync", "fsync"):
        monkeypatch.setattr(os, name, lambda *_: None)
    sites = [a_site(tmp_path, n) for n in range(3)]
    stopped = threading.Event()
    with FolderTarget(tmp_path / "www") as target:
        publish(target, sites[0], "0001-20240420-090000")
        with nginx(tmp_path / "run", written(a_recipe(tmp_path / "www"))) as server:
            readers = [Reader(server.port, stopped) for _ in range(READERS)]
            for reader in readers:
                reader.start()
            try:
                for number in range(2, PUBLISHES + 2):
                    publish(target, sites[number % len(sites)], f"{number:04d}-20240420-090000")
                    _let_read(readers)
            finally:
                stopped.set()
                for reader in readers:
                    reader.join(timeout=30)
        kept = target.releases()

    assert [fault for reader in readers for fault in reader.faults] == []
    assert sum(reader.rounds for reader in readers) > READERS * PUBLISHES
    assert all(reader.seen == {0, 1, 2} for reader in readers)
    assert (len(kept), kept[-1][:4]) == (5, f"{PUBLISHES + 1:04d}")
