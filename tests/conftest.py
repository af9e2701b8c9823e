"""The built sites that many tests look at; each is built once a session and never written to."""

import pytest

from projects import GOOD, built


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The shipped campaign, built once; read only."""
    return built(tmp_path_factory.mktemp("shipped"))


@pytest.fixture(scope="session")
def small_site(tmp_path_factory):
    """A second, quite different campaign: other counts, other places, English first."""
    return built(tmp_path_factory.mktemp("small"), GOOD / "small")


@pytest.fixture(scope="session")
def one_language_site(tmp_path_factory):
    """A campaign in one language, without the optional files."""
    return built(tmp_path_factory.mktemp("one"), GOOD / "one_language")
