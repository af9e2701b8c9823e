"""The locked ffmpeg comes first, the system's where there is none, and a failure says what was wrong."""

import sys

import pytest

from campaign.workshop.films import ffmpeg


def test_the_locked_program_comes_first(monkeypatch):
    """The package's own, so that bytes don't depend on the machine."""
    monkeypatch.delenv("IMAGEIO_FFMPEG_EXE", raising=False)

    assert "imageio_ffmpeg" in ffmpeg.program.__wrapped__()


def test_the_system_s_is_the_fallback(monkeypatch):
    """Where the package has no program for the platform."""
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")

    assert ffmpeg.program.__wrapped__() == "/usr/bin/ffmpeg"


def test_without_any_it_says_what_to_install(monkeypatch):
    """Not a traceback about a missing file."""
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setattr("shutil.which", lambda name: None)

    with pytest.raises(ffmpeg.NoFfmpegError, match="imageio-ffmpeg"):
        ffmpeg.program.__wrapped__()


def test_a_failure_carries_what_the_program_said():
    """The end of its words."""
    with pytest.raises(ffmpeg.FfmpegError, match="nothing-here"):
        ffmpeg.run(["-i", "nothing-here.mp4", "-f", "null", "-"])


def test_the_version_is_known():
    """It is part of every fingerprint."""
    assert ffmpeg.version().startswith("ffmpeg version")
