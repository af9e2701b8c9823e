"""`campaign ledger`: every cure that is printed is run as it stands, in the state it is printed in."""

import re
import shlex
import shutil

import pytest

from campaign import cli
from campaign.core.typed import typed
from campaign.paper import ledger
from campaign.paper.ledger import FILE, HEAD, Ledger, signing
from looking import some
from offices import BOTH, COMMON, DAY, OURS, THEIRS, Clone, make_key, printed, write
from projects import GOOD

JOINED = Ledger(ledger.join([OURS.sealed, THEIRS.sealed]))
COMMAND = re.compile(re.escape(typed("ledger --merge")) + r"(?=[，, ]|$)")

STOPPED = re.compile(r"still merging|rebase in progress|cherry-pick")


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A clone in which two offices' releases were merged and released once more, run from its own folder."""
    clone = Clone(tmp_path / "宣传 周", driver=False)
    clone.on("theirs", THEIRS)
    clone.commit(OURS)
    clone.git("merge", "-q", "-s", "ours", "theirs")
    clone.commit(JOINED)
    monkeypatch.chdir(clone.top)
    return clone


def run(capsys, *arguments):
    """A command's exit code and what it says to people."""
    capsys.readouterr()
    code = cli.main(list(arguments))
    said = capsys.readouterr()
    return code, said.out + said.err


def cures(said):
    """Every command that a message prints, as it is to be typed: whole lines to put in, else what its hint names."""
    lines = [line.split("| ", 1)[1] for line in said.splitlines() if line.lstrip().startswith(f"| {typed('ledger')}")]
    return [shlex.split(line)[1:] for line in lines] or [
        shlex.split(found)[1:] for found in dict.fromkeys(COMMAND.findall(said))
    ]


def lines_of(clone):
    return (clone.data / FILE).read_text("utf-8").splitlines()


def put(clone, text, *, encoding="utf-8"):
    (clone.data / FILE).write_bytes(text.encode(encoding, "replace"))


def merge_in_conflict(clone):
    clone.git("reset", "-q", "--hard", "HEAD~2")
    clone.git("merge", "theirs", fails=True)


def rebase_in_conflict(clone):
    clone.git("reset", "-q", "--hard", "HEAD~2")
    clone.git("rebase", "theirs", fails=True)


def stash_in_conflict(clone):
    clone.git("checkout", "-q", "theirs")
    write(clone.data, COMMON.with_more([printed("55x6y", "d", 2)]))
    clone.git("stash", "-q")
    clone.git("checkout", "-q", "main")
    clone.git("stash", "pop", fails=True)


def ours_alone(clone):
    merge_in_conflict(clone)
    clone.git("checkout", "--ours", "--", "campaign_data/ledger.jsonl")
    (clone.data / HEAD).write_text(str(OURS.head), encoding="utf-8")


def theirs_alone_and_committed(clone):
    merge_in_conflict(clone)
    clone.git("checkout", "--theirs", "--", "campaign_data/ledger.jsonl")
    (clone.data / HEAD).write_text(str(THEIRS.head), encoding="utf-8")
    clone.git("add", "-A")
    clone.git("commit", "-qm", "合并")


def reset_away(clone):
    clone.git("reset", "-q", "--hard", "HEAD~2")


def backup_put_back(clone):
    write(clone.data, COMMON)


def cut_off(clone):
    put(clone, "\n".join(lines_of(clone)[:3]))


def line_lost(clone):
    put(clone, "\n".join(lines_of(clone)[:2] + lines_of(clone)[3:]))


def edited(clone):
    put(clone, "\n".join(lines_of(clone)).replace("甲", "丁"))


def first_line_edited(clone):
    put(clone, "\n".join(lines_of(clone)).replace("ip.example.org", "ip.example.com", 1))


def markers_taken_out_by_hand(clone):
    merge_in_conflict(clone)
    put(clone, "\n".join(line for line in lines_of(clone) if not re.match("[<=>|]{7}", line)))


def saved_by_notepad(clone):
    put(clone, "\ufeff" + "\r\n".join(lines_of(clone)).replace("甲", "丁"))


def saved_as_gbk(clone):
    put(clone, "\n".join(lines_of(clone)), encoding="gbk")


def emptied(clone):
    put(clone, "")


def deleted(clone):
    (clone.data / FILE).unlink()


def head_deleted(clone):
    (clone.data / HEAD).unlink()


def head_spoilt(clone):
    (clone.data / HEAD).write_text("<<<<<<<\n", encoding="utf-8")


def both_deleted(clone):
    deleted(clone)
    head_deleted(clone)


