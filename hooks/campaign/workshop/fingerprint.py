"""Fingerprints: what a result was made from, so that it is made again exactly when something of that has changed.

What a job's code imports is read from the code itself, not from lists kept by hand: a list forgets.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARY = Path(__file__).parents[1]
PACKAGE = LIBRARY.name
DISTRIBUTIONS = {
    "PIL": "pillow",
    "css_inline": "css-inline",
    "docx": "python-docx",
    "markupsafe": "MarkupSafe",
    "yaml": "PyYAML",
    "zxingcpp": "zxing-cpp",
}
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
    told = _told(path)
    for module, name in told.imports if path.name == "__init__.py" else told.imports_as_run:
        if module.partition(".")[0] == library.name:
            waiting += [home for home in (_home(module, name, library),) if home]
        elif module.partition(".")[0] not in sys.stdlib_module_names:
            packages.add(module.partition(".")[0])
    named = (folder / text for text in told.files for folder in (path.parent, library))
    waiting += [found for found in named if found.is_file()]


def _home(module: str, name: str, library: Path) -> Path | None:
    """The file in which an imported name stands: a module of its own, or the one from which a room hands it on."""
    own = _file(f"{module}.{name}", library) if name else None
    room = _file(module, library)
    if own or not name or room is None or room.name != "__init__.py":
        return own or room
    handed_on = [one for one, given in _told(room).imports if given == name and one.startswith(f"{library.name}.")]
    return _home(handed_on[0], name, library) if handed_on else room


def _file(module: str, library: Path) -> Path | None:
    """The file of a module of the library; None for anything else."""
    below = library.joinpath(*module.split(".")[1:])
    candidates = (below.with_suffix(".py"), below / "__init__.py") if below != library else (below / "__init__.py",)
    return next((path for path in candidates if path.is_file()), None)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a module's code tells of itself.

    imports: every import, wherever it stands: the module, and the name taken from it or nothing; imports_as_run: those
    that a running program sees, for whom TYPE_CHECKING is false; files: the names of data files.
    """

    imports: tuple[tuple[str, str], ...]
    imports_as_run: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


@cache
def _told(path: Path) -> _Told:
    imports: list[tuple[str, str]] = []
    as_run: list[tuple[str, str]] = []
    files: list[str] = []
    waiting: list[tuple[Any, bool]] = [(ast.parse(path.read_text("utf-8")), True)]
    while waiting:
        node, runs = waiting.pop()
        kind = type(node)
        if kind is ast.Import or kind is ast.ImportFrom:
            found = _imported(node)
            imports += found
            as_run += found if runs else []
        elif kind is ast.Constant:
            if isinstance(node.value, str) and DATA.fullmatch(node.value):
                files.append(node.value)
        elif kind is ast.If and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += [*((one, False) for one in node.body), *((one, runs) for one in node.orelse)]
        else:
            waiting += [(one, runs) for one in ast.iter_child_nodes(node)]
    return _Told(tuple(imports), tuple(as_run), tuple(files))


def _imported(node: ast.Import | ast.ImportFrom) -> list[tuple[str, str]]:
    if isinstance(node, ast.Import):
        return [(one.name, "") for one in node.names]
    return [(node.module, one.name) for one in node.names] if node.module else []


def _beside(path: Path, name: str, library: Path) -> Path:
    """A template as another one names it: from the root of the library, or from beside it."""
    return library / name[1:] if name.startswith("/") else (path.parent / name).resolve()
