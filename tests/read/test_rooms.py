"""The rooms of the reader stand in a row: each imports only those before it, and no module waits for itself."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import campaign.read

READ = Path(campaign.read.__path__[0])
ROOMS = ("tell", "files", "repair", "plan", "tree", "check")
"""From the one that knows nothing of the others to the one that may know all."""
MODULES = {
    ".".join(("campaign.read", *path.relative_to(READ).with_suffix("").parts)): path
    for path in sorted(READ.glob("*/*.py"))
    if path.name != "__init__.py"
}


def _imported(path: Path) -> set[str]:
    """The names of modules that a file imports, or imports from."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _room(module: str) -> str:
    return module.removeprefix("campaign.read").split(".")[1]


def test_every_room_is_looked_at() -> None:
    """The rooms are those on disk, and each has modules."""
    assert {_room(module) for module in MODULES} == set(ROOMS)
    assert len(MODULES) > 30


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_those_before_it(module: str) -> None:
    """`tell` knows no other room, `check` may know all; the public names of the reader are for others."""
    inside = {name for name in _imported(MODULES[module]) if name.startswith("campaign.read")}
    later = {_room(name) for name in inside if name != "campaign.read"} - set(ROOMS[: ROOMS.index(_room(module)) + 1])
    assert "campaign.read" not in inside
    assert not later, f"{module} imports {sorted(later)}"


def test_no_module_waits_for_itself() -> None:
    """Inside a room too, modules can be put in an order in which each needs only those before it."""
    graph = {module: _imported(path) & MODULES.keys() for module, path in MODULES.items()}
    assert any(graph.values())
    TopologicalSorter(graph).prepare()


def test_only_the_tree_knows_the_parser() -> None:
    """PyYAML is met in the room that makes trees of text, nowhere else."""
    assert {_room(module) for module, path in MODULES.items() if "yaml" in _imported(path)} == {"tree"}
