"""Fingerprints: what a result was made from, so that it is made again exactly when something of that has changed.

What a job's code imports is read from the code itself, not from lists kept by hand: a list forgets.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARY = Path(__file__).parents[1]
PACKAGE = LIBRARY.name
DISTRIBUTIONS = {"PIL": "pillow", "zxingcpp": "zxing-cpp", "markupsafe": "MarkupSafe", "yaml": "PyYAML"}
"""The packages whose import has another name."""
DATA = re.compile(r"[\w./-]+\.(?:icc|toml|html|js|typ)")
"""A file that a module names: from beside itself, or from the root of the library."""
IMPORT = re.compile(r'#(?:import|include) "([^"]+)"')
"""What one template takes from another."""


def fingerprint(*parts: object) -> str:
    """A hexadecimal SHA-256 of JSON-able parts and bytes: the same for the same parts, in any process."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else json.dumps(part, ensure_ascii=False, sort_keys=True).encode()
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def code_print(make: Callable[..., object], *templates: str) -> str:
    """The fingerprint of the code that `make` runs: its module, all it imports and names, the packages' versions.

    templates: those that only the job names, as paths below the library.
    """
    return _print(make.__module__, templates, LIBRARY)


@cache
def _print(module: str, templates: tuple[str, ...], library: Path) -> str:
    return print_of(module, templates, library=library)


def print_of(module: str, templates: tuple[str, ...] = (), *, library: Path = LIBRARY) -> str:
    """The fingerprint of a module's `sources` as they are now."""
    files, packages = sources(module, templates, library=library)
    return fingerprint(
        *(part for path in files for part in (path.relative_to(library).as_posix(), path.read_bytes())),
        [f"{name} {version(DISTRIBUTIONS.get(name, name))}" for name in packages],
    )


def sources(module: str, templates: tuple[str, ...] = (), *, library: Path = LIBRARY) -> tuple[list[Path], list[str]]:
    """Every file of the library that a module's code is made of, and the packages it imports; both sorted.

    Imports within functions count, and data files that a module names; what is imported for type checkers alone
    doesn't. A name that a room only hands on counts as the module it stands in, so that a change elsewhere in that
    room changes nothing here; a room imported as such counts with all that it hands on.
    """
    files: set[Path] = set()
    packages: set[str] = set()
    waiting = [path for path in (_file(module, library),) if path] + [library / one for one in templates]
    while waiting:
        path = waiting.pop()
        if path in files:
            continue
        files.add(path)
        if path.suffix == ".py":
            _follow(path, library, waiting, packages)
        elif path.suffix == ".typ":
            waiting += [_beside(path, name, library) for name in IMPORT.findall(path.read_text("utf-8"))]
    return sorted(files), sorted(packages)


def _follow(path: Path, library: Path, waiting: list[Path], packages: set[str]) -> None:
    """Add what one module imports and reads."""
    tree = _tree(path)
    for module, name in _imports(tree if path.name == "__init__.py" else _as_run(path)):
        if module.partition(".")[0] == library.name:
            waiting += [home for home in (_home(module, name, library),) if home]
        elif module.partition(".")[0] not in sys.stdlib_module_names:
            packages.add(module.partition(".")[0])
    named = (folder / text for text in _texts(tree) for folder in (path.parent, library))
    waiting += [found for found in named if found.is_file()]


def _home(module: str, name: str, library: Path) -> Path | None:
    """The file in which an imported name stands: a module of its own, or the one from which a room hands it on."""
    own = _file(f"{module}.{name}", library) if name else None
    room = _file(module, library)
    if own or not name or room is None or room.name != "__init__.py":
        return own or room
    handed_on = [one for one, given in _imports(_tree(room)) if given == name and one.startswith(f"{library.name}.")]
    return _home(handed_on[0], name, library) if handed_on else room


def _file(module: str, library: Path) -> Path | None:
    """The file of a module of the library; None for anything else."""
    below = library.joinpath(*module.split(".")[1:])
    candidates = (below.with_suffix(".py"), below / "__init__.py") if below != library else (below / "__init__.py",)
    return next((path for path in candidates if path.is_file()), None)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def _as_run(path: Path) -> ast.Module:
    """A module without what stands under `if TYPE_CHECKING`."""
    return _Run().visit(ast.parse(path.read_text("utf-8")))  # type: ignore[no-any-return]


class _Run(ast.NodeTransformer):
    """Takes away what no running program sees."""

    def visit_If(self, node: ast.If) -> Any:  # noqa: N802 (the name is ast's)
        """The other branch of a test that is false when the program runs."""
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return [self.visit(other) for other in node.orelse]
        return self.generic_visit(node)


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Every import of a module, wherever it stands: the module, and the name taken from it or nothing."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((one.name, "") for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, one.name) for one in node.names)


def _texts(tree: ast.Module) -> Iterator[str]:
    """The names of data files in a module's code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and DATA.fullmatch(node.value):
            yield node.value


def _beside(path: Path, name: str, library: Path) -> Path:
    """A template as another one names it: from the root of the library, or from beside it."""
    return library / name[1:] if name.startswith("/") else (path.parent / name).resolve()
