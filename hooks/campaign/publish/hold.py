"""The hold on an object store: an object that says who publishes there, and grows stale where nobody renews it."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

from campaign.core.problems import Message
from campaign.publish.bucket import Bucket
from campaign.publish.local import BUSY
from campaign.publish.placing import PRIVATE
from campaign.publish.target import TargetError

STALE_S = 600
"""How long another computer's hold counts after it was last renewed."""
RENEWED_S = 60
"""How often it is renewed while something takes long."""
LOST = Message(
    "另一台电脑接过了这个地方，正在发布，这次发布停下了。等它完成，再发布一次，会接着传",
    "another computer took this place over and publishes there, so this publish stopped. Wait for it to finish, then "
    "publish again: it goes on where it stopped",
)


@dataclass
class Hold:
    """One publish's hold. key: of its object; clock: seconds. TargetError where another's counts."""

    bucket: Bucket
    key: str
    clock: Callable[[], float]
    _token: str = field(default_factory=lambda: secrets.token_hex(8), init=False, repr=False)
    _renewed: float = field(default=0, init=False, repr=False)

    def take(self) -> None:
        """There is no way to ask for the object and take it in one step in every store."""
        said = self._said()
        if said and said.get("machine") != _machine() and self.clock() - _seconds(said.get("at", "")) < STALE_S:
            raise TargetError(BUSY)
        self._write()
        if not self._ours():
            raise TargetError(BUSY)

    def renew(self) -> None:
        """Proved to be ours still, and so for another while."""
        if not self._ours():
            raise TargetError(LOST)
        self._write()

    def keep(self) -> None:
        """Renewed where it is time: to be called again and again during what takes long."""
        if self.clock() - self._renewed >= RENEWED_S:
            self.renew()

    def give_back(self) -> None:
        """Gone, where it is ours: another's stays."""
        if not self._ours():
            raise TargetError(LOST)
        self.bucket.delete([self.key])

    def _ours(self) -> bool:
        return self._said().get("token") == self._token

    def _write(self) -> None:
        self._renewed = self.clock()
        said = {"token": self._token, "machine": _machine(), "at": str(int(self._renewed))}
        self.bucket.write(self.key, json.dumps(said).encode(), PRIVATE)

    def _said(self) -> dict[str, str]:
        try:
            found = json.loads(self.bucket.read(self.key) or b"")
            return {str(key): str(value) for key, value in found.items()}
        except (ValueError, AttributeError):
            return {}


def _seconds(said: str) -> float:
    """Long ago where it is no number."""
    try:
        return float(said)
    except ValueError:
        return 0


def _machine() -> str:
    """What tells this computer from another, and nobody whose it is."""
    return hashlib.sha256(f"campaign {platform.node()}".encode()).hexdigest()[:16]
