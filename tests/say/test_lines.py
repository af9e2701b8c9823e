"""Lines: where a browser may break a title that is too long for its line."""

import pytest

from campaign.say.lines import opened, spans


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


@pytest.mark.parametrize(
    ("language", "text", "names", "whole"),
    [
        ("zh", "东乡县达板镇园区路 17 号", ("东乡县",), ["东乡县", "达板镇", "园区路 17 号"]),
        ("zh", "文创产品的版权", (), ["文创", "产品的", "版权"]),
        ("zh", "不到 24 小时", (), ["不", "到 ", "24 小时"]),
        ("en", "Daban, Dongxiang County", ("Dongxiang County",), ["Daban, ", "Dongxiang County"]),
    ],
)
def test_a_name_is_a_span_and_no_weak_word_begins_one(language, text, names, whole):
    """Joined, the parts of all spans are the text again."""
    found = spans(text, language, names)

    assert ["".join(part for part, _ in span) for span in found] == whole


def test_a_line_best_ends_with_a_clause_and_least_well_inside_a_word():
    """After a pause, after a pause within a list, anywhere; worst between characters of no known word."""
    clause, item, word, inside = (
        dict(part for span in spans(text, "zh") for part in span)[end]
        for text, end in [("讲座：商标", "讲座："), ("商标、专利", "商标、"), ("商标专利", "商标"), ("甲乙丙丁", "甲")]
    )

    assert clause > item > word > inside


def test_an_english_line_rather_ends_before_a_preposition_than_after_it():
    """`the terms / of a licence`, never `the terms of / a licence`."""
    worths = dict(part for span in spans("terms of licences", "en") for part in span)

    assert worths["of "] < worths["terms "]
