"""The rules that send a print address on to the site, applied to requests as each server would."""

import re
import shlex
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from campaign.channels.permalinks import rules
from campaign.kinds.fields import SiteAddress
from looking import some
from on_paper import codes, small

PRINT, SITE = "https://lzip.cn/ip/", "https://scjgj.shilizhou.gov.cn/ztzl/zscqxcz2024/"
PATHS = st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters='?#\\"<>^`{|}'), max_size=20)


@dataclass(frozen=True)
class Rule:
    """What a server was told: a pattern for the path (or for what is below its folder), and where it leads."""

    pattern: str
    target: str
    group: str
    below: bool

    def answer(self, path, folder):
        """Where a request's path is sent; None where the rule isn't meant."""
        decoded = unquote(path)
        wanted = decoded.removeprefix(unquote(folder)) if self.below else decoded
        found = re.match(self.pattern, wanted, re.IGNORECASE)
        return found and self.target.replace(self.group, found[1])


def nginx(text):
    """`location ~* "pattern" { return 302 target; }`; a dollar in a target would be a variable."""
    location, pattern, target = re.fullmatch(r'location (~\*) "([^"]*)" \{\n    return 302 (\S+);\n\}\n', text).groups()
    assert location == "~*" and target.count("$") == 1
    return Rule(pattern, target, "$1", below=False)


def apache(text):
    """`RewriteRule pattern target [flags]`; an unescaped percent in a target would be a back-reference."""
    (line,) = [line for line in text.splitlines() if line.startswith("RewriteRule")]
    _, pattern, target, flags = line.split(" ")
    assert set(flags.strip("[]").split(",")) == {"R=302", "L", "NC", "NE"}
    assert not re.search(r"(?<!\\)%", target) and target.count("$") == 1 and shlex.split(pattern)
    return Rule(pattern, target.replace(r"\%", "%"), "$1", below=True)


def iis(text):
    """`<match url>` and `<action url>` of the one rule."""
    (rule,) = ElementTree.fromstring(text.encode()).findall("system.webServer/rewrite/rules/rule")
    match, action = rule.find("match"), rule.find("action")
    assert match.get("ignoreCase") == "true" and action.get("type") == "Redirect"
    assert action.get("redirectType") == "Found"
    return Rule(match.get("url"), action.get("url"), "{R:1}", below=True)


SERVERS = {"nginx/print-address.conf": nginx, "apache/.htaccess": apache, "iis/web.config": iis}


def answers(print_address, site_address, rest):
    """Where each server sends `<print address><rest>`."""
    folder = urlsplit(print_address).path
    made = rules(print_address, site_address)
    assert set(made) == set(SERVERS)
    return {SERVERS[name](text).answer(folder + rest, folder) for name, text in made.items()}


def test_every_code_is_sent_to_its_page_on_the_site():
    """With its last slash and without, on nginx, Apache and IIS alike."""
    for code in some(codes(small()).values()):
        for slash in ("/", ""):
            assert answers(PRINT, SITE, f"q/{code}{slash}") == {f"{SITE}q/{code}/"}


def test_what_a_thumb_writes_large_is_sent_on_as_it_is():
    """The rule holds for capitals, and keeps them."""
    assert answers(PRINT, SITE, "Q/2C3D4") == {f"{SITE}q/2C3D4/"}


@pytest.mark.parametrize(
    "rest", ["", "q/", "q/2c3d", "q/2c3d45", "q/2c3d4/x", "q/2c3d4/symbol.png", "xq/2c3d4/", "q/2c-d4"]
)
def test_nothing_else_is_sent_on(rest):
    """The print address's host may have pages of its own."""
    assert answers(PRINT, SITE, rest) == {None}


def test_a_neighbouring_path_is_no_code():
    """A full stop in the print address's path is a full stop; the rule holds below that path alone."""
    rule = nginx(rules("https://lzip.cn/i.p/", SITE)["nginx/print-address.conf"])

    assert rule.answer("/i.p/q/2c3d4/", "") == f"{SITE}q/2c3d4/"
    assert rule.answer("/ixp/q/2c3d4/", "") is None
    assert rule.answer("/q/2c3d4/", "") is None


@settings(deadline=None)
@given(PATHS, PATHS)
@example("$1", "%24$host")
@example("%22;return%20302%20x;%23", "%E4%B8%93%E9%A2%98/a&b'(c)")
@example("a%0Ab", "{R:1}%1")
def test_no_address_breaks_out_of_its_rule(below_print, below_site):
    """Whatever signs an address may have, each server's rule reads as one rule and leads to the same place."""
    try:
        given = [TypeAdapter(SiteAddress).validate_python(f"https://a.cn/{one}/") for one in (below_print, below_site)]
    except ValidationError:
        return

    (target,) = answers(*given, "q/2c3d4/")

    assert unquote(target) == unquote(f"{given[1]}q/2c3d4/")
