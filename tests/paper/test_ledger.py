"""The ledger: append-only, sealed line by line, found out when anything is done to it."""

import contextlib
import json
import os
import pickle
import stat
from dataclasses import replace
from datetime import date

import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.core.problems import CampaignDataError
from campaign.paper import ledger as ledger_room
from campaign.paper.ledger import (
    FILE,
    HEAD,
    Entry,
    Ledger,
    Mark,
    Merge,
    Over,
    Pack,
    Print,
    Rename,
    Retarget,
    Same,
    Signed,
    Start,
    Witness,
    store,
)
from campaign.paper.ledger.chain import Head, read

DAY = date(2024, 4, 20)
SITE = "https://ip.example.org/"


def print_entry(code="22x3y", record_id="a", **more):
    values = {
        "day": DAY,
        "code": code,
        "kind": "event",
        "id": record_id,
        "payload": f"{SITE}q/{code}/",
        "names": {"zh": "讲座", "en": "Talk"},
        "edition": 1,
    }
    return Print(**values | more)


ENTRIES = (
    Start(day=DAY, site=SITE),
    print_entry(facts={"starts": "2024-04-20 09:00"}, files={"posters/event/a.a3.press.zh.pdf": "ab" * 32}),
    print_entry("33x4y", "b", edition=2),
    Mark(day=DAY, state="hung", code="33x4y", kind="event", id="b", path="posters/b.pdf", edition=2, by="永靖县"),
    Pack(
        day=DAY, id="wall", names={"zh": "大屏"}, path="screens/a.zip", sha256="ab", edition=4, shows={"event b": "2"}
    ),
    Rename(day=DAY, code="22x3y", kind="event", id="a", now="c", reason="更好的编号"),
    Over(day=DAY, code="33x4y", kind="event", id="b", instead="c"),
    Same(day=DAY, code="33x4y", kind="event", id="b", reason="back"),
    Retarget(day=DAY, former=SITE, now="https://new.example.net/", reason="new host"),
)


@pytest.fixture
def folder(tmp_path):
    """A folder whose ledger holds one entry of every kind."""
    first = ledger_room.start(tmp_path, site_address=SITE, today=DAY)
    ledger_room.append(tmp_path, first, ENTRIES[1:])
    return tmp_path


def problem(folder):
    with pytest.raises(CampaignDataError) as refused:
        ledger_room.load(folder, shown_as="campaign_data")
    assert len(refused.value.problems) == 1
    return refused.value.problems[0]


def test_what_was_written_is_read_again(folder):
    """Every kind of entry comes back equal, with all it says, from a text that any editor shows."""
    assert ledger_room.load(folder).entries == ENTRIES
    text = (folder / FILE).read_text("utf-8")
    assert "讲座" in text and text.count("\n") == len(ENTRIES) and text.isprintable() is False
    assert [json.loads(line)["serial"] for line in text.splitlines()] == list(range(len(ENTRIES)))


def test_entries_add_up(folder):
    """Renamed, over, back, moved: the state is what the last entry left."""
    ledger = ledger_room.load(folder)

    assert {one.key: code for code, one in ledger.printed.items()} == {("event", "c"): "22x3y", ("event", "b"): "33x4y"}
    assert not any(one.over for one in ledger.printed.values())
    assert ledger.site == "https://new.example.net/"
    assert pickle.loads(pickle.dumps(ledger)).entries == ENTRIES


@pytest.mark.parametrize(
    "entry",
    [
        print_entry("22x3y", "other"),
        print_entry("44x5y", "b"),
        Rename(day=DAY, code="22x3y", kind="event", id="a", now="d", reason="x"),
        Rename(day=DAY, code="22x3y", kind="event", id="c", now="b", reason="x"),
        Over(day=DAY, code="99999", kind="event", id="c"),
    ],
)
def test_a_code_is_never_given_to_something_else(folder, entry):
    """An entry that would give a code another record, or a record a second code, can't be added at all."""
    ledger = ledger_room.load(folder)

    with pytest.raises(ValueError):
        ledger_room.append(folder, ledger, [entry])
    assert ledger_room.load(folder).entries == ENTRIES


