"""Signatures: the office's own word for every line, so that who computes the chain anew is found out.

OpenSSH makes them (`ssh-keygen -Y sign`): it asks for passphrases, speaks to agents and hardware keys, and no private
key ever passes through here. They are proved by `cryptography`, in this process, so that a computer without OpenSSH
can check a ledger. One signature stands after each batch of lines and, through the chain, covers all before it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.paper.ledger import faults
from campaign.paper.ledger.chain import Head, head_of, parents
from campaign.paper.ledger.entries import Entry, Merge, Signed, Start
from campaign.paper.ledger.state import Ledger

NAMESPACE = "campaign-ledger"
"""What a signature is for, so that none made for something else counts (PROTOCOL.sshsig)."""
MAGIC = b"SSHSIG"
KEY_TYPE = b"ssh-ed25519"
KEY = "CAMPAIGN_SIGNING_KEY"
"""The environment variable that names the private key, where it isn't in ~/.ssh or an agent."""


def fingerprint(signer: str) -> str:
    """A public key as `ssh-keygen -l` names it: `SHA256:` and 43 characters."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(_blob(signer)).digest()).decode().rstrip("=")


def unsigned(known: Ledger, signers: Sequence[str], *, path: str) -> list[Problem]:
    """What nobody who may vouches for: a signature that is false, and lines that none covers; path: the ledger's file.

    signers: public keys as `ssh-ed25519 AAAA...`; with none of them nothing needs a signature. Lines of before the
    office had a key are covered by its first one.
    """
    if not signers or not known.printed:
        return []
    names = {fingerprint(one): one for one in signers}
    before, covered, problems = parents(known.sealed), set[int](), []
    for number, one in enumerate(known.entries):
        if not isinstance(one, Signed) or one.key not in names:
            continue
        line = known.sealed.lines[before[number][0]]
        if _proves(one.signature, names[one.key], _message(head_of(line))):
            covered.add(number)
        else:
            problems.append(Problem(Place(path, number + 1, 1), faults.FORGED, hint=faults.RESTORE))
    for number in range(len(before) - 1, -1, -1):
        covered |= set(before[number]) if number in covered else set()
    bare = [number for number, one in enumerate(known.entries) if number not in covered and _needs(one)]
    if bare:
        gone = any(isinstance(one, Signed) and one.key not in names for one in known.entries[bare[0] :])
        hint = faults.SIGN_ANEW if gone else faults.SIGN
        problems.append(Problem(Place(path, bare[0] + 1, 1), faults.bare(len(bare)), hint=hint))
    return problems


def seal(known: Ledger, signers: Sequence[str], *, today: date, path: str) -> list[Entry]:
    """The entry that vouches for all that a ledger says; none where the office signs nothing, or all is signed.

    A last line signed with a key that is no longer listed vouches for nothing. CampaignDataError, saying what to do,
    where no key is at hand or its passphrase isn't given; path: campaign.yml.
    """
    if not signers or not known.entries:
        return []
    bare = [one for one in unsigned(known, signers, path=path) if one.what != faults.FORGED]
    if isinstance(known.entries[-1], Signed) and not bare:
        return []
    for signer, key in keys(signers):
        made, said = _sign(signer, key, _message(known.sealed.head))
        if made:
            return [Signed(day=today, key=fingerprint(signer), signature=made)]
        raise CampaignDataError(
            [Problem(Place(path), Message(f"{faults.NOT_SIGNED.zh}：{said}", said), hint=faults.KEYS)]
        )
    raise CampaignDataError([Problem(Place(path), faults.NO_KEY, hint=faults.KEYS)])


def keyless(signers: Sequence[str], *, path: str) -> list[Problem]:
    """What keeps this computer from signing, before anything is made."""
    return [Problem(Place(path), faults.NO_KEY, hint=faults.KEYS)] if signers and not any(keys(signers)) else []


def keys(signers: Iterable[str]) -> Iterator[tuple[str, Path | None]]:
    """The signers this computer may sign as, each with the file of its private key; None: an agent has it."""
    wanted = {_blob(one): one for one in signers}
    named = [Path(os.environ[KEY])] if os.environ.get(KEY) else []
    home = Path("~/.ssh").expanduser()
    for path in [*named, *(one.with_suffix("") for one in sorted(home.glob("*.pub")))]:
        public = path.with_name(f"{path.name}.pub")
        if path.is_file() and (blob := _said_by(public)) in wanted:
            yield wanted[blob], path
    for blob in _in_agent():
        if blob in wanted:
            yield wanted[blob], None


def _needs(one: Entry) -> bool:
    """True for a line that somebody must vouch for: joining alone says nothing new."""
    return not isinstance(one, (Start, Signed)) and not (isinstance(one, Merge) and not (one.withdrawn or one.again))


def _message(head: Head) -> bytes:
    return str(head).encode("ascii")


def _blob(public: str) -> bytes:
    """The key itself of `ssh-ed25519 AAAA... name`; empty where that isn't one."""
    parts = public.split()
    try:
        return base64.b64decode(parts[1], validate=True) if len(parts) > 1 else b""
    except ValueError:
        return b""


def _said_by(path: Path) -> bytes:
    return _blob(path.read_text("utf-8", "replace")) if path.is_file() else b"?"


def _in_agent() -> list[bytes]:
    try:
        done = subprocess.run(["ssh-add", "-L"], capture_output=True, encoding="utf-8", check=False, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [_blob(line) for line in done.stdout.splitlines()] if done.returncode == 0 else []


def _sign(signer: str, key: Path | None, message: bytes) -> tuple[str, str]:
    """The signature without its armour, and what OpenSSH said; it may ask for a passphrase on the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        public = Path(folder) / "signer.pub"
        public.write_text(f"{signer}\n", encoding="ascii")
        line = ["ssh-keygen", "-q", "-Y", "sign", "-n", NAMESPACE, "-f", str(key or public)]
        try:
            done = subprocess.run(line, input=message, capture_output=True, check=False)
        except OSError as error:
            return "", str(error)
    said = done.stderr.decode("utf-8", "replace").strip()
    lines = done.stdout.decode("ascii", "replace").splitlines()
    made = "".join(one for one in lines if not one.startswith("-----"))
    return ("", said or "ssh-keygen") if done.returncode else (made, said)


def _proves(signature: str, signer: str, message: bytes) -> bool:
    """True where a signature in OpenSSH's format is this signer's, of this message and for this use."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        packed = base64.b64decode(signature, validate=True)
        if packed[:10] != MAGIC + b"\0\0\0\1":
            return False
        key, namespace, reserved, method, made = _strings(packed[10:])
        kind, proof = _strings(made)
        if (key, namespace, kind) != (_blob(signer), NAMESPACE.encode(), KEY_TYPE):
            return False
        digest = hashlib.new({b"sha256": "sha256", b"sha512": "sha512"}[method], message).digest()
        Ed25519PublicKey.from_public_bytes(_strings(key)[1]).verify(
            proof, MAGIC + b"".join(map(_packed, (namespace, reserved, method, digest)))
        )
    except (ValueError, KeyError, InvalidSignature):
        return False
    return True


def _strings(packed: bytes) -> list[bytes]:
    """The strings of SSH's wire format (RFC 4251, 5), each behind its length; ValueError where one is cut off."""
    found = []
    while packed:
        size = int.from_bytes(packed[:4], "big")
        if len(packed) < 4 + size:
            raise ValueError("cut off")
        found.append(packed[4 : 4 + size])
        packed = packed[4 + size :]
    return found


def _packed(text: bytes) -> bytes:
    return len(text).to_bytes(4, "big") + text
