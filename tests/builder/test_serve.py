"""The preview: it follows edits, shows a mistake in the page at once, and recovers when it is mended."""

import shutil
import time
import urllib.error
import urllib.request

import pytest

from projects import GOOD, contents, make_project, run_build, served

pytestmark = pytest.mark.slow
PATIENCE_S = 60


def _get(address):
    """Status and text; a request that hangs is a failure."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")
    except (urllib.error.URLError, ConnectionError):
        return 0, ""


def _until(address, wanted):
    """The first answer that holds the wanted text."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        status, text = _get(address)
        if wanted in text:
            return status, text
        time.sleep(0.2)
    raise AssertionError(f"{address} never showed {wanted!r}: {text[:2000]}")


def test_the_preview_follows_edits_shows_mistakes_and_recovers(tmp_path):
    """Edit, break, mend: the page shows the new text, then every problem at its line, then the text again."""
    project = make_project(tmp_path / "served", GOOD / "small")
    assert run_build(project).returncode == 0
    theme = project / "campaign_data" / "theme.yml"
    other = project / "campaign_data" / "contacts.yml"
    good, kept = theme.read_text(encoding="utf-8"), other.read_text(encoding="utf-8")
    before = contents(project / "site")
    with served(project) as address:
        _, text = _until(address, "</html>")
        assert "livereload(" in text and "script-src 'self' 'unsafe-inline';" in text, "it loads itself anew"
        assert b"unsafe" not in before["index.html"]

        theme.write_text(
            good.replace("slogans:\n", "slogans:\n  - id: fresh\n    text: 新写的一句 fresh words\n"), encoding="utf-8"
        )
        _until(f"{address}theme/", "新写的一句 fresh words")
        _until(f"{address}zh/theme/", "新写的一句 fresh words")

        theme.write_text("name：x\n" + good, encoding="utf-8")
        for path in ("", "theme/", "zh/", "nowhere/"):
            _, text = _until(address + path, "campaign_data/theme.yml:1:5")
            assert "name: x" in text, "the corrected line"
        other.write_text("contacts：x\n" + kept, encoding="utf-8")
        _until(address, "campaign_data/contacts.yml:1:9")
        other.write_text(kept, encoding="utf-8")

        theme.write_text(good, encoding="utf-8")
        status, text = _until(f"{address}theme/", "data-md-component")
    assert status == 200
    assert "campaign_data/theme.yml:1:5" not in text
    assert contents(project / "site") == before


def test_the_preview_shows_a_clash_of_hand_written_pages(tmp_path):
    """A page where a generated one stands, found only after the campaign is whole, is shown, and goes when it goes."""
    project = make_project(tmp_path / "clash", GOOD / "small")
    clash = project / "docs" / "en" / "theme.md"
    clash.write_text("# Theme\n", encoding="utf-8")
    with served(project) as address:
        _until(address, "a generated page has this address")
        _until(f"{address}plan/", "docs/en/theme.md")

        clash.unlink()
        _until(f"{address}theme/", "data-md-component")


def test_the_preview_starts_on_broken_data(tmp_path):
    """Begun with a mistake in the data, the preview shows it rather than going away."""
    project = make_project(tmp_path / "broken", GOOD / "small")
    (project / "campaign_data" / "theme.yml").write_text("name：x\n", encoding="utf-8")
    with served(project) as address:
        _until(address, "campaign_data/theme.yml:1:5")
        shutil.copy(GOOD / "small" / "theme.yml", project / "campaign_data" / "theme.yml")
        _until(address, "data-md-component")
