"""A publish that is killed leaves the live site whole, wherever it was, and the next one finishes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from looking import some
from projects import build_environment

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="kills are forks': POSIX alone")]


@pytest.mark.parametrize("links", ["links", "no-links"])
def test_killed_before_any_act_on_the_disk_what_is_live_is_whole(tmp_path, links):
    """SIGKILL before every single write, link, rename and deletion of a publish: people see the former site or the new
    one, whole, and the next publish is what was to be published."""
    line = [sys.executable, str(Path(__file__).with_name("killed.py")), str(tmp_path), links]
    done = subprocess.run(line, capture_output=True, text=True, env=build_environment(), check=False)

    assert done.returncode == 0, done.stderr
    kills = [json.loads(said) for said in some(done.stdout.splitlines())]
    assert len(kills) > 20 and {"os.rename", "os.link", "open"} <= {kill["act"] for kill in kills}
    assert [kill for kill in kills if not (kill["whole"] and kill["finished"])] == []
