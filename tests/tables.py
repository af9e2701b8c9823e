"""Every table of our own words that the library has, found by looking: the tests of words read them all."""

import tomllib

from projects import TOP

LIBRARY = TOP / "hooks" / "campaign"


def tables():
    """Each table by its folder from the library's root, as its texts by language tag."""
    folders = sorted({path.parent for path in LIBRARY.rglob("*.toml") if path.parent.name == "words"})
    found = {
        folder.relative_to(LIBRARY).as_posix(): {
            path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))
        }
        for folder in folders
    }
    assert {"say/words", "channels/posters/words", "channels/screens/words", "channels/site/words"} <= set(found)
    return found
