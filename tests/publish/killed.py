"""Kills a publish before each of its acts on the disk, and says what people saw; run by test_kills.py.

In a process of its own, without threads, because each kill is a fork's: `killed.py FOLDER links|no-links`. Prints a
line of JSON for each kill: the act, whether what was live was whole, and whether the next publish finished.
"""

import json
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from campaign.publish.folder import FolderTarget
from projects import contents
from published import a_release, present, put_online

ACTS = {"os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "open"}
"""Audit events of what changes a disk (PEP 578); `open` counts where it is for writing."""


def killed_at(number, act):
    """In a fork: do something that is killed before its act of that number; the act's name, empty if never reached."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        count = 0

        def watch(event, arguments):
            nonlocal count
            if event not in ACTS or (event == "open" and not _writes(arguments)):
                return
            count += 1
            if count == number:
                os.write(writing, event.encode())
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            act()
        finally:
            os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    said = os.read(reading, 100).decode()
    os.close(reading)
    assert bool(said) == os.WIFSIGNALED(status), status
    return said


def _writes(arguments):
    _, mode, flags = arguments
    return bool(set(mode or "") & set("wax+")) or bool((flags or 0) & (os.O_WRONLY | os.O_RDWR))


def main(top, *, links):
    www = top / "www"
    old = a_release(top / "old", more="old", gone="x")
    new = a_release(top / "new", more="new", fresh="y")
    shown = [contents(old / "site"), contents(new / "site")]
    put_online(FolderTarget(www, links=links), old, present())
    former = old
    number = 0
    while True:
        number += 1
        following = new if former is old else old

        def publish(release=following):
            put_online(FolderTarget(www, links=links), release, present(), keep=2)

        act = killed_at(number, publish)
        seen = contents(www / "current")
        if not act:
            assert seen == contents(following / "site")
            return
        whole = seen in shown
        publish()
        finished = contents(www / "current") == contents(following / "site")
        sys.stdout.write(json.dumps({"number": number, "act": act, "whole": whole, "finished": finished}) + "\n")
        sys.stdout.flush()
        former = following


if __name__ == "__main__":
    main(Path(sys.argv[1]), links=sys.argv[2] == "links")
