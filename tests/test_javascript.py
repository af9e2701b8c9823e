"""The scripts that the public's devices run: each a file of its own, and read by the linter."""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
FOLDERS = ("hooks", "docs")
INLINE = re.compile(r"<script(?![^>]*\b(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
SET_IN = re.compile("%SCRIPT%")
"""How a template takes its script from a file: the kiosk alone does, every other page links to it."""


def _scripts():
    found = sorted(path for folder in FOLDERS for path in (TOP / folder).rglob("*.js"))
    assert len(found) >= 6, "the test looked at the wrong folders"
    return found


def _linted(*arguments, folder=TOP):
    program = shutil.which("oxlint", path=sysconfig.get_path("scripts"))
    assert program, "no oxlint: make .venv/test-ready"
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, text=True, encoding="utf-8")


def test_the_linter_finds_nothing():
    """Every script is as the linter wants it."""
    done = _linted("--deny-warnings", "--format", "unix", *FOLDERS)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_reads_every_script():
    """None is passed over, as one in a folder that Git ignores would be."""
    read = {TOP / line for line in _linted("--debug=files", *FOLDERS).stdout.split()}

    assert read == set(_scripts())


FAULTS = {
    "no-undef": "window.a = nobodyKnowsMe;",
    "no-unused-vars": "(function () { var idle = 1; })();",
    "no-unreachable": "window.a = function () { return 1; window.b = 2; };",
    "no-dupe-keys": "window.a = { b: 1, b: 2 };",
    "valid-typeof": "window.a = typeof window.b === 'strnig';",
    "eqeqeq": "window.a = window.b == 1;",
    "no-fallthrough": "switch (window.a) { case 1: window.b = 1; case 2: window.b = 2; }",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_is_found(tmp_path, rule):
    """The project's own rules find a name nobody defined, one nobody uses, and the like."""
    (tmp_path / "faulty.js").write_text(FAULTS[rule] + "\n", encoding="utf-8")

    done = _linted("--config", str(TOP / ".oxlintrc.json"), "--format", "unix", ".", folder=tmp_path)

    assert done.returncode == 1 and f"({rule})" in done.stdout


def test_no_template_holds_a_script_of_its_own():
    """Code that runs in a page comes from a file that the linter reads; a template only sets it in."""
    templates = [path for path in (TOP / "hooks").rglob("*") if path.suffix in (".html", ".xml")]
    inline = [(path.name, code) for path in templates for code in INLINE.findall(path.read_text(encoding="utf-8"))]

    assert inline, "the kiosk's script wasn't seen"
    assert [name for name, code in inline if not SET_IN.fullmatch(code.strip())] == []
