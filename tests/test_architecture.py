"""The house keeps its floors: who may import whom, and the library without MkDocs."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[1] / "hooks" / "campaign"
LEVELS = {
    "core": 0,
    "machine": 1,
    "say": 1,
    "kinds": 2,
    "paper": 3,
    "workshop": 3,
    "history": 4,
    "read": 4,
    "channels": 5,
    "order": 6,
    "builder": 7,
    "release": 7,
    "publish": 7,
    "cli": 8,
    "__main__": 9,
}
"""Each room and its level, as the design draws the house."""
DEFERRED = re.compile(r"^    from campaign\.\w+\.\w+\.(\w+) import (.+)$", re.MULTILINE)
ONE_DOOR = {
    "yaml": "read",
    "qrcode": "workshop/qr",
    "zxingcpp": "workshop/qr",
    "typst": "workshop/typeset",
    "openpyxl": ("read", "order", "workshop/workbooks", "channels/messages/parcels"),
    "docx": "workshop/documents",
    "fontTools": ("workshop/coverage", "workshop/dots/outlines"),
    "icalendar": ("channels/feeds", "channels/messages/parcels", "workshop/time_zones"),
    "PIL": "workshop/pictures",
    "pikepdf": "workshop/press",
    "cryptography": "paper/ledger/signing",
    "imageio_ffmpeg": "workshop/films",
    "cyclonedx": "release/materials",
    "packaging": "release/materials",
    "fsspec": "publish/bucket",
    "brotli": "publish/compressing",
    "css_inline": "channels/messages/articles",
    "mkdocs": None,
}


def _files():
    found = sorted(LIBRARY.rglob("*.py"))
    assert len(found) > 20, "the test looked at the wrong folder"
    return found


def _room(path):
    return path.relative_to(LIBRARY).parts[0].removesuffix(".py")


def _channel(module):
    """The channel that a module of the library is a part of; None for any other."""
    parts = module.split(".")
    return parts[2] if parts[:2] == ["campaign", "channels"] and len(parts) > 2 else None


def _module(path):
    return ".".join(("campaign", *path.relative_to(LIBRARY).with_suffix("").parts)).removesuffix(".__init__")


def _imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module
            if node.module == "campaign":
                yield from (f"campaign.{alias.name}" for alias in node.names)


def _rooms_imported(path):
    return {name.split(".")[1] for name in _imports(path) if name.startswith("campaign.")}


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.relative_to(LIBRARY).as_posix())
def test_a_room_imports_only_from_levels_below(path):
    """No room imports one of its level or above but its own parts; channels neither read nor know each other."""
    room, channel = _room(path), _channel(_module(path))
    if room == "__init__":
        return
    assert room in LEVELS, f"{room} has no level: give it one here and in the design"
    for other in _rooms_imported(path) - {room}:
        assert LEVELS[other] < LEVELS[room], f"{room} imports {other}"
        assert other != "read" or room != "channels", f"{_module(path)} reads YAML itself"
    assert {_channel(name) for name in _imports(path)} <= {None, channel} or room != "channels"


@pytest.mark.parametrize("library, room", ONE_DOOR.items())
def test_each_outside_library_has_one_door(library, room):
    """PyYAML, qrcode, the decoder and Typst are each imported in one room, MkDocs in none; workbooks where they are
    read and where they are written."""
    users = [path for path in _files() if library in {name.split(".")[0] for name in _imports(path)}]

    assert room is None or users, f"nobody imports {library}"
    for path in users:
        assert room and path.relative_to(LIBRARY).as_posix().startswith(room), f"{path} imports {library}"


def test_the_library_runs_without_mkdocs():
    """The library imports with MkDocs made unimportable, so another generator can take the adapter's place."""
    modules = sorted(_module(path) for path in _files() if path.name != "__main__.py")
    code = f"import sys; sys.modules.update(mkdocs=None, material=None)\nfor name in {modules}: __import__(name)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=LIBRARY.parent)

    assert done.returncode == 0, done.stderr


def test_only_the_adapter_knows_mkdocs():
    """Exactly one file of the product imports mkdocs."""
    users = [path.name for path in LIBRARY.parent.glob("*.py") if "mkdocs" in path.read_text(encoding="utf-8")]

    assert users == ["mkdocs_hooks.py"]


def test_the_adapter_is_thin():
    """Events in, calls out: under 150 lines, so that another host's adapter is a day's work."""
    text = (LIBRARY.parent / "mkdocs_hooks.py").read_text(encoding="utf-8")

    assert "def on_config(" in text and text.count("\n") < 150


def test_files_and_functions_stay_small():
    """No file over 300 lines, no function over 60."""
    for path in _files():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 300, f"{path} is too long"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno - node.lineno < 60, f"{path}:{node.lineno} {node.name} is too long"


@pytest.mark.parametrize(
    "room",
    [
        "channels/cards",
        "channels/feeds",
        "channels/permalinks",
        "channels/photos",
        "channels/posters",
        "channels/screens",
        "release/materials",
        "release/order",
        "workshop/documents",
        "workshop/gate",
        "workshop/pictures",
        "workshop/press",
        "workshop/qr",
    ],
)
def test_a_deferred_room_names_the_same_to_people_and_to_python(room):
    """What a room defers is what it shows to type checkers, and no name hides behind a module's of its own."""
    text = (LIBRARY / room / "__init__.py").read_text(encoding="utf-8")
    shown = {name: home for home, names in DEFERRED.findall(text) for name in names.split(", ")}
    deferred = dict(re.findall(r'"(\w+)": "(\w+)"', text))
    module = importlib.import_module(f"campaign.{room.replace('/', '.')}")

    assert shown == deferred and set(module.__all__) == set(deferred)
    assert not set(deferred) & {path.stem for path in (LIBRARY / room).glob("*.py")}
    assert all(getattr(module, name) is not None for name in deferred)


def test_the_command_line_starts_without_engines():
    """Whatever is asked for, what sets, draws, reads back and fills workbooks is imported when it is needed."""
    code = "import campaign.cli, sys\nprint(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=LIBRARY.parent)

    assert done.returncode == 0, done.stderr
    assert not {
        "typst",
        "qrcode",
        "zxingcpp",
        "pypdfium2",
        "PIL.Image",
        "openpyxl",
        "pikepdf",
        "icalendar",
        "cyclonedx",
        "css_inline",
        "docx",
    } & set(done.stdout.split())


def test_a_build_without_posters_imports_no_typesetter():
    """Reading a campaign and making its pages needs neither Typst nor a QR library nor a PDF reader."""
    code = "import sys; sys.path.insert(0, 'hooks'); import campaign.builder\nprint(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=LIBRARY.parents[1])

    assert done.returncode == 0, done.stderr
    assert not {"typst", "qrcode", "zxingcpp", "pypdfium2", "icalendar", "PIL.Image"} & set(done.stdout.split())