STATES = (
    merge_in_conflict,
    rebase_in_conflict,
    stash_in_conflict,
    ours_alone,
    theirs_alone_and_committed,
    reset_away,
    backup_put_back,
    cut_off,
    line_lost,
    edited,
    first_line_edited,
    markers_taken_out_by_hand,
    saved_by_notepad,
    saved_as_gbk,
    emptied,
    deleted,
    head_deleted,
    head_spoilt,
    both_deleted,
)


@pytest.mark.parametrize("spoil", STATES)
def test_the_printed_cure_works_in_the_state_it_is_printed_in(office, capsys, spoil):
    """Refused with a command; typed as it stands it restores every print, and what it says to do next works."""
    spoil(office)

    code, said = run(capsys, "ledger")
    assert code == 1, said
    (cure,) = cures(said)
    code, done = run(capsys, *cure)

    assert code == 0, done
    assert set(ledger.load(office.data).printed) >= set(BOTH)
    following = re.findall(r"next: git (.*)", done)
    assert not following or "完好" not in done[done.index("next: git") :]
    for line in following:
        office.git(*shlex.split(line))
        assert office.git("ls-files", "--unmerged") == ""
    assert not following or spoil is stash_in_conflict or not STOPPED.search(office.git("status"))
    code, said = run(capsys, "ledger")
    assert code == 0 and "git" in said, said


def test_another_file_in_conflict_is_named_before_the_merge_is_ended(office, capsys):
    """The data may clash where the ledger does: git wouldn't commit until that is settled, too."""
    office.git("reset", "-q", "--hard", "HEAD~2")
    for branch in ("theirs", "main"):
        office.git("checkout", "-q", branch)
        (office.data / "zh.yml").write_text(branch, encoding="utf-8")
        office.git("add", "-A")
        office.git("commit", "-qm", "改")
    office.git("merge", "theirs", fails=True)

    code, said = run(capsys, "ledger", "--merge")

    *_, add, others, end = said.splitlines()
    assert code == 0 and "git add" in add and others.endswith("campaign_data/zh.yml") and "git commit --no-edit" in end


def test_a_release_alone_is_enough_to_restore_from(tmp_path, capsys, monkeypatch):
    """No git: the copy in the last release."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "release", JOINED)
    write(tmp_path / "campaign_data", COMMON)

    code, said = run(capsys, "ledger")
    assert code == 1 and "release/ledger.head" in said
    assert run(capsys, *some(cures(said))[0])[0] == 0
    assert ledger.load(tmp_path / "campaign_data") == JOINED


def test_where_no_copy_is_left_it_says_what_to_bring(tmp_path, capsys, monkeypatch):
    """Only the published site remembers: nothing is written; with the other computer's folder it is whole again."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)
    write(tmp_path / "U 盘", JOINED)
    (tmp_path / "site" / "q").mkdir(parents=True)
    (tmp_path / "site" / "q" / HEAD).write_text(str(JOINED.head), encoding="utf-8")

    code, said = run(capsys, "ledger", "--merge")
    assert code == 1 and "备份" in said and "site/q/ledger.head" in said
    assert ledger.load(tmp_path / "campaign_data") == COMMON
    assert run(capsys, *some(cures(said))[0], "U 盘")[0] == 0
    assert ledger.load(tmp_path / "campaign_data") == JOINED


def test_a_witness_that_nothing_here_agrees_with_is_not_forgotten(tmp_path, capsys, monkeypatch):
    """An old backup and the live site's head: it says what to bring, and no command says all is well until it came."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)
    write(tmp_path / "U 盘", JOINED)
    write(tmp_path / "older", OURS)
    (tmp_path / "got head").write_text(str(JOINED.head), encoding="utf-8")

    for given in (["--witness", "got head"], ["--merge", "--witness", "got head"]):
        code, said = run(capsys, "ledger", *given)
        assert code == 1 and "备份" in said and "got head" in said
        cure = some(re.findall(r"campaign (ledger --merge 路径 .*?)（", said))[0]
        code, said = run(capsys, *shlex.split(cure.replace("路径", "older")))
        assert code == 1 and 'campaign ledger --merge older 路径 --witness "got head"' in said
        assert ledger.load(tmp_path / "campaign_data") == COMMON
    assert run(capsys, *shlex.split(cure.replace("路径", '"U 盘"')))[0] == 0
    assert ledger.load(tmp_path / "campaign_data") == JOINED


def test_a_witness_that_a_copy_here_agrees_with_is_asked_again_by_the_printed_line(tmp_path, capsys, monkeypatch):
    """Only the sites' head tells that the folder is old, and the copy of the release has what is missing."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)
    write(tmp_path / "release", JOINED)
    (tmp_path / "release" / HEAD).write_text(str(COMMON.head), encoding="utf-8")
    (tmp_path / "got").write_text(str(JOINED.head), encoding="utf-8")

    code, said = run(capsys, "ledger", "--witness", "got")

    assert code == 1 and cures(said) == [["ledger", "--merge", "--witness", "got"]]
    code, said = run(capsys, *cures(said)[0])
    assert code == 0 and "compared with: release/ledger.head, got" in said
    assert ledger.load(tmp_path / "campaign_data") == JOINED


