"""Find a Chromium to drive; `--install` takes Debian's where there is none. A missing browser fails the tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
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
    """Debian's package; elsewhere say what to install."""
    apt = shutil.which("apt-get")
    if not apt:
        sys.exit("没有找到浏览器，请安装 Chrome 或 Chromium · no browser found: install Chrome or Chromium")
    sudo = [] if os.geteuid() == 0 else ["sudo"]
    print("安装浏览器 installing Debian's chromium", flush=True)
    subprocess.run([*sudo, apt, "update", "-qq"], check=True)
    subprocess.run(
        [*sudo, apt, "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
    )


if __name__ == "__main__":
    if not find_browser() and "--install" in sys.argv:
        install()
    print(find_browser() or sys.exit("没有找到浏览器 no browser found"))