@pytest.mark.parametrize("line", range(len(ENTRIES)))
def test_an_edited_line_is_found(folder, line):
    """A changed figure in any line is found at that line, with the way back."""
    lines = (folder / FILE).read_text("utf-8").splitlines()
    lines[line] = lines[line].replace("2024-04-20", "2024-04-21")
    write(folder, lines)

    found = problem(folder)

    assert (found.place.path, found.place.line) == (f"campaign_data/{FILE}", line + 1)
    assert "release/" in found.hint.en and "campaign ledger --merge" in found.hint.en


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_any_change_of_characters_is_found(data):
    """Whatever is overwritten, put in or taken out within the lines: the chain or the head doesn't agree."""
    sealed = Ledger().with_more(ENTRIES).sealed
    text = sealed.text.rstrip("\n")
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, min(start + 5, len(text))))
    put = data.draw(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"]), max_size=5))
    changed = text[:start] + put + text[end:]
    if changed.rstrip("\n") == text:
        return

    with contextlib.suppress(ledger_room.chain.UnsoundLedgerError):
        assert not read(changed, path=FILE).holds(sealed.head)


def test_lines_taken_out_moved_or_doubled_are_found(folder):
    """A gap, an exchange and a doubling are told by serial, at the first line that is out of place."""
    lines = (folder / FILE).read_text("utf-8").splitlines()
    for changed, at in (
        (lines[:2] + lines[3:], 3),
        ([lines[0], lines[2], lines[1], *lines[3:]], 2),
        (lines[:3] + lines[2:], 4),
        (lines[1:], 1),
    ):
        write(folder, changed)
        found = problem(folder)
        assert found.place.line == at and "serial" in found.what.en


@pytest.mark.parametrize("left", range(1, len(ENTRIES)))
def test_lines_cut_off_at_the_end_are_found(folder, left):
    """The chain of a shorter ledger is whole; the head tells that it once was longer."""
    write(folder, (folder / FILE).read_text("utf-8").splitlines()[:left])

    assert f"where {len(ENTRIES) - 1} is due" in problem(folder).what.en


def test_nothing_left_is_found(folder):
    """An empty file, a file of other text, a file in another encoding."""
    for content, what in ((b"", "empty"), (b"\n\n", "empty"), (b"{}", "edited"), ("讲座".encode("gbk"), "UTF-8")):
        (folder / FILE).write_bytes(content)
        assert what in problem(folder).what.en


def test_a_missing_ledger_is_found(folder):
    """Without the file nothing is known; with its head still there it must be restored, never begun anew."""
    (folder / FILE).unlink()

    found = problem(folder)

    assert "no ledger" in found.what.en and "--start" not in found.hint.en
    with pytest.raises(CampaignDataError):
        ledger_room.start(folder, site_address=SITE, today=DAY)


def test_where_nothing_was_ever_printed_the_way_to_begin_is_told(tmp_path):
    """Neither ledger nor head: the hint names the command that begins one."""
    assert "make ledger" in problem(tmp_path).hint.en


@pytest.mark.parametrize("text", [None, "", "7", "x y", "6 " + "0" * 31])
def test_a_missing_or_broken_head_is_found(folder, text):
    """Without its head a ledger's end isn't proved."""
    (folder / HEAD).unlink() if text is None else (folder / HEAD).write_text(text)

    assert problem(folder).place.path == f"campaign_data/{HEAD}"


def test_another_ledger_is_found(folder, tmp_path_factory):
    """A whole and sound ledger that isn't the one the head saw."""
    other = tmp_path_factory.mktemp("other")
    first = ledger_room.start(other, site_address=SITE, today=date(2023, 1, 1))
    ledger_room.append(other, first, [print_entry(str(n) * 5, f"r{n}") for n in range(2, 10)])
    (folder / FILE).write_bytes((other / FILE).read_bytes())

    assert "another ledger" in problem(folder).what.en


def test_an_old_copy_of_both_files_is_found_by_a_witness(folder, tmp_path_factory):
    """Ledger and head set back together agree; the published site or a release's manifest saw more."""
    old, new = tmp_path_factory.mktemp("old"), ledger_room.load(folder)
    older = ledger_room.start(old, site_address=SITE, today=DAY)

    seen = Witness("site/q/ledger.head", (new.head,))
    assert [one.place.path for one in ledger_room.denied(older, [seen])] == [seen.where]
    assert ledger_room.denied(new, [Witness("site/q/ledger.head", (older.head,))]) == []
    assert len(ledger_room.denied(Ledger(), [seen])) == 1
    assert ledger_room.denied(new, [Witness("x", None)]) == []


def test_a_lost_ledger_cant_be_begun_anew_while_anything_remembers_it(folder, tmp_path):
    """Both files gone, but the release or the site is there: refused, with the way on for either campaign."""
    seen = tmp_path / "site" / "q" / HEAD
    seen.parent.mkdir(parents=True)
    (folder / HEAD).replace(seen)
    (folder / FILE).unlink()

    for text in (seen.read_text(), "spoilt"):
        seen.write_text(text)
        with pytest.raises(CampaignDataError) as refused:
            ledger_room.start(folder, site_address=SITE, today=DAY, witnesses=beside(tmp_path))
        assert not (folder / FILE).exists()
        (found,) = refused.value.problems
        assert found.place.path == seen.as_posix()
        assert "campaign ledger --merge" in found.hint.en and "another campaign" in found.hint.en

    seen.unlink()
    assert ledger_room.start(folder, site_address=SITE, today=DAY, witnesses=beside(tmp_path)).next_serial == 1


def test_witnesses_on_disk_deny_another_ledger(folder, tmp_path):
    """Of the heads kept elsewhere those that disagree are told at their file; one with nothing printed tells none."""
    known = ledger_room.load(folder)
    heads = {
        "release/ledger.head": str(known.head),
        "release/site/q/ledger.head": "0 " + "e" * 32,
        "release/manifest.json": json.dumps({"ledger": {"serial": 0, "chain": known.sealed.lines[0][-34:-2]}}),
        "site/q/ledger.head": "1 " + "f" * 32,
    }
    for name, text in heads.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)

    (found,) = ledger_room.denied(known, beside(tmp_path))

    assert found.place.path == (tmp_path / "site/q/ledger.head").as_posix()
    assert "site/" in found.hint.en and "release/" in found.hint.en