def test_what_is_no_ledger_is_refused_and_what_came_in_is_counted(tmp_path, capsys, monkeypatch):
    """A page saved in a ledger's place, an empty file, a head that tells of more: none of them joins anything."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)
    for name, text in (("page", "hi\n"), ("empty", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE).write_text(text, encoding="utf-8")
        code, said = run(capsys, "ledger", "--merge", name)
        assert code == 1 and f"{name}/{FILE}:1:1: 这不是台账" in said
    (tmp_path / "got").write_text(str(OURS.head), encoding="utf-8")
    code, said = run(capsys, "ledger", "--merge", "got")
    assert code == 1 and "got: 还缺" in said and "campaign ledger --merge got 路径" in said
    code, said = run(capsys, "ledger", "--witness", f"page/{FILE}")
    assert code == 1 and f"page/{FILE}:1:1: 这不是 ledger.head" in said
    assert ledger.load(tmp_path / "campaign_data") == COMMON

    write(tmp_path / "U 盘", OURS)
    for path, count in ((f"U 盘/{HEAD}", "补回 2 条"), ("U 盘", "没有少的")):
        code, said = run(capsys, "ledger", "--merge", path)
        assert code == 0 and count in said
    write(tmp_path / "U 盘", THEIRS)
    assert "补回 2 条" in run(capsys, "ledger", "--merge", "U 盘")[1]


def test_a_copy_whose_own_end_is_lost_is_not_taken_for_the_whole(tmp_path, capsys, monkeypatch):
    """Its head beside it tells of more lines than can be read there."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)
    write(tmp_path / "U 盘", COMMON)
    (tmp_path / "U 盘" / HEAD).write_text(str(OURS.head), encoding="utf-8")

    code, said = run(capsys, "ledger", "--merge", "U 盘")

    assert code == 1 and f"U 盘/{FILE}: 还缺" in said


def test_two_things_with_one_code_are_settled_by_either_printed_line(tmp_path, capsys, monkeypatch):
    """The message names both and prints a line for each; either works, and says whose paper comes down."""
    other = COMMON.with_more([printed("33x4y", "q", 2, title="另一场")])
    for number, gone in enumerate(("另一场", "甲")):
        top = tmp_path / f"{number}"
        write(top / "campaign_data", OURS)
        write(top / "另一台 电脑", other)
        monkeypatch.chdir(top)
        code, said = run(capsys, "ledger", "--merge", "另一台 电脑")
        assert code == 1 and "甲" in said and "另一场" in said

        code, said = run(capsys, *some(cures(said))[number])

        assert code == 0 and re.search(rf"take down: 33x4y {gone} posters/event/\w\.pdf", said), said
        assert len(ledger.load(top / "campaign_data").withdrawn) == 1


def test_one_printed_line_after_the_other_settles_many_clashes(tmp_path, capsys, monkeypatch):
    """Two codes for four things, and two numbers on four sheets: whatever line is taken first, what is left is told
    with lines that keep what was settled, until all is."""
    other = [printed("33x4y", "q", 2, title="另一场"), printed("44x5y", "r", 3, title="又一场")]
    mine = [printed("33x4y", "b", 2, title="甲"), printed("44x5y", "c", 3, title="乙")]
    twice = [[printed("22x3y", "a", 4, starts=hour), printed("55x6y", "e", 5, starts=hour)] for hour in ("10", "11")]
    common = COMMON.with_more([printed("55x6y", "e", 1)])
    write(tmp_path / "campaign_data", common.with_more([*mine, *twice[0]]))
    write(tmp_path / "U 盘", common.with_more([*other, *twice[1]]))
    monkeypatch.chdir(tmp_path)

    code, said = run(capsys, "ledger", "--merge", "U 盘")
    steps = 0
    while code:
        steps += 1
        code, said = run(capsys, *some(cures(said))[0])

    assert steps == 3 and "take down" in said
    known = ledger.load(tmp_path / "campaign_data")
    assert len(known.withdrawn) == 2 and {one.code for one in known.printed.values() if one.doubtful} == {
        "22x3y",
        "55x6y",
    }


