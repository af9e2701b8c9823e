"""The recipes for nginx and Caddy, served by the real ones: what each kind of file is answered with."""

import gzip
from dataclasses import replace

import brotli
import pytest
from served_sites import BUNDLE, FILES, FORMER, make_site, publish
from servers import SERVERS

from campaign.publish.compressing import compressed
from campaign.publish.folder import FolderTarget
from campaign.publish.recipes import written
from campaign.publish.recipes.recipe import HEADERS, Recipe
from campaign.publish.serving import A_WHILE, ASK, FOR_EVER
from campaign.workshop.cache import Cache
from looking import some

CAPITALS = {"files/IMG.JPG": "JPEG", "files/Map.SVG": "<svg/>", "files/Guide.PDF": "%PDF", "files/a.00ff00ff.PNG": "P"}
"""What an office gives as its cameras and programs named it."""


def a_recipe(folder, path="/", name="ip-week-2024"):
    """The recipe of a site at a path, released into a folder."""
    return Recipe(
        id=name,
        host="ip.example.org",
        path=path,
        languages=("en/",),
        folder=str(folder),
        policy="object-src 'none'; frame-ancestors 'self'",
        embed_policy="object-src 'none'; frame-ancestors https://county.example.org",
        headers=HEADERS,
    )


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A folder target with two releases, of which the former had another bundle."""
    here = tmp_path_factory.mktemp("served")
    cache = Cache(here / "cache")
    sites = ({**FILES, FORMER: FILES[BUNDLE]}, FILES | CAPITALS)
    with FolderTarget(here / "target") as target:
        for n, files in enumerate(sites, start=1):
            site = compressed(make_site(here / f"site{n}", files), here / "dressed", cache=cache)
            publish(target, site, f"000{n}-20240420-14320{n}")
    return here / "target"


@pytest.fixture(scope="module", params=["nginx /", "nginx /zt/week/", "caddy /", "caddy /zt/week/"])
def served(request, released, tmp_path_factory):
    """A server and the path it has the site at."""
    name, path = request.param.split()
    with SERVERS[name](tmp_path_factory.mktemp(name) / "run", written(a_recipe(released, path))) as server:
        yield server, path


def test_each_kind_of_file_says_what_it_is_and_how_long_it_holds(served):
    """Type with charset, and caching by kind of file; every one is found and none guessed."""
    server, path = served
    expected = {
        "": ("text/html; charset=utf-8", ASK),
        "events/": ("text/html; charset=utf-8", ASK),
        "q/7t997/": ("text/html; charset=utf-8", ASK),
        BUNDLE: ("text/javascript; charset=utf-8", FOR_EVER),
        "assets/campaign.css": ("text/css; charset=utf-8", ASK),
        "offline.js": ("text/javascript; charset=utf-8", ASK),
        "data/campaign.json": ("application/json; charset=utf-8", ASK),
        "feeds/rss.zh.xml": ("application/xml; charset=utf-8", ASK),
        "calendar/zh/all.ics": ("text/calendar; charset=utf-8", ASK),
        "cards/zh/home.png": ("image/png", A_WHILE),
        "posters/theme.pdf": ("application/pdf", ASK),
        "files/IMG.JPG": ("image/jpeg", A_WHILE),
        "files/Map.SVG": ("image/svg+xml; charset=utf-8", A_WHILE),
        "files/Guide.PDF": ("application/pdf", ASK),
        "files/a.00ff00ff.PNG": ("image/png", FOR_EVER),
    }

    answers = {one: server.ask(path + one) for one in expected}

    assert {one: answer.status for one, answer in answers.items()} == dict.fromkeys(expected, 200)
    assert {one: (said["content-type"], said["cache-control"]) for one, said in answers.items()} == expected
    assert {one["x-content-type-options"] for one in answers.values()} == {"nosniff"}


def test_pages_carry_every_header_and_embeds_may_be_framed(served):
    """All security headers stand on pages; what other sites may frame has a policy of its own."""
    server, path = served
    recipe = a_recipe("/x", path)

    page, embed = server.ask(path), server.ask(path + "embed/programme.zh.html")

    for name, value in HEADERS.items():
        assert page[name] == value, name
    assert (page["content-security-policy"], page["x-frame-options"]) == (recipe.policy, "SAMEORIGIN")
    assert (embed["content-security-policy"], embed["x-frame-options"]) == (recipe.embed_policy, "")
    for saved in ("posters/theme.pdf", "files/Guide.PDF"):
        assert server.ask(path + saved)["content-security-policy"] == "", saved
    assert bool(page["strict-transport-security"]) is (path == "/")


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_what_was_compressed_beforehand_is_sent(served, encoding, unpack):
    """A browser that knows br gets the .br, one that knows gzip the .gz, with the type of the text."""
    server, path = served

    answer = server.ask(path, accept_encoding=encoding)
    plain = server.ask(path)

    assert (answer["content-encoding"], answer["content-type"]) == (encoding, "text/html; charset=utf-8")
    assert unpack(answer.body) == plain.body == FILES["index.html"].encode()
    assert len(answer.body) < len(plain.body)
    assert "accept-encoding" in answer["vary"].lower()


@pytest.mark.parametrize(
    ("missing", "title"),
    [
        ("nowhere/", "没有这个页面"),
        ("en/nowhere/", "No such page"),
        ("cards/nowhere.png", "没有这个页面"),
        ("assets/bundle.12345678.js", "没有这个页面"),
        ("empty-folder/", "没有这个页面"),
        (".hidden", "没有这个页面"),
        ("q/.git/config", "没有这个页面"),
    ],
)
def test_what_is_missing_or_not_for_the_public_is_a_404_page(served, missing, title):
    """A missing page, a folder without an index, and dot files: the 404 page in its language, kept by nobody."""
    server, path = served

    answer = server.ask(path + missing)

    assert answer.status == 404
    assert f"<title>{title}</title>" in answer.body.decode()
    assert (answer["content-type"], answer["cache-control"]) == ("text/html; charset=utf-8", ASK)
    assert "object-src" in answer["content-security-policy"]


def test_a_page_that_was_opened_before_still_finds_what_it_asks_for(served):
    """A file named by its content that the new release no longer has is found in the one before."""
    server, path = served

    answer = server.ask(path + FORMER)

    assert (answer.status, answer["cache-control"]) == (200, FOR_EVER)


def test_a_page_that_is_known_is_not_sent_again(served):
    """ETag: who has the page is told so without its body."""
    server, path = served
    known = server.ask(path)

    answer = server.ask(path, if_none_match=known["etag"])

    assert known["etag"]
    assert (answer.status, answer.body) == (304, b"")


def test_a_page_that_a_rollback_made_older_is_sent(served):
    """Who saw a page later than this one was made, and asks by that time, gets this one."""
    server, path = served

    answer = server.ask(path, if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT")

    assert (answer.status, answer.body) == (200, FILES["index.html"].encode())


def test_a_folder_without_its_slash_leads_to_it(served):
    """The way there is relative to the host, so that it holds behind a proxy too."""
    server, path = served

    answer = server.ask(path + "events")

    assert answer.status in (301, 308)
    assert answer["location"].endswith(f"{path}events/")
    assert not answer["location"].startswith("http:")


def test_nothing_but_reading_is_answered(served):
    """Nobody can write to a site of files."""
    server, path = served

    assert server.ask(path, "POST").status in (404, 405)


def test_a_site_in_a_folder_leaves_the_rest_of_the_host_alone(served):
    """Outside the folder nothing of the site's is said; the folder without its slash leads to it."""
    server, path = served
    if path == "/":
        assert server.ask("/").status == 200
        return

    answer = server.ask("/other/")

    assert "没有这个页面" not in answer.body.decode("utf-8", "replace")
    assert answer["content-security-policy"] == ""
    assert server.ask(path.rstrip("/"))["location"] == path


