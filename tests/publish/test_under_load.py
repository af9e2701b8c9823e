"""A hundred publishes while people read: nginx answers every request, and no page misses what it asks for."""

import http.client
import os
import re
import threading
import time

import pytest
from served_sites import make_site, publish
from servers import caddy, nginx
from test_recipes_served import a_recipe

from campaign.publish.folder import FolderTarget
from campaign.publish.recipes import written

READERS = 2
PUBLISHES = 100
SCRIPT = "/assets/bundle.{n:08x}.js"
PAGE = f'<!doctype html><title>{{n}}</title><script src="{SCRIPT}"></script>' + "<p>知识产权</p>" * 200
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


SECONDS = 3
"""How long links are switched for: as recipes that looked first and opened after were, a few requests in that fail."""


class Asker(threading.Thread):
    """Asks for the script of the live release, and counts the answers over which no more than one switch went."""

    def __init__(self, port, www, switches, stopped):
        super().__init__(daemon=True)
        self.port, self.www, self.switches, self.stopped = port, www, switches, stopped
        self.asked, self.refused = 0, []

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        while not self.stopped.is_set():
            before = self.switches["ended"]
            script = SCRIPT.format(n=int((self.www / "current").readlink().name[:4]) - 1)
            if self.switches["begun"] != before:
                continue
            connection.request("GET", script, headers={"Host": "ip.example.org"})
            answer = connection.getresponse()
            answer.read()
            if self.switches["begun"] - before <= 1:
                self.asked += 1
                self.refused += [answer.status] if answer.status != 200 else []
        connection.close()


@pytest.mark.slow
@pytest.mark.parametrize("serve", [nginx, caddy], ids=["nginx", "caddy"])
def test_a_switch_between_the_look_and_the_opening_is_no_missing_file(tmp_path, monkeypatch, serve):
    """Links are switched as fast as can be: what was live when it was asked for is in this release or the former."""
    for name in ("sync", "fsync"):
        monkeypatch.setattr(os, name, lambda *_: None)
    stopped, switches = threading.Event(), {"begun": 0, "ended": 0}
    with FolderTarget(tmp_path / "www") as target:
        for n in range(3):
            publish(target, a_site(tmp_path, n), f"{n + 1:04d}-20240420-090000")
        with serve(tmp_path / "run", written(a_recipe(tmp_path / "www"))) as server:
            askers = [Asker(server.port, tmp_path / "www", switches, stopped) for _ in range(4)]
            for asker in askers:
                asker.start()
            end = time.monotonic() + SECONDS
            while time.monotonic() < end:
                switches["begun"] += 1
                target.switch(target.releases()[switches["begun"] % 3])
                switches["ended"] += 1
                stopped.wait(0.02)
            stopped.set()
            for asker in askers:
                asker.join(timeout=30)

    assert switches["ended"] > 20 and sum(asker.asked for asker in askers) > 200
    assert [status for asker in askers for status in asker.refused] == []
