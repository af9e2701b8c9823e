"""Commands in messages can be typed as they stand."""

import re
import shutil
import subprocess
from pathlib import Path

from campaign.cli import COMMANDS
from campaign.core.typed import typed
from looking import some
from projects import TOP

SAME_EVERYWHERE = {"reprint_list.py", "readme.py"}
"""What writes files that are the same bytes whatever machine made them."""
BARE = re.compile(rf"(?:运行|用|先|再|run|by|then|with|and) campaign (?:{'|'.join(one.name for one in COMMANDS)})\b")


def test_no_message_names_a_command_as_no_shell_finds_it():
    """A command to run stands as it is typed; `campaign` alone is on nobody's path."""
    told = {path: BARE.findall(_messages(path)) for path in some((TOP / "hooks" / "campaign").rglob("*.py"))}
    assert {str(path): found for path, found in told.items() if found} == {}


def _messages(path: Path) -> str:
    """The code without what only engineers read, and without what stands in a file that is the same everywhere."""
    text = re.sub(r'"""(?s:.*?)"""', "", path.read_text("utf-8"))
    return "" if path.name in SAME_EVERYWHERE else re.sub(r"由 campaign publish|by campaign publish", "", text)


def test_a_command_runs_as_it_is_worded(tmp_path):
    """From the project's folder, by the shell people have."""
    shell = shutil.which("sh")
    done = subprocess.run([shell, "-c", f"{typed('check')} --help"], cwd=TOP, capture_output=True, check=False)
    assert done.returncode == 0 and "campaign check" in done.stdout.decode()
