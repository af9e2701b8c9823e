"""The built sites that many tests look at, built once; the browser; and what `make test-fast` leaves out."""

import os
import shutil

import pytest
from filelock import FileLock

from programs import program
from projects import GOOD, TOP, built

SLOW_FIXTURES = {"site", "small_site", "one_language_site", "project", "typed_project", "browser"}
"""Whoever asks for one of these waits for a whole site or drives a browser."""


def pytest_collection_modifyitems(items):
    """Marks as slow what looks at a built site or drives a browser; what else is slow says so itself."""
    for item in items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        asked = {*item.fixturenames, *(name for name in parameters if isinstance(name, str))}
        if asked & SLOW_FIXTURES:
            item.add_marker(pytest.mark.slow)


def _once(tmp_path_factory, name, data):
    """The site of a project: whoever wants it first builds it, every other process waits for that."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            built(folder, data)
            done.touch()
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The shipped campaign, built once; read only."""
    return _once(tmp_path_factory, "shipped", TOP / "campaign_data")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """A second, quite different campaign: other counts, other places, English first."""
    return _once(tmp_path_factory, "small", GOOD / "small")


@pytest.fixture(scope="session")
def one_language_site(tmp_path_factory):
    """A campaign in one language, without the optional files."""
    return _once(tmp_path_factory, "one", GOOD / "one_language")


@pytest.fixture(scope="session")
def browser():
    """Chromium; missing is a failure, not a skip."""
    from playwright.sync_api import sync_playwright

    path = program("chromium")
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*flags, "--no-first-run", "--disable-gpu"])
        yield chromium
        chromium.close()
