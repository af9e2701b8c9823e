"""Lines: where a browser may break a title that is too long for its line."""

import pytest

from campaign.say.lines import opened


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("zh", "商标、专利和地理标志标识规范性检查", ["商标、专利", "和", "地理标志", "标识", "规范性", "检查"]),
        ("zh", "开展知识产权规范性专项检查", ["开展", "知识产权", "规范性", "专项检查"]),
        ("zh", "知识产权能力提升线上培训班", ["知识产权", "能力", "提升", "线上", "培训班"]),
        ("zh", "知识产权知识竞答共有26题", ["知识产权", "知识", "竞", "答", "共", "有", "26题"]),
        ("zh", "能力提升线上培训班", ["能力提升线上培训班"]),
        ("zh", "走进特产店：产地名能不能当商标用", ["走进特产店：产地名能不能当商标用"]),
        ("en", "Office lecture: software, fonts and pictures", ["Office lecture: software, fonts and pictures"]),
    ],
)
def test_only_a_long_clause_is_opened_and_never_inside_a_word(language, text, parts):
    """A clause that fits a line, and whatever the browser breaks by itself, stay as they are; nothing is lost."""
    found = opened(text, language, most_units=10)

    assert list(found) == parts
    assert "".join(found) == text
