"""The product's commands as they are typed."""

from __future__ import annotations

import os

FOLDER = ".venv\\Scripts\\" if os.name == "nt" else ".venv/bin/"
"""Where the project's own commands stand, from its folder; nothing puts them where a shell looks by itself."""


def typed(command: str) -> str:
    """A command as it is typed in the project's folder; command: its name, and what follows ("ledger --merge")."""
    return f"{FOLDER}campaign {command}"
