"""Signatures in the ledger: who computes the chain anew is found out; whoever has no key is told what to do."""

import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from campaign import cli
from campaign.core.problems import CampaignDataError
from campaign.paper import ledger as ledger_room
from campaign.paper.ledger import Ledger, Signed, signing
from looking import some
from offices import COMMON, DAY, OURS, THEIRS, make_key, mark, printed, write
from projects import GOOD

PATH = "campaign_data/ledger.jsonl"
OTHER = {"A": "B"}


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return make_key(tmp_path_factory.mktemp("钥 匙"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return make_key(tmp_path_factory.mktemp("stranger"), "other")


@pytest.fixture(autouse=True)
def desk(tmp_path, monkeypatch):
    """A computer without keys, agent or terminal."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    monkeypatch.delenv(signing.KEY, raising=False)
    monkeypatch.setenv("SSH_ASKPASS", "/bin/false")
    monkeypatch.setenv("SSH_ASKPASS_REQUIRE", "force")


def signed(known, pair, monkeypatch):
    monkeypatch.setenv(signing.KEY, str(pair[1]))
    return known.with_more(ledger_room.seal(known, [pair[0]], today=DAY, path="campaign.yml"))


def doubts(known, *signers):
    return [one.what.en for one in ledger_room.unsigned(known, signers, path=PATH)]


def test_a_signature_covers_all_before_it_and_nothing_after(pair, monkeypatch):
    """Signed, every line is vouched for; what is added without a key is not, at its line; no signers, no question."""
    done = signed(OURS, pair, monkeypatch)

    assert doubts(done, pair[0]) == [] and doubts(OURS) == [] and doubts(Ledger(), pair[0]) == []
    assert isinstance(done.entries[-1], Signed) and signing.fingerprint(pair[0]) == done.entries[-1].key
    assert ledger_room.seal(done, [pair[0]], today=DAY, path="x") == []
    (bare,) = ledger_room.unsigned(done.with_more([mark("33x4y", "b", 2)]), [pair[0]], path=PATH)
    assert bare.place.line == len(done.entries) + 1 and "campaign ledger --sign" in bare.hint.zh
    assert ledger_room.chain.read(done.sealed.text, path=PATH) == done.sealed


def test_openssh_itself_agrees(pair, tmp_path, monkeypatch):
    """What stands in the ledger is a signature as OpenSSH makes and proves it."""
    made = signed(OURS, pair, monkeypatch).entries[-1]
    (tmp_path / "allowed").write_text(f"office {pair[0]}\n", encoding="utf-8")
    armour = f"-----BEGIN SSH SIGNATURE-----\n{made.signature}\n-----END SSH SIGNATURE-----\n"
    (tmp_path / "sig").write_text(armour, encoding="ascii")
    line = ["ssh-keygen", "-Y", "verify", "-n", signing.NAMESPACE, "-I", "office"]

    done = subprocess.run(
        [*line, "-f", str(tmp_path / "allowed"), "-s", str(tmp_path / "sig")],
        input=str(OURS.head).encode(),
        capture_output=True,
    )

    assert done.returncode == 0, done.stderr


def test_a_chain_computed_anew_is_found_out(pair, stranger, monkeypatch):
    """Somebody changes an hour and seals every line again: without the key no signature holds, whatever is tried."""
    done = signed(OURS, pair, monkeypatch)
    forged = [printed("33x4y", "b", 2, title="甲", starts="23:00") if one == OURS.entries[2] else one
              for one in done.entries]  # fmt: skip

    assert "signature is false" in " ".join(doubts(Ledger().with_more(forged), pair[0]))
    assert "bear no signature" in " ".join(doubts(Ledger().with_more(forged[:-1]), pair[0]))
    again = signed(Ledger().with_more(forged[:-1]), stranger, monkeypatch)
    assert "bear no signature" in " ".join(doubts(again, pair[0]))
    borrowed = replace(again.entries[-1], key=done.entries[-1].key)
    assert "signature is false" in " ".join(doubts(Ledger().with_more([*forged[:-1], borrowed]), pair[0]))


@pytest.mark.parametrize(
    "spoil", [lambda s: s[:40], lambda s: "", lambda s: "@@", lambda s: f"{s[:-20]}{OTHER.get(s[-20], 'A')}{s[-19:]}"]
)
def test_a_spoilt_signature_is_false_and_nothing_worse(pair, monkeypatch, spoil):
    """Cut off, empty, no base64, one character changed."""
    done = signed(OURS, pair, monkeypatch)
    spoilt = replace(done.entries[-1], signature=spoil(done.entries[-1].signature))

    assert "signature is false" in " ".join(doubts(Ledger().with_more([*OURS.entries, spoilt]), pair[0]))


def test_a_signature_for_something_else_does_not_count(pair, monkeypatch):
    """The same key, the same bytes, another use."""
    monkeypatch.setattr(signing, "NAMESPACE", "git")
    done = signed(OURS, pair, monkeypatch)
    monkeypatch.undo()

    assert "signature is false" in " ".join(doubts(done, pair[0]))


def test_signed_ledgers_are_joined_without_signing_anew(pair, stranger, monkeypatch):
    """Two offices with a key each: both signatures hold in the joined ledger; what is decided there needs one more."""
    ours, theirs = signed(OURS, pair, monkeypatch), signed(THEIRS, stranger, monkeypatch)

    both = Ledger(ledger_room.join([ours.sealed, theirs.sealed]))
    assert doubts(both, pair[0], stranger[0]) == []
    assert "bear no signature" in " ".join(doubts(both, pair[0]))

    other = signed(COMMON.with_more([printed("33x4y", "q", 2, title="另一场")]), stranger, monkeypatch)
    keep = ours.sealed.lines[2][-34:-2][:8]
    settled = Ledger(ledger_room.join([ours.sealed, other.sealed], settled=ledger_room.Settled(keep=(keep,))))
    assert "bear no signature" in " ".join(doubts(settled, pair[0], stranger[0]))
    assert doubts(signed(settled, pair, monkeypatch), pair[0], stranger[0]) == []


def test_lines_of_before_the_first_key_are_as_before(pair, monkeypatch):
    """An office that begins to sign: its first signature covers what it printed until then; a new key goes on."""
    fresh = signed(COMMON, pair, monkeypatch)

    assert doubts(fresh, pair[0]) == [] and fresh.sealed.lines[: len(COMMON.entries)] == COMMON.sealed.lines


def test_a_missing_key_says_what_to_do(pair):
    """Before anything is made, and at signing: where keys are looked for, in both languages."""
    (told,) = ledger_room.keyless([pair[0]], path="campaign_data/campaign.yml")
    assert signing.KEY in told.hint.zh and "ssh-add" in told.hint.en and ".ssh" in told.hint.zh
    with pytest.raises(CampaignDataError) as refused:
        ledger_room.seal(OURS, [pair[0]], today=DAY, path="campaign_data/campaign.yml")
    assert refused.value.problems == (told,)
    assert ledger_room.keyless([], path="x") == []


def test_a_key_is_found_in_the_home_folder(pair, tmp_path):
    """As ssh-keygen leaves it, whatever it is called."""
    shutil.copytree(pair[1].parent, tmp_path / ".ssh")

    assert ledger_room.keyless([pair[0]], path="x") == []
    assert doubts(OURS.with_more(ledger_room.seal(OURS, [pair[0]], today=DAY, path="x")), pair[0]) == []


def test_a_passphrase_is_asked_for_by_openssh(tmp_path, monkeypatch):
    """Not given: told, and nothing is written. Given: signed."""
    public, path = make_key(tmp_path, "locked", passphrase="四海之内")
    monkeypatch.setenv(signing.KEY, str(path))
    with pytest.raises(CampaignDataError) as refused:
        ledger_room.seal(OURS, [public], today=DAY, path="campaign.yml")
    assert "台账没有签上名" in refused.value.problems[0].what.zh

    answer = tmp_path / "answer"
    answer.write_text("#!/bin/sh\nprintf '四海之内\\n'\n", encoding="utf-8")
    answer.chmod(0o700)
    monkeypatch.setenv("SSH_ASKPASS", str(answer))
    assert doubts(OURS.with_more(ledger_room.seal(OURS, [public], today=DAY, path="x")), public) == []


def test_an_agent_signs_where_the_key_is_nowhere_on_the_disk(pair, tmp_path, monkeypatch):
    """ssh-add, then the file is taken away."""
    said = subprocess.run(["ssh-agent", "-s", "-a", str(tmp_path / "s")], capture_output=True, text=True, check=True)
    pid = int(said.stdout.split("SSH_AGENT_PID=")[1].split(";")[0])
    try:
        monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "s"))
        subprocess.run(["ssh-add", "-q", str(pair[1])], check=True, capture_output=True)

        assert [key for _, key in signing.keys([pair[0]])] == [None]
        assert doubts(OURS.with_more(ledger_room.seal(OURS, [pair[0]], today=DAY, path="x")), pair[0]) == []
    finally:
        os.kill(pid, 15)


def test_the_command_signs_and_so_does_what_is_noted_after(pair, tmp_path, capsys, monkeypatch):
    """Signers in campaign.yml: refused with the command; typed as it stands it signs; a note is signed by itself."""
    data = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", data)
    write(data, OURS)
    head = data / "campaign.yml"
    head.write_text(f"{head.read_text('utf-8').rstrip()}\nledger:\n  signers: [{pair[0]} desk]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert cli.main(["ledger"]) == 1
    assert "campaign ledger --sign" in capsys.readouterr().err
    assert cli.main(["ledger", "--sign"]) == 1
    assert signing.KEY in capsys.readouterr().err and ledger_room.load(data) == OURS
    monkeypatch.setenv(signing.KEY, str(pair[1]))
    assert cli.main(["ledger", "--sign"]) == 0
    assert "every line is signed" in capsys.readouterr().out
    assert cli.main(["printed", "22x3y", "--hung"]) == 0
    assert cli.main(["ledger"]) == 0
    assert [type(one).__name__ for one in some(ledger_room.load(data).entries[-3:])] == ["Signed", "Mark", "Signed"]


def test_the_private_key_never_stands_in_the_ledger(pair, monkeypatch):
    """A fingerprint and a signature are all there is of it."""
    text = signed(OURS, pair, monkeypatch).sealed.text

    assert "PRIVATE" not in text and str(Path(pair[1]).parent) not in text