@pytest.mark.parametrize("name", ["ledger.head", "site/q/ledger.head", "manifest.json", "site/q/33x4y/index.html"])
def test_each_witness_in_a_release_is_enough(folder, tmp_path, name):
    """Ledger and head cut back together, and nothing left of the release but one file: it is noticed."""
    known = ledger_room.load(folder)
    content = {HEAD: str(known.head), "manifest.json": json.dumps({"ledger": {"serial": 6, "chain": "a" * 32}})}
    path = tmp_path / "release" / name
    path.parent.mkdir(parents=True)
    path.write_text(content.get(path.name, ""))
    short = Ledger().with_more(ENTRIES[:2])

    (found,) = ledger_room.denied(short, beside(tmp_path))

    assert found.place.path.startswith((tmp_path / "release").as_posix())
    assert "lacks prints" in found.what.en


def test_each_file_is_on_the_disk_before_the_next_is_written(folder, monkeypatch):
    """Text, then the folder that names it, for the ledger and then for its head: a power cut loses neither."""
    flushed = []

    def fsync(number, sync=os.fsync):
        flushed.append("folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file")
        sync(number)

    monkeypatch.setattr(ledger_room.store.os, "fsync", fsync)
    ledger_room.append(folder, ledger_room.load(folder), [print_entry("55x5y", "z")])

    each = ["file", "folder"] if os.name == "posix" else ["file"]
    assert flushed == each * 2


def test_what_was_made_is_remembered_when_less_is_made():
    """A later printing with fewer files takes nothing from what hangs there: each file with the entry that made it."""
    first = print_entry(files={"a3.pdf": "1", "a4.pdf": "2"})
    second = print_entry(edition=3, files={"a4.pdf": "3"})

    one = Ledger().with_more([ENTRIES[0], first, second]).printed["22x3y"]

    assert one.made == {"a3.pdf": first, "a4.pdf": second}
    assert one.files == {"a3.pdf": "1", "a4.pdf": "3"}