def test_one_number_on_two_sheets_is_settled_by_the_printed_line(tmp_path, capsys, monkeypatch):
    """Both printed No. 2 of one record with other hours."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON.with_more([printed("22x3y", "a", 2, starts="10:00")]))
    write(tmp_path / "other", COMMON.with_more([printed("22x3y", "a", 2, starts="11:00")]))

    code, said = run(capsys, "ledger", "--merge", "other")
    assert code == 1 and "22x3y 2" in said
    assert run(capsys, *some(cures(said))[0])[0] == 0
    assert ledger.load(tmp_path / "campaign_data").printed["22x3y"].doubtful == {2}


def test_a_replaced_key_is_settled_by_the_printed_command(tmp_path, capsys, monkeypatch):
    """All is signed by a key that was then taken out of signers: the new one signs, as printed, once; or the former
    one is put back. Joining restores nothing here, so it isn't offered."""
    (old, its), (new, newest) = (make_key(tmp_path, name) for name in ("old", "new"))
    data = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(signing.KEY, str(its))
    write(data, OURS.with_more(ledger.seal(OURS, [old], today=DAY, path="x")))
    head, rest = data / "campaign.yml", (data / "campaign.yml").read_text("utf-8").rstrip()
    head.write_text(f"{rest}\nledger:\n  signers: [{new}]\n", encoding="utf-8")
    monkeypatch.setenv(signing.KEY, str(newest))

    code, said = run(capsys, "ledger")
    assert code == 1 and "campaign ledger --sign" in said and not cures(said), said
    head.write_text(f"{rest}\nledger:\n  signers: [{new}, {old}]\n", encoding="utf-8")
    assert run(capsys, "ledger")[0] == 0, "the former key put back"
    head.write_text(f"{rest}\nledger:\n  signers: [{new}]\n", encoding="utf-8")
    code, said = run(capsys, "ledger", "--sign")
    assert code == 0 and "every line is signed" in said, said
    entries = len(ledger.load(data).entries)
    assert run(capsys, "ledger", "--sign")[0] == 0 and len(ledger.load(data).entries) == entries


@pytest.mark.parametrize(
    "command", [["check"], ["ledger"], ["reprint"], ["printed", "--all"], ["release", "--dry-run"]]
)
def test_every_command_asks_the_same_witnesses(tmp_path, capsys, monkeypatch, command):
    """An old ledger put back is refused by each of them, with the same place and the same cure."""
    clone = Clone(tmp_path / "p", driver=False)
    clone.commit(OURS)
    shutil.copytree(GOOD / "small", clone.data, dirs_exist_ok=True)
    write(clone.data, COMMON)
    monkeypatch.chdir(clone.top)
    monkeypatch.setattr("campaign.builder.measured", lambda *_, **__: None)

    code, said = run(capsys, *command)

    assert code == 1 and "lacks prints that are remembered here" in said and "git " in said
    assert "campaign ledger --merge" in said


def test_a_fresh_folder_says_what_it_cannot_know(tmp_path, capsys, monkeypatch):
    """No git, no release, no site: sound as far as it goes, and where to get a witness; with one it is compared."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "campaign_data", COMMON)

    code, said = run(capsys, "ledger")
    assert code == 0 and "https://ip.example.org/q/ledger.head" in said and "--witness" in said

    (tmp_path / "got").write_text(str(OURS.head), encoding="utf-8")
    assert run(capsys, "ledger", "--witness", "got")[0] == 1
    (tmp_path / "got").write_text(str(COMMON.head), encoding="utf-8")
    code, said = run(capsys, "ledger", "--witness", "got")
    assert code == 0 and "compared with: got" in said


def test_a_shallow_clone_says_so(tmp_path, capsys, monkeypatch):
    """As a CI runner has it: older releases can't be seen, and the command that fetches them."""
    made = Clone(tmp_path / "whole", driver=False)
    made.commit(OURS)
    made.git("clone", "-q", "--depth", "1", made.top.as_uri(), str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")

    code, said = run(capsys, "ledger")

    assert code == 0 and "git fetch --unshallow" in said
    assert "compared with: git" in said and "ledger --witness" in said, "a clone brings its own git, and nobody else"


def test_the_driver_joins_two_files(tmp_path, capsys):
    """What git runs: ours becomes both; what can't be read leaves it as it was, for git to mark."""
    for name, one in {"base": COMMON, "ours": OURS, "theirs": THEIRS}.items():
        (tmp_path / name).write_text(one.sealed.text, encoding="utf-8")
    files = [str(tmp_path / name) for name in ("base", "ours", "theirs")]

    assert run(capsys, "ledger", "--driver", *files)[0] == 0
    assert (tmp_path / "ours").read_text("utf-8") == JOINED.sealed.text
    (tmp_path / "theirs").write_text("spoilt", encoding="utf-8")
    assert run(capsys, "ledger", "--driver", *files)[0] == 1
    assert (tmp_path / "ours").read_text("utf-8") == JOINED.sealed.text
