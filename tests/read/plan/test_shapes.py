"""Plans of every shape, each in tests/plans/ with what is to be found in it: nothing more, nothing less."""

import os
from pathlib import Path

import pytest

from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign
from campaign.read.plan import ORIGINAL, drafted, find_plan, paragraphs_of
from campaign.read.plan.signs import bare
from looking import some
from projects import HERE

PLANS = sorted(one for one in (HERE / "plans").iterdir() if one.suffix != ".expected")
OPEN_WEEK = {"no-theme.txt", "no-year.txt", "vague-week.txt", "week-and-theme.txt"}
"""Plans that don't say when: their drafts can't be built before somebody does."""
NAMES = (
    "issuer_head number title addressees notice issuer issued publicity plan_title name preamble week theme places "
    "forms counties contact phone hosts"
)


def found(path: Path):
    return find_plan(paragraphs_of(path, path.read_bytes()))


def told(plan) -> str:
    """All that was found, a line each, as it is compared."""
    lines = [f"{name}: {_said(getattr(plan, name))}" for name in NAMES.split() if getattr(plan, name)]
    for name in ("priorities", "activities"):
        for one in getattr(plan, name):
            lines.append(f"{name}: {one.title} | {_said(one.text)} | {_said(one.dates)}")
    for one in plan.chapters:
        lines.append(f"section: {one.heading} | {one.shows} | {_said(one.text)} | {_said(one.items)}")
    if plan.report:
        lines.append(f"report: {plan.report.due} | {plan.report.to} | {_said(plan.report.items)}")
    lines += [f"doubt: {one.line} {one.what.zh} | {one.sentence}" for one in plan.doubts]
    return "\n".join(lines) + "\n"


def _said(value) -> str:
    if isinstance(value, tuple):
        return "; ".join(_said(one) for one in value)
    return str(value).replace("\n", "⏎")


def test_there_are_plans_to_look_at():
    """At least fifteen shapes as text, one as a browser prints it; those of Word are written where they are tried."""
    assert len(PLANS) >= 15 and {one.suffix for one in PLANS} == {".txt", ".pdf"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_what_is_found_is_this(path):
    """Every fact, every official text and every doubt; UPDATE_EXPECTED=1 writes them anew, to be read."""
    expected = path.with_name(f"{path.name}.expected")
    said = told(found(path))
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(said, encoding="utf-8", newline="\n")

    assert said == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_a_draft_can_be_read_and_agrees_with_its_plan(path, tmp_path):
    """The draft is a campaign at once: its only problem may be a week that the plan doesn't give."""
    for name, text in drafted(found(path)).items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")

    if path.name in OPEN_WEEK:
        with pytest.raises(CampaignDataError) as raised:
            read_campaign(tmp_path, shown_as="draft")
        told = [str(one) for one in raised.value.problems] and [one.what.zh for one in raised.value.problems]
        assert told == ["“week.starts”还没有填（TODO）", "“week.ends”还没有填（TODO）"]
    else:
        assert read_campaign(tmp_path).languages == ("zh",)


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.name)
def test_every_official_word_is_the_documents(path):
    """Titles and texts of priorities, activities and sections stand in the document as they are, white space apart."""
    plan = found(path)
    document = bare("".join(plan.source))
    texts = [plan.plan_title, plan.theme, *(one.heading for one in plan.chapters)]
    texts += [text for one in (*plan.priorities, *plan.activities) for text in (one.title, *one.text.split("\n"))]
    texts += [line for one in plan.chapters for text in (one.text, *one.items) for line in text.split("\n")]

    for text in some(text for text in texts if text):
        assert bare(text) in document, text


def test_a_mobile_number_is_nowhere_in_a_draft():
    """Neither as a contact's nor in the copy of the plan beside the data; the landline on its line is kept."""
    files = drafted(found(HERE / "plans" / "notice-attachments.txt"))

    assert "13800138000" in (HERE / "plans" / "notice-attachments.txt").read_text(encoding="utf-8")
    assert "13800138000" not in "".join(files.values())
    assert "phone: 0999-7654321" in files["contacts.yml"] and "0999-7654321、（号码未收录）" in files[ORIGINAL]


def test_the_same_plan_gives_the_same_bytes():
    """A draft depends on nothing but the document."""
    path = HERE / "plans" / "scanned.txt"

    assert drafted(found(path)) == drafted(found(path))
