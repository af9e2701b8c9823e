"""A small site with a file of each kind, as a build leaves it, and a whole publish of it."""

from campaign.publish import of_site

BUNDLE = "assets/javascripts/bundle.a5f9d56c.min.js"
FORMER = "assets/javascripts/bundle.00ff00ff.min.js"
FILES = {
    "index.html": "<!doctype html><title>首页</title>" + "<p>知识产权</p>" * 40,
    "404.html": "<!doctype html><title>没有这个页面</title>",
    "events/index.html": "<!doctype html><title>场次</title>",
    "en/index.html": "<!doctype html><title>Home</title>",
    "en/404.html": "<!doctype html><title>No such page</title>",
    "embed/programme.zh.html": "<!doctype html><title>日程</title>",
    "q/7t997/index.html": "<!doctype html><title>7t997</title>",
    BUNDLE: "var bundle = 1; // " + "x" * 400,
    "assets/campaign.css": "body { color: #111 } " * 40,
    "offline.js": "self.x = 1",
    "data/campaign.json": '{"name": "宣传周"}',
    "feeds/rss.zh.xml": "<rss/>",
    "calendar/zh/all.ics": "BEGIN:VCALENDAR",
    "cards/zh/home.png": "PNG",
    "posters/theme.pdf": "%PDF",
    "empty-folder/file.txt": "x",
    ".hidden": "secret",
    "q/.git/config": "secret",
}


def make_site(folder, files=FILES):
    """A small site on disk, as a build leaves it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def publish(target, site, release):
    """One whole publish to an open target."""
    manifest = of_site(site)
    target.send(site, manifest, tell=lambda done, whole: None)
    assert target.faults(manifest) == []
    target.seal(release, manifest)
    target.switch(release)
    target.prune()
