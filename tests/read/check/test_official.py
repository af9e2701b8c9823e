"""Official words and the document beside them: whoever changes one is told, at the place where it differs."""

import re
import shutil

import pytest

from campaign.core.problems import CampaignDataError
from campaign.read import read_campaign, read_folder
from campaign.read.plan import ORIGINAL, drafted, find_plan, paragraphs_of
from projects import GOOD, TOP

SHIPPED = TOP / "campaign_data" / ORIGINAL


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The draft of the shipped plan, beside the text as the scanner broke it."""
    folder = tmp_path_factory.mktemp("official")
    for name, text in drafted(find_plan(paragraphs_of(SHIPPED, SHIPPED.read_bytes()))).items():
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(SHIPPED, folder)
    return folder


@pytest.mark.parametrize(
    ("name", "right", "wrong", "said"),
    [
        ("plan.yml", "认真抓好落实。", "认真抓落实。", "从“落实。”起"),
        ("plan.yml", "临州市监发〔2024〕111号", "临州市监发〔2024〕112号", "从“2号”起"),
        ("plan.yml", "zh: 二、活动时间", "zh: 二、时间", "从“时间”起"),
        ("activities.yml", "zh: 举办知识产权能力", "zh: 举行知识产权能力", "从“行知识产权能力提”起"),
        ("priorities.yml", "生动展现知识产权强国", "充分展现知识产权强国", "从“充分展现知识产权”起"),
        ("plan.yml", "zh: 各县（市）市场监督管理局：", "zh: 你们好：", "方案原文里没有这句话"),
    ],
)
def test_a_changed_word_is_told_where_it_differs(data, name, right, wrong, said):
    """File, line, the first character that isn't the plan's, and what the plan has in its place."""
    path = data / name
    text = path.read_text(encoding="utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")

    with pytest.raises(CampaignDataError) as raised:
        read_campaign(data, shown_as="data")
    path.write_text(text, encoding="utf-8")

    (problem,) = raised.value.problems
    number = text[: text.index(right)].count("\n") + 1
    assert (problem.place.path, problem.place.line) == (f"data/{name}", number)
    assert said in problem.what.zh and "plan-original.txt" in problem.hint.zh
    if differs := re.search("“(.)", problem.what.zh):
        assert problem.source[problem.place.column - 1] == differs[1]


def test_our_own_words_are_not_compared(data):
    """Only what is the plan's: neither short names nor meanings, nor what the office adds."""
    path = data / "priorities.yml"
    text = path.read_text(encoding="utf-8")
    ours = "zh: TODO 用三句话说明这一项"
    assert ours in text
    path.write_text(text.replace(ours, "zh: 这一项讲的是方向。"), "utf-8")

    assert read_campaign(data).priorities.priorities[0].meaning["zh"] == "这一项讲的是方向。"
    path.write_text(text, encoding="utf-8")


def test_a_campaign_without_the_document_is_taken_at_its_word(data):
    """No text beside the data, nothing to compare with."""
    assert not (GOOD / "small" / "plan-original.txt").exists()
    assert read_campaign(GOOD / "small").priorities


def test_each_todo_is_mentioned_at_its_line(tmp_path):
    """What a draft leaves open is no mistake of reading, and is named until it is written."""
    shutil.copytree(GOOD / "small", tmp_path / "data")
    path = tmp_path / "data" / "priorities.yml"
    text = path.read_text(encoding="utf-8")
    right = "zh: 看到路面冒水，请打电话。我们两小时内到。"
    assert right in text
    path.write_text(text.replace(right, "zh: TODO 用三句话说明"), encoding="utf-8")

    (one,) = read_folder(tmp_path / "data", shown_as="data").unfinished

    line = text[: text.index(right)].count("\n") + 1
    assert (str(one.place), one.what.zh) == (f"data/priorities.yml:{line}:11", "还没有填：TODO 用三句话说明")
