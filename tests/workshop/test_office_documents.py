"""Documents and workbooks in packs: looked into before they are published, for what acts, fetches or tells."""

import io
import zipfile

import pytest

from campaign.workshop.gate import leaks

RELATIONS = "word/_rels/document.xml.rels"
LINKED = '<Relationship Id="r1" Target="https://elsewhere.example/a.png" TargetMode="External"/>'


def _office(**parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>", **parts}.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _found(folder, name, content):
    with zipfile.ZipFile(folder / "pack.zip", "w") as archive:
        archive.writestr(name, content)
    return list(leaks(folder, ["pack.zip"]))


@pytest.mark.parametrize("name", ["00-list.docx", "00-list.xlsx"])
def test_a_plain_one_passes(tmp_path, name):
    """Whatever it lists."""
    assert _found(tmp_path, name, _office()) == []


@pytest.mark.parametrize(
    "part, content",
    [
        ("word/vbaProject.bin", "code"),
        ("word/embeddings/sheet.xlsx", "hidden"),
        ("word/comments.xml", "by somebody"),
        (RELATIONS, LINKED),
    ],
)
def test_one_that_acts_fetches_or_tells_doesnt(tmp_path, part, content):
    """Macros, embedded files, comments, addresses that are fetched when it is opened."""
    ((path, what),) = _found(tmp_path, "00-list.docx", _office(**{part: content}))

    assert path == "pack.zip" and part in what


def test_what_only_bears_the_name_is_refused(tmp_path):
    """And none stands in a site by itself."""
    assert _found(tmp_path, "00-list.docx", b"no document")
