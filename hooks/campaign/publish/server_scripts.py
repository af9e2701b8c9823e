"""What runs on a server over ssh: scripts for a POSIX shell, whose arguments are data and never part of them."""

from __future__ import annotations

LOCK = "releases/.lock.d"
HOLD = """
umask 022
mkdir -p "$1/releases" || exit
lock="$1/releases/.lock.d"
look() {
    holder=
    for one in "$lock"/*; do if [ -e "$one" ]; then holder=${one##*/}; fi; done
}
busy() {
    look
    echo "busy $holder"
    exit 0
}
lives() { { ps -p "$1" || kill -0 "$1"; } >/dev/null 2>&1; }
alone() { [ $# = 1 ]; }
if ! mkdir "$lock" 2>/dev/null; then
    look
    if [ -z "$holder" ]; then sleep 2; look; fi
    if [ -z "$holder" ]; then
        rmdir "$lock" 2>/dev/null
        mkdir "$lock" || exit
    elif lives "$holder"; then busy
    else mv -f "$lock/$holder" "$lock/$$" 2>/dev/null || busy
    fi
fi
trap 'rm -f "$lock/$$"; rmdir "$lock" 2>/dev/null' EXIT
trap 'exit 1' HUP INT TERM
: >"$lock/$$" || exit
alone "$lock"/* || { rm -f "$lock/$$"; busy; }
echo "held $$"
cd "$1" || exit
leads() {
    if [ -h "$1" ]; then
        to=$(ls -ld "$1" | sed 's/.* -> //')
        echo "${to#"$(pwd -P)/"}"
    elif [ -e "$1" ]; then echo FOREIGN
    else echo NOTHING
    fi
}
leads current
leads previous
cd releases || exit
for one in [0-9]*.json; do
    name=${one%.json}
    if [ -f "$one" ] && [ -d "$name" ]; then echo "$name"; fi
done
echo ready
cat >/dev/null
"""
"""Holds the place for as long as its standard input is open; a lock whose holder is gone is taken over.

The lock is a folder with one file, called as its holder's process. To take it over is to rename that very file: of
several who saw the same dead holder one succeeds, and nobody can take what the first has already. Who finds a second
file beside its own gives way.

Says its process, what `current` and `previous` lead to, from here where that is below, then the sealed releases: those
whose folder and manifest are both there.
"""
HELD = """
[ -e "$1/releases/.lock.d/{holder}" ] || {{ echo "the place is no longer held" >&2; exit 1; }}
"""
"""Before every other script: whoever lost the place changes nothing in it, whatever it still believes."""
READ = 'cat <"$1/releases/$2.json"'
DIGESTS = """
cd "$1/releases/$2" 2>/dev/null || exit 0
if command -v sha256sum >/dev/null 2>&1; then find . ! -type d -exec sha256sum -b {} +
elif command -v shasum >/dev/null 2>&1; then find . ! -type d -exec shasum -b -a 256 {} +
elif command -v openssl >/dev/null 2>&1; then find . ! -type d -exec openssl dgst -r -sha256 {} +
else echo NO-DIGEST
fi
"""
"""Each file's SHA-256, a space, a mark or a space, its path; a symbolic link counts as what it leads to."""
DISCARD = 'cd "$1/releases/.incoming" && while IFS= read -r path; do rm -f -- "$path" || exit; done'
SEAL = """
umask 022
cd "$1/releases" || exit
cat >".$2.json" && mv -f ".$2.json" "$2.json" || exit
sync
mv .incoming "$2"
"""
"""The manifest first, then the folder gets its name in one step."""
SWITCH = """
cd "$1" || exit
[ -d "releases/$2" ] || exit
lead() {
    rm -f ".$1.new"
    ln -s "$2" ".$1.new" || exit
    if mv -T -f ".$1.new" "$1" 2>/dev/null || mv -h -f ".$1.new" "$1" 2>/dev/null; then return; fi
    echo "mv can't replace a symbolic link in one step" >&2
    exit 1
}
if [ -h current ]; then
    former=$(ls -ld current | sed 's/.* -> //')
    if [ "$former" != "releases/$2" ] && [ -d "$former" ]; then lead previous "$former"; fi
fi
lead current "releases/$2"
"""
"""`previous` leads to the release before: a page of it that is still open may ask for what the live one no longer has.
One rename: GNU and BusyBox know `-T`, BSD knows `-h`; without either `mv` would move the link into the folder."""
PRUNE = """
cd "$1/releases" || exit
while IFS= read -r name; do
    mv "$name" ".$name.old" && rm -f "$name.json" || exit
done
rm -rf .*.old
"""
