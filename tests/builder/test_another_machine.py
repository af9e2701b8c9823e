"""The same data gives the same site on every machine: another Python, path, zone, language, mask, day, processor."""

import contextlib
import os
import subprocess
import sys
from dataclasses import fields, replace
from datetime import date

from campaign import builder
from campaign.builder.host import command
from looking import some
from other_python import other_python
from projects import GOOD, build_environment, contents, make_project

LATER = 400 * 24 * 3600
"""Another day, in seconds from the one on which the site was built: both are after the campaign's week."""


@contextlib.contextmanager
def _one_processor():
    """What is started meanwhile runs on one, where the system can do that."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    here = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(here)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, here)


def _built_elsewhere(folder, python, cache, now):
    """The shipped campaign's site, built as on a machine that has nothing in common with this one."""
    there = build_environment(
        CAMPAIGN_CACHE=str(cache),
        LC_ALL="C",
        LANGUAGE="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
        PYTHONHASHSEED="20240426",
        SOURCE_DATE_EPOCH=str(now),
        TZ="Pacific/Kiritimati",
    )
    line = [str(python), *command("build", "--strict")[1:]]
    with _one_processor():
        done = subprocess.run(
            line, cwd=make_project(folder), env=there, umask=0o077, capture_output=True, text=True, timeout=1800
        )
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_two_machines_make_the_same_bytes(site, tmp_path, record_property):
    """Every file of the shipped campaign, made by two versions of Python under two sets of conditions, nothing kept."""
    python, version = other_python()
    record_property("compared", f"Python {sys.version_info[0]}.{sys.version_info[1]} and {version}")
    now = int((site / "index.html").stat().st_mtime) + LATER

    other = contents(_built_elsewhere(tmp_path / "另一台 电脑", python, tmp_path / "cache", now))

    here = contents(site)
    assert len(here) > 1000
    assert sorted(here) == sorted(other)
    assert [path for path, content in here.items() if content != other[path]] == [], f"Python {version}"


def test_of_a_day_in_the_week_only_the_film_is_different(tmp_path, monkeypatch):
    """All that a build would make on two days: the same but for the moment, and the day that displays' films show."""
    jobs = []
    for moment in ("2025-03-23", "2025-03-24"):
        noon = date.fromisoformat(moment).toordinal() - date(1970, 1, 1).toordinal()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(noon * 24 * 3600 + 4 * 3600))
        jobs.append(builder.first_job(GOOD / "small", shown_as="campaign_data"))
    one, two = jobs
    compared = [each.name for each in fields(one) if each.name != "places"]
    differing = {name for name in compared if getattr(one, name) != getattr(two, name)}
    planned = [each.planned or {} for each in jobs]

    assert differing == {"context", "now", "planned"}
    assert replace(one.context, today=two.context.today) == two.context
    assert [name for name in planned[0] if planned[0][name] != planned[1][name]] == ["screens"] and len(planned[0]) > 2
    for first, second in some(list(zip(one.displays, two.displays, strict=True))):
        assert replace(first, film_day=second.film_day) == second
        assert first.film_day != second.film_day
