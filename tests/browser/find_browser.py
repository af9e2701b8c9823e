"""Find a Chromium to drive; `--install` takes Debian's where there is none. A missing browser fails the tests.

The headless shell is asked for first: without the windows nobody sees it takes a third of the processor time.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's, the better first: older releases have only the second."""
NAMES = (*SHELLS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find_browser():
    """The program's path, or None."""
    named = os.environ.get("BROWSER_PATH")
    found = [named] if named else [shutil.which(name) for name in NAMES] + [p for p in PLACES if Path(p).exists()]
    return next((path for path in found if path), None)


def install():
    """Debian's packages; where there are none, or they can't be had, what is there will do."""
    apt = shutil.which("apt-get")
    if not apt or os.environ.get("BROWSER_PATH"):
        return
    print("安装浏览器 installing Debian's chromium", flush=True)
    as_root = [] if os.geteuid() == 0 or not shutil.which("sudo") else ["sudo", *(["-n"] if find_browser() else [])]
    _went_well([*as_root, apt, "update", "-qq"])
    for package in PACKAGES:
        if _went_well([*as_root, apt, "install", "-y", "-qq", "--no-install-recommends", package, "fonts-noto-cjk"]):
            return


def _went_well(command):
    """What apt says of a failure is on the screen."""
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    return subprocess.run(command, **quiet).returncode == 0


if __name__ == "__main__":
    if "--install" in sys.argv and not any(map(shutil.which, SHELLS)):
        install()
    print(
        find_browser()
        or sys.exit("没有找到浏览器，请安装 Chrome 或 Chromium · no browser found: install Chrome or Chromium")
    )