def test_what_editors_do_by_themselves_is_no_edit(folder):
    """A byte order mark, Windows line endings, no line break at the end: the same ledger, and it can go on."""
    text = (folder / FILE).read_text("utf-8")
    (folder / FILE).write_bytes(b"\xef\xbb\xbf" + text.rstrip("\n").replace("\n", "\r\n").encode())
    (folder / HEAD).write_bytes(b"\xef\xbb\xbf" + (folder / HEAD).read_bytes().replace(b"\n", b"\r\n"))

    ledger = ledger_room.load(folder)

    assert ledger.entries == ENTRIES
    ledger_room.append(folder, ledger, [print_entry("55x5y", "z")])
    assert (folder / FILE).read_text("utf-8").startswith(text)


def test_two_that_write_at_once_are_kept_apart(folder, monkeypatch):
    """While one writes another waits, and is refused where that lasts; what stands is as it was."""
    known, before = ledger_room.load(folder), (folder / FILE).read_bytes()
    monkeypatch.setattr(store, "WAIT", 0.05)
    with FileLock(folder / store.LOCK), pytest.raises(CampaignDataError, match="another release is using the ledger"):
        ledger_room.append(folder, known, ENTRIES[3:4])

    assert (folder / FILE).read_bytes() == before


def test_appending_needs_the_ledger_as_it_stands(folder):
    """Two releases at once: the second finds that the ledger went on without it."""
    before = ledger_room.load(folder)
    ledger_room.append(folder, before, [print_entry("55x5y", "z")])

    with pytest.raises(CampaignDataError):
        ledger_room.append(folder, before, [print_entry("66x6y", "y")])


def test_a_release_killed_while_writing_leaves_a_sound_ledger(folder, monkeypatch):
    """Killed before, between or after the two files: the folder loads, with all the entries or none of them."""
    ledger = ledger_room.load(folder)
    for steps in range(3):
        done = []

        def until(path, text, done=done, steps=steps, write=ledger_room.store._replace):
            if len(done) == steps:
                raise KeyboardInterrupt
            done.append(path)
            write(path, text)

        with monkeypatch.context() as patch:
            patch.setattr(ledger_room.store, "_replace", until)
            with contextlib.suppress(KeyboardInterrupt):
                ledger_room.append(folder, ledger, [print_entry(f"5{steps}x5y", f"z{steps}")])
        after = ledger_room.load(folder)
        assert len(after.entries) - len(ledger.entries) == (steps > 0)
        ledger = after


def test_a_full_disk_leaves_the_ledger_as_it_was(folder, monkeypatch):
    """Where the new text can't be written, the former one stands and no half file is left."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(ledger_room.store.os, "fsync", full_disk)

    with pytest.raises(OSError):
        ledger_room.append(folder, ledger_room.load(folder), [print_entry("55x5y", "z")])

    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "values",
    [
        {"entry": "gift", "day": "2024-04-20"},
        {"entry": "start", "day": "2024-04-20"},
        {"entry": "start", "day": "2024-04-20", "site": 1},
        {"entry": "start", "day": "20 April", "site": SITE},
        {"entry": "start", "day": "2024-04-20", "site": SITE, "more": "x"},
    ],
)
def test_a_line_no_release_ever_wrote_is_refused(folder, values):
    """A line sealed rightly but saying nothing that is understood, as a newer program might write."""
    lines = (folder / FILE).read_text("utf-8").splitlines()
    body = json.dumps({"serial": len(lines)} | values)[:-1]
    seal = ledger_room.chain._seal(lines[-1][-34:-2], body)
    write(folder, [*lines, f'{body}, "chain": "{seal}"}}'])

    assert "isn't understood" in problem(folder).what.en


@given(st.integers(0, 10**9 - 1), st.text("0123456789abcdef", min_size=32, max_size=32))
def test_a_head_reads_back(serial, chain):
    """What is written of a head is what is read."""
    assert Head.of(str(Head(serial, chain))) == Head(serial, chain)


def test_every_kind_of_entry_is_tried_here():
    """The sample entries above cover the whole language of the ledger, but for what joins and signs others."""
    assert {type(entry) for entry in ENTRIES} | {Merge, Signed} == set(Entry.__args__)
    assert replace(ENTRIES[1], facts={}) != ENTRIES[1]


def beside(top):
    return list(ledger_room.on_disk(top / "release", top / "site"))


def write(folder, lines):
    (folder / FILE).write_bytes("".join(f"{line}\n" for line in lines).encode())


def full_disk(_):
    raise OSError(28, "No space left on device")
