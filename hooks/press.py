"""What a double click starts, in any Python: sets up .venv where it isn't ready, then asks what to do."""

import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
TOO_OLD = (
    "需要 Python 3.11 或更新：到 python.org 下载安装，或在 Microsoft Store 里搜 Python"
    " · Python 3.11 or newer is needed\n"
)


def main(arguments):
    """Set up alone with `--setup`, else hand over to the menu with the number that was given; the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.stderr.write(TOO_OLD)
        return 1
    from pathlib import Path

    from campaign.core.console import say
    from campaign.machine import examining, merging, setting_up

    top = Path(TOP)
    os.chdir(str(top))
    try:
        setting_up.set_up(top)
    except setting_up.SetupError as error:
        say(str(error), sys.stderr)
        examining.tell(examining.examine(top), lambda line: say(line, sys.stderr))
        return 1
    merging.set_up(top)
    if arguments == ["--setup"]:
        return 0
    line = [str(setting_up.python(top)), "-m", "campaign", "menu"] + arguments
    environment = dict(os.environ, PYTHONPATH=str(top / "hooks"), PYTHONUTF8="1")
    return subprocess.call(line, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
