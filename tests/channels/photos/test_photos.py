"""Photos on the site: small, told to the pages as they are, and kept by what is in their files."""

import io
import shutil
from datetime import date

import pytest
from PIL import Image

from campaign.channels import Commission, photos
from campaign.core.context import BuildContext
from campaign.read import read_campaign
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from projects import GOOD


@pytest.fixture
def folder(tmp_path):
    """The small campaign whose first event has a photo."""
    made = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", made)
    shutil.copytree(GOOD.parent / "bad" / "image-truncated", made, dirs_exist_ok=True)
    (made / "expected.txt").unlink()
    _photo().save(made / "images" / "strip.jpg")
    return made


def _photo():
    return Image.linear_gradient("L").resize((1200, 1600)).convert("RGB")


def _output(folder, cache, **options):
    campaign = read_campaign(folder)
    context = BuildContext(today=date(2025, 3, 20), site_address=campaign.campaign.site_address)
    jobs = photos.plan(Commission(campaign=campaign, context=context, folder=folder))
    return photos.render(jobs, Bench(cache=cache, **options))


def test_events_photos_stand_on_the_site(folder, tmp_path):
    """The files and what the pages are told of them are the same: path for path, size for size."""
    output = _output(folder, Cache(tmp_path / "cache"))
    files = {file.path: file for file in output.files}
    told = [size for photo in output.listed for size in photo.sizes]

    assert list(files) == ["images/north-home-check-480.jpg", "images/north-home-check-960.jpg"]
    assert [one.path for one in told] == list(files)
    for one in told:
        assert Image.open(io.BytesIO(files[one.path].content)).size == (one.width, one.height)
        assert files[one.path].source.id == "north-home-check"


def test_finished_photos_are_kept(folder, tmp_path):
    """A second build takes them from the cache; another file under the same name is made anew."""
    cache, seen = Cache(tmp_path / "cache"), []
    first = _output(folder, cache)
    assert _output(folder, cache, progress=seen.append) == first
    assert all(one.kept == one.total == 1 for one in seen)

    _photo().rotate(180).save(folder / "images" / "strip.jpg")
    after = _output(folder, cache)
    assert [file.content for file in after.files] != [file.content for file in first.files]
