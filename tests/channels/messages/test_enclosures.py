"""What goes with a message: planned with it, made once, kept, and listed with it."""

from dataclasses import replace
from datetime import datetime

import pytest

from campaign.channels.messages import enclosures, rendering
from campaign.channels.messages.enclosures import EnclosureJob, Maker, Part
from campaign.channels.messages.job import Composed
from campaign.core.artifact import Source
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench, Craft


def shouted(job):
    """A toy's two files."""
    return {"loud.txt": job.data["text"].upper().encode(), "note.txt": b"as it was said"}


TOY = Maker(
    jobs=lambda commission, one: [
        EnclosureJob(
            message=one.id,
            language=one.language,
            parts=(Part(name="loud.txt", role="document"), Part(name="note.txt", role="document")),
            data={"text": one.text},
            source=one.source,
        )
    ],
    craft=lambda: Craft(make=shouted, parts=lambda job: (dict(job.data),)),
)


@pytest.fixture
def message():
    one = Composed(
        id="opening",
        at=datetime(2024, 4, 20, 9),
        channel="weibo",
        language="en",
        county="",
        sender="An office",
        subject="home",
        text="it begins",
        link="example.cn/q/home",
        source=Source(kind="message", id="opening"),
    )
    return replace(one, enclosing=tuple(("toy", job) for job in TOY.jobs(None, one)))


def test_a_sort_of_enclosure_is_a_module_that_says_so(monkeypatch, message, tmp_path):
    """Its files are of the site, listed with the message in their order, and made again only when it changes."""
    monkeypatch.setattr(rendering, "makers", lambda: {"toy": TOY})
    made = []
    bench = Bench(cache=Cache(tmp_path), workers=1, progress=made.append)
    first, again = rendering.render([message], bench), rendering.render([message], bench)

    folder = f"{enclosures.FOLDER}opening/en/"
    assert [(file.path, file.content) for file in first.files] == [
        (f"{folder}loud.txt", b"IT BEGINS"),
        (f"{folder}note.txt", b"as it was said"),
    ]
    (listed,) = first.listed
    assert [(one.path, one.role, one.size_bytes) for one in listed.enclosed] == [
        (f"{folder}loud.txt", "document", 9),
        (f"{folder}note.txt", "document", 14),
    ]
    assert listed.enclosing == () and again == first
    assert [one.kept for one in made if one.done] == [0, 1]


def test_a_message_without_enclosures_is_listed_as_it_is(message, tmp_path):
    plain = replace(message, enclosing=())
    assert rendering.render([plain], Bench(cache=Cache(tmp_path))).listed == (plain,)