@pytest.mark.parametrize("paths", [("/", "/zt/week/"), ("/zt/", "/zt/week/"), ("/a/", "/b/")], ids="".join)
@pytest.mark.parametrize("name", SERVERS)
def test_two_campaigns_of_one_host_are_each_served_by_their_own_rules(released, tmp_path, name, paths):
    """Of each: its policies, its caching, its 404 page."""
    ours = [a_recipe(released, path, f"week-{n}") for n, path in enumerate(paths)]
    ours[1] = replace(ours[1], policy="default-src 'none'", embed_policy="default-src 'self'")

    with SERVERS[name](tmp_path / "run", *map(written, ours)) as server:
        for recipe in some(ours):
            page, embed = server.ask(recipe.path), server.ask(recipe.path + "embed/programme.zh.html")
            missing = server.ask(recipe.path + "en/nowhere/")
            assert (page.status, page["content-security-policy"]) == (200, recipe.policy)
            assert (embed["content-security-policy"], embed["x-frame-options"]) == (recipe.embed_policy, "")
            assert server.ask(recipe.path + BUNDLE)["cache-control"] == FOR_EVER
            assert server.ask(recipe.path + FORMER).status == 200
            assert (missing.status, missing["content-security-policy"]) == (404, recipe.policy)
            assert "No such page" in missing.body.decode()


def test_an_nginx_without_brotli_sends_what_it_can(released, tmp_path):
    """Without its module nginx reads these rules all the same, and sends the .gz."""
    with SERVERS["nginx"](tmp_path / "run", written(replace(a_recipe(released), brotli=False))) as server:
        assert server.ask("/", accept_encoding="br, gzip")["content-encoding"] == "gzip"


def test_an_address_of_any_signs_is_written_so_that_the_server_reads_it(released, tmp_path):
    """A path with signs that mean something in a configuration is nothing but a path."""
    path = "/专题(a).b+c/"
    recipe = replace(a_recipe(released, path), folder=str(released))

    with SERVERS["nginx"](tmp_path / "run", written(recipe)) as server:
        answer = server.ask("/%E4%B8%93%E9%A2%98(a).b+c/embed/programme.zh.html")

    assert (answer.status, answer["content-security-policy"]) == (200, recipe.embed_policy)
