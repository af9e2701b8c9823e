"""The ZIP for a portal: the same bytes for the same site, split where it must be, read back, with a note in Chinese."""

import io
import os
import random
import zipfile

import pytest

from campaign.publish import TargetError, of_site, plan_rollback, rollback
from campaign.publish.zip import NOTE, ZipTarget
from looking import some
from projects import contents
from published import CAMPAIGN, FIRST, SECOND, a_release, a_site, present, put_online, quiet


def unpacked(folder, into):
    """What an administrator has who unpacks every ZIP into one folder."""
    for pack in some(sorted(folder.glob("*.zip"))):
        with zipfile.ZipFile(pack) as archive:
            archive.extractall(into)
    return contents(into)


def test_a_site_is_one_zip_of_the_same_bytes_whenever_it_is_packed(tmp_path):
    """Nothing but the site's files is in it, at its root; the clock isn't."""
    target = ZipTarget(tmp_path / "packs")
    release = a_release(tmp_path / "release", en__index="x")
    first = put_online(target, release, present())
    os.utime(release / "site" / "index.html", (0, 0))
    other = ZipTarget(tmp_path / "others")
    put_online(other, release, present())

    packs = contents(tmp_path / "packs" / first)
    assert unpacked(tmp_path / "packs" / first, tmp_path / "out") == contents(release / "site")
    assert packs == contents(tmp_path / "others" / first)
    assert sorted(packs) == ["SHA256SUMS.txt", "tideford-week-column.zip", NOTE]


def test_a_large_site_is_split_into_whole_zips_under_the_limit(tmp_path):
    """Each part opens by itself and is no larger than was said; together they are the site."""
    large = {f"f{number}.png": "x" * 400_000 for number in range(6)}
    release = a_release(tmp_path / "release", **large)
    target = ZipTarget(tmp_path / "packs", part_mb=1)

    made = tmp_path / "packs" / put_online(target, release, present())

    parts = sorted(made.glob("*.zip"))
    assert [part.name for part in parts] == [f"tideford-week-column-{number}-of-3.zip" for number in (1, 2, 3)]
    assert all(part.stat().st_size <= 1_000_000 for part in parts)
    assert unpacked(made, tmp_path / "out") == contents(release / "site")
    assert "-1-of-3.zip、" in (made / NOTE).read_text("utf-8-sig")


def test_looking_makes_nothing(tmp_path):
    """A dry run of a mistyped folder leaves no trace; a file in its place is told with the way out."""
    with ZipTarget(tmp_path / "packs") as target:
        assert (target.releases(), target.live()) == ([], "")
    assert list(tmp_path.iterdir()) == []

    (tmp_path / "packs").write_text("")
    with pytest.raises(TargetError, match="不是文件夹：改 campaign.yml 里的 folder"), ZipTarget(tmp_path / "packs"):
        pass


def test_a_file_that_fits_in_no_part_is_named(tmp_path):
    """The way out is to raise the limit."""
    release = a_release(tmp_path / "release", **{"film.mp4": "x" * 1_200_000})

    with pytest.raises(TargetError, match=r"film.mp4 有 1.2 MB"):
        put_online(ZipTarget(tmp_path / "packs", part_mb=1), release, present())


def test_the_note_says_where_to_and_what_to_delete(tmp_path):
    """Files that the packs before had are listed, for nobody else will delete them on the portal."""
    target = ZipTarget(tmp_path / "packs")
    put_online(target, a_release(tmp_path / "release", old="x"), present())
    second = put_online(target, a_release(tmp_path / "release"), present())

    note = (tmp_path / "packs" / second / NOTE).read_text("utf-8-sig")
    assert note.rstrip().endswith("files to delete:\nold") and "https://week.tideford.gov.cn/" in note


def test_a_rolled_back_portal_is_told_what_to_delete(tmp_path):
    """The page that is taken back is on the portal, so the former packs' note lists it; forward again likewise."""
    target = ZipTarget(tmp_path / "packs")
    first = put_online(target, a_release(tmp_path / "release", old="x"), present())
    second = put_online(target, a_release(tmp_path / "release", secret="x"), present())

    def delete_after(release):
        note = (tmp_path / "packs" / release / NOTE).read_text("utf-8-sig")
        return note.partition("files to delete:\n")[2].split()

    with target:
        rollback(target, plan_rollback(target, present().ledger, campaign=CAMPAIGN))
        assert delete_after(first) == ["secret"]
        rollback(target, plan_rollback(target, present().ledger, campaign=CAMPAIGN, to="2"))
        assert delete_after(second) == ["old"]
        (tmp_path / "packs" / f"{second}.json").write_text("{", "utf-8")
        rollback(target, plan_rollback(target, present().ledger, campaign=CAMPAIGN))
    assert "列不出来" in (tmp_path / "packs" / first / NOTE).read_text("utf-8-sig")


def test_a_pack_that_was_damaged_is_found(tmp_path):
    """Every file is read back from its ZIP, before it counts and before it is rolled back to."""
    target = ZipTarget(tmp_path / "packs")
    site = a_site(tmp_path / "site", big=os.urandom(20_000).hex())
    manifest = of_site(site)
    with target:
        target.send(site, manifest, tell=quiet)
        assert target.faults(manifest) == []
        target.seal(FIRST, manifest)
        (pack,) = (tmp_path / "packs" / FIRST).glob("*.zip")
        content = bytearray(pack.read_bytes())
        content[len(content) // 2] ^= 255
        pack.write_bytes(bytes(content))
        assert target.damage(FIRST) == ["big"]
        pack.write_bytes(b"PK")
        assert set(target.damage(FIRST)) == set(manifest.files)
        assert target.releases() == [FIRST] and SECOND not in target.releases()


@pytest.mark.parametrize("seed", range(60))
def test_one_altered_byte_is_found_wherever_it_is(tmp_path, seed):
    """A byte of what is packed, of the lists or of the end: it is found and never raises."""
    chance = random.Random(seed)
    target = ZipTarget(tmp_path / "packs")
    manifest = of_site(a_site(tmp_path / "site", big=chance.randbytes(2_000).hex()))
    with target:
        target.send(tmp_path / "site", manifest, tell=quiet)
        target.seal(FIRST, manifest)
        (pack,) = (tmp_path / "packs" / FIRST).glob("*.zip")
        content = pack.read_bytes()
        for at in chance.sample(range(len(content)), 20):
            altered = bytes([*content[:at], content[at] ^ (1 << chance.randrange(8)), *content[at + 1 :]])
            pack.write_bytes(altered)
            assert target.damage(FIRST) or _unpacked(altered) == _unpacked(content), at


def _unpacked(content):
    """What a ZIP holds; dates and the like may differ."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
