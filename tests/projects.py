"""Whole projects to build: the shipped campaign and small ones, each in a folder of its own."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from campaign import cli
from campaign.builder.host import HOST, SETTINGS, command, environment

HERE = Path(__file__).parent
TOP = HERE.parent
GOOD = HERE / "good"


def make_project(folder, data=TOP / "campaign_data"):
    """A project folder with the product's own machinery, compiled where it is already, and this data."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(TOP / SETTINGS, folder)
    shutil.copytree(TOP / "docs", folder / "docs")
    half_written = shutil.ignore_patterns("*.pyc.*")
    shutil.copytree(TOP / "hooks", folder / "hooks", ignore=half_written)
    shutil.copytree(data, folder / "campaign_data", symlinks=True)
    return folder


def make_light_project(folder, data):
    """A project whose campaign asks for none of what takes long to draw: posters, displays, cards and pictures."""
    project = make_project(folder, data)
    for slow in ("posters", "screens"):
        (project / "campaign_data" / f"{slow}.yml").unlink()
    path = project / "campaign_data" / "campaign.yml"
    text = path.read_text(encoding="utf-8")
    assert "\ntime_zone:" in text
    none = "share_cards: none\nprogramme_pictures: none\n"
    path.write_text(text.replace("\ntime_zone:", f"\n{none}time_zone:", 1), encoding="utf-8")
    return project


def make_cleared_project(folder):
    """The small campaign's project with its facts confirmed and a real address: what a release takes."""
    project = make_project(folder, GOOD / "small")
    for path in (project / "campaign_data").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^ *(- )?(site_address_)?sample: true *\n", "", text).replace(", sample: true}", "}")
        text = re.sub(r"https://[a-z.]+/week-2025/", "https://water.tideford.gov.cn/2025/", text)
        text = re.sub(r"https://[a-z.]*example[a-z.]*/", "https://live.tideford.gov.cn/", text)
        text = text.replace("0571-87654321", "0571-86213305")
        path.write_text(text, encoding="utf-8")
    return project


def build_environment(**more):
    """Finished posters and compiled modules are kept between the tests' builds, as they are between staff's."""
    kept = {"CAMPAIGN_CACHE": str(TOP / ".cache"), "PYTHONDONTWRITEBYTECODE": ""}
    return environment(**{"PYTHONUTF8": "1", **kept, **more})


def run_build(folder, *arguments, host=HOST, environment=None):
    """`mkdocs build --strict` in a project folder; the finished process with its text."""
    return subprocess.run(
        command("build", *(arguments or ("--strict",)), host=host),
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=build_environment(**(environment or {})),
        timeout=600,
    )


def run_command(folder, *arguments, **environment):
    """`campaign` in a project folder, as its own process would run it; the finished process with its text.

    It runs in this process, which has the library already: a new one takes longer to read it than most commands take.
    What a command starts, such as a build, are processes of their own. Console encodings, another library than this
    one and the start itself are for a test that starts a process.
    """
    with (
        contextlib.chdir(folder),
        patch.dict(os.environ, build_environment(**environment), clear=True),
        _written("stdout") as printed,
        _written("stderr") as told,
    ):
        try:
            code = cli.main(arguments)
        except SystemExit as ended:
            code = ended.code
    return subprocess.CompletedProcess(arguments, code, printed(), told())


@contextlib.contextmanager
def _written(name):
    """What this process and those it starts write to a standard stream meanwhile; called after, it is the text."""
    stream = getattr(sys, name)
    number = {"stdout": 1, "stderr": 2}[name]
    stream.flush()
    former, said = os.dup(number), []
    with tempfile.TemporaryFile() as file, open(number, "w", encoding="utf-8", closefd=False) as own:
        os.dup2(file.fileno(), number)
        setattr(sys, name, own)
        try:
            yield lambda: said[0]
        finally:
            own.flush()
            setattr(sys, name, stream)
            os.dup2(former, number)
            os.close(former)
            file.seek(0)
            said.append(file.read().decode("utf-8").replace("\r\n", "\n"))


@contextlib.contextmanager
def served(folder):
    """`mkdocs serve` in a project folder, as the address it serves at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    server = subprocess.Popen(
        command("serve", "--dev-addr", place),
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=build_environment(),
    )
    try:
        yield f"http://{place}/"
    finally:
        server.terminate()
        server.wait()


def built(folder, data=TOP / "campaign_data", **options):
    """The site folder of a project built without a word of complaint."""
    done = run_build(make_project(folder, data), **options)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def contents(folder):
    """Every file below a folder with its bytes: what "the same" means for an output."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
