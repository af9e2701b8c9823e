"""Whatever a file holds, the reader accepts it exactly or says what is wrong with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from campaign.core.problems import CampaignDataError, report
from campaign.kinds import Campaign
from campaign.read import read_campaign
from campaign.read.repair.characters import refused
from campaign.read.repair.lookalikes import lookalikes
from campaign.workshop.coverage import undrawable

GOOD = Path(__file__).parent.parent / "good" / "small"
FILES = sorted(path.relative_to(GOOD).as_posix() for path in GOOD.rglob("*.yml"))
SIGNS = [
    *"：；，、－—–　\t \u00a0\u200b\ufeff\u202e\x07\x85\u2028#:-[]{}\"'*&!@%`|>?,\n\r\\",
    *(
        ": ",
        " #",
        "- ",
        "\n- ",
        "\n  ",
        "---\n",
        "<<: *a",
        "!!str ",
        "&a ",
        "{a: b",
        "[a",
        "zh: ",
        "en：",
        "标题：",
        "|\n",
    ),
    *(
        "<<<<<<< x\n",
        "=======\n",
        ">>>>>>> y\n",
        "\ud83d",
        "\ufffd",
        "\uf0b7",
        "''",
        '""',
        "\\u0000",
        "……",
        "...\n",
        "？ ",
    ),
]
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    into = tmp_path_factory.mktemp("data") / "campaign_data"
    shutil.copytree(GOOD, into)
    yield into


def read_with(folder: Path, name: str, data: bytes) -> Campaign | CampaignDataError:
    """The small campaign with one file's bytes replaced: read, or refused; each problem stands in a file."""
    (folder / name).write_bytes(data)
    try:
        return read_campaign(folder, shown_as="campaign_data")
    except CampaignDataError as error:
        for problem in error.problems:
            assert problem.place.path.startswith("campaign_data")
            assert not problem.place.line or 1 <= problem.place.column <= len(problem.source) + 1
            assert problem.place.line <= data.count(b"\n") + data.count(b"\r") + 1 or name not in problem.place.path
        for encoding in ("utf-8", "gbk", "ascii"):
            assert report(error.problems, encoding=encoding).encode(encoding)
        return error
    finally:
        shutil.copy(GOOD / name, folder / name)


@many
@given(name=st.sampled_from(FILES), data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(folder: Path, name: str, data: bytes) -> None:
    """Bytes that are no campaign raise CampaignDataError and nothing else."""
    read_with(folder, name, data)


@many
@given(name=st.sampled_from(FILES), text=st.text(max_size=200))
def test_any_text_is_read_or_refused(folder: Path, name: str, text: str) -> None:
    """Text that is no campaign raises CampaignDataError and nothing else."""
    read_with(folder, name, text.encode("utf-8", "surrogatepass"))


@many
@given(
    name=st.sampled_from(FILES), edits=st.lists(st.tuples(st.floats(0, 1), st.sampled_from(SIGNS), st.integers(0, 3)))
)
def test_a_damaged_file_is_read_or_refused(folder: Path, name: str, edits: list[tuple[float, str, int]]) -> None:
    """A good file with signs typed into it here and there raises CampaignDataError or is still good."""
    text = (GOOD / name).read_text(encoding="utf-8")
    for share, sign, cut in edits:
        at = int(share * len(text))
        text = text[:at] + sign + text[at + cut :]
    read_with(folder, name, text.encode("utf-8", "surrogatepass"))


STRUCTURES = st.recursive(
    st.text("ab：: #-*'\"[]{}\n汉", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "zh", "en", "标题", "x"]), inner)
    ),
    max_leaves=12,
)


@many
@given(
    name=st.sampled_from(FILES), value=STRUCTURES, flow=st.sampled_from([True, False, None]), width=st.integers(10, 90)
)
def test_any_structure_is_read_or_refused(
    folder: Path, name: str, value: object, flow: bool | None, width: int
) -> None:
    """YAML that is no campaign raises CampaignDataError and nothing else."""
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, width=width)
    read_with(folder, name, text.encode("utf-8", "surrogatepass"))


@settings(many, max_examples=150)
@given(title=st.text(st.characters(exclude_characters="\r\n\t"), min_size=1, max_size=30))
def test_accepted_plain_text_comes_out_as_typed(folder: Path, title: str) -> None:
    """A title typed without quotes is the title, or is refused; it is never cut or turned into something else."""
    assume(title == title.strip() and title[0] not in "\"'" and "  #" not in title)
    text = (GOOD / "outreach/northbank.yml").read_text(encoding="utf-8").replace("zh: 上门查马桶", f"zh: {title}")
    found = read_with(folder, "outreach/northbank.yml", text.encode("utf-8", "surrogatepass"))
    if isinstance(found, Campaign):
        assert found.events[0].title["zh"] == title


@many
@given(title=st.text(st.characters(codec="gbk", exclude_categories=["C", "Z"]), min_size=1, max_size=30))
def test_accepted_quoted_text_comes_out_as_typed(folder: Path, title: str) -> None:
    """A title in single quotes, its own doubled, is the title, if only its characters are what they look like."""
    assume(title != "……" and not refused(title) and not any(lookalikes(title)) and not undrawable(title))
    quoted = "'" + title.replace("'", "''") + "'"
    text = (GOOD / "outreach/northbank.yml").read_text(encoding="utf-8").replace("zh: 上门查马桶", f"zh: {quoted}")
    found = read_with(folder, "outreach/northbank.yml", text.encode("utf-8"))
    assert isinstance(found, Campaign), str(found)
    assert found.events[0].title["zh"] == title
