"""What ships, under which licence: nothing unknown, and a bill of it that any tool reads."""

import json
import re
from email.message import Message
from importlib import metadata

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from campaign.cli import main
from campaign.machine.examining import pinned
from campaign.release import materials
from campaign.release.materials import Component
from campaign.release.materials.licences import licence_of
from campaign.release.materials.parts import _files
from looking import some
from projects import TOP

STRANGE = Component(kind="file", name="strange.woff2", handed_on=True)


@pytest.fixture(scope="module")
def found():
    """Everything that ships, as it is installed here."""
    return materials.shipped()


def test_every_locked_package_says_its_licence_and_may_ship():
    """Also those that only the lock names so far."""
    locked = pinned((TOP / "requirements.lock").read_text(encoding="utf-8"))
    parts = [Component(kind="library", name=name, licence=licence_of(metadata.metadata(name))) for name in locked]

    assert len(parts) > 50
    assert materials.refused(parts) == []


def test_everything_has_a_licence(found):
    """Packages, fonts, the colour profile, ffmpeg; each once."""
    names = [one.name for one in found]

    assert materials.refused(found) == []
    assert len(set(names)) == len(names)
    assert {"mkdocs-material", "NotoSansSC[wght].ttf", "ffmpeg", "campaign-press"} <= set(names)
    assert any(name.endswith(".icc") for name in names)


@pytest.mark.parametrize(
    ("licence", "handed_on", "well"),
    [
        ("MIT", True, True),
        ("BSD-3-Clause AND MIT", True, True),
        ("GPL-2.0-only OR MIT", True, True),
        ("GPL-2.0-only AND MIT", True, False),
        ("MIT AND (GPL-2.0-only OR MIT)", True, False),
        ("GPL-3.0-or-later", False, True),
        ("GPL-3.0-or-later", True, False),
        ("Apache-2.0 WITH LLVM-exception", True, False),
        ("", True, False),
    ],
)
def test_what_may_ship(licence, handed_on, well):
    """Accepted licences; one of two at choice; a program under the GPL is run and not handed on; nothing unknown."""
    one = Component(kind="file", name="x", licence=licence, handed_on=handed_on)

    assert (materials.refused([one]) == []) is well


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ({"License-Expression": "mit"}, "MIT"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"License": "BSD", "Classifier": "License :: OSI Approved :: BSD License"}, ""),
        ({}, ""),
    ],
)
def test_a_package_s_own_word_is_taken_where_it_is_clear(said, meant):
    """ "BSD" alone may be any of several licences."""
    head = Message()
    for name, value in {"Name": "some-package", **said}.items():
        head[name] = value

    assert licence_of(head) == meant


def test_a_file_that_nobody_here_wrote_needs_a_licence(tmp_path):
    """A font or a packed script that lands in the theme is found by its ending."""
    for name in ("own.css", "own.py", "jquery.min.js", "font.woff2"):
        path = tmp_path / "theme" / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")

    refused = materials.refused(_files(tmp_path))

    assert sorted(one.name for one in refused) == ["theme/assets/font.woff2", "theme/assets/jquery.min.js"]


def test_the_bill_is_valid_complete_and_the_same_each_time(found):
    """CycloneDX by its own schema; whatever the order, the same bytes: no number or time of its own."""
    text = materials.bill(found)
    told = json.loads(text)
    parts = [told["metadata"]["component"], *told["components"]]

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert materials.bill(reversed(found)) == text
    assert sorted(part["name"] for part in parts) == sorted(one.name for one in found)
    for part in some(parts):
        assert part["licenses"], part
    assert {part["name"] for part in parts if part["scope"] == "excluded"} >= {"ffmpeg", "pypdfium2"}
    assert not re.search(r"serialNumber|timestamp", text)


def test_the_command_lists_and_refuses(monkeypatch, capsys):
    """0 with the list; 1 and what to do where one isn't known."""
    assert main(["audit"]) == 0
    assert "OFL-1.1\tNotoSansSC[wght].ttf" in capsys.readouterr().out

    monkeypatch.setattr(materials, "shipped", lambda: [STRANGE])
    assert main(["audit"]) == 1
    told = capsys.readouterr().err
    assert "不能发布 may not ship: strange.woff2" in told and "licences.toml" in told
