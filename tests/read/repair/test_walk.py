"""The walk leaves good YAML alone, whoever wrote it, and mends each line it finds wrong."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from campaign.read.files.source import Source
from campaign.read.repair.draft import Draft
from campaign.read.repair.walk import Walk

TEXTS = st.sampled_from(
    [
        *(
            "反诈",
            "a: b",
            "x #y",
            "- z",
            "*q",
            "'s",
            '"t"',
            "[u]",
            "{v}",
            "line\nbreak",
            "  lead",
            "trail ",
            "|",
            "> x",
        ),
        *("key:", "#c", "%", "@", "`", "~", "no", "1.0", "", "：", "“引”", "a\\b", "---", "? q", "!t", "&r", "长" * 90),
        *(
            "多行\n\n文字\n",
            "\n开头",
            "  缩进\n  文字\n",
            "a'b\"c",
            "x:y",
            "http://a.b/c#d",
            "1,2",
            "tab\tin",
            "long " * 30,
        ),
    ]
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "zh", "k 1", "中文"]), inner),
    max_leaves=10,
)


class _Writer(yaml.SafeDumper):
    """PyYAML's writer without anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def walked(text: str) -> Draft:
    draft = Draft(Source("x.yml", tuple(text.split("\n"))))
    Walk(draft).run()
    return draft


@settings(max_examples=300, deadline=None)
@given(
    value=st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES, min_size=1),
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    width=st.sampled_from([20, 80, 1000]),
    indent=st.sampled_from([2, 4]),
)
def test_good_yaml_is_left_alone(value: object, flow: bool | None, style: str | None, width: int, indent: int) -> None:
    """Whatever a YAML writer writes in whatever style is neither accused nor changed."""
    text = yaml.dump(
        value,
        Dumper=_Writer,
        allow_unicode=True,
        default_flow_style=flow,
        default_style=style,
        width=width,
        indent=indent,
    )
    assume("? " not in text and "!!" not in text)
    draft = walked(text)
    assert draft.findings == []
    assert yaml.load(draft.text, Loader=yaml.BaseLoader) == yaml.load(text, Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    "text",
    [
        "text: |\n  时间：9点\n  - 不是清单\n  *星号* & 其他: 值\n\n    更深\nnext: 1",
        "text: >-\n    # 不是备注\n    {a: b\nnext: 1",
        "text: |2\n    两格起\n   三格\nnext: 1",
        'text: "一行\n  二行: 还在引号里\n  # 也在"\nnext: 1',
        "text: 很长的\n  一段话，\n  分三行\nnext: 1",
        "text:\n  第一：加强领导\nitems:\n  - 时间：上午九点\n  - LED：滚动播出",
        "times: [09:00, 12:30]\nwhen: 2024-04-22 09:00\nlat: -35.5\nsite: https://a.b/c:8080#d",
        "list:\n- a\n- b\nnext: 1",
        "list: # 说明\n  - a  # 说明\n  # 整行说明\n  - b",
        "a: 'it''s'\nb: \"\\\"\"\nc: it's\nd: 5\" 屏",
        "flow: {zh: 一,\n  en: one}\nlong: [\n  a,\n  b,\n]\nnext: 1",
        "---\na: 1",
        "a:\n\n\n  b: 1\n\u3000\n  c: 2",
        "- - a\n  - b\n-\n  c: 1\n- d: 2\n  e: 3",
    ],
)
def test_what_people_write_well_is_left_alone(text: str) -> None:
    """Text in blocks and quotes, values with colons and dashes, comments, lists in either column."""
    assert walked(text).findings == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("title：反诈\nid: a", "title: 反诈\nid: a"),
        ("a:\n  zh：一\n  en: one", "a:\n  zh: 一\n  en: one"),
        ("a:\n  -x\n  -y", "a:\n  - x\n  - y"),
        ("a:\n－ x\n－ y", "a:\n- x\n- y"),
        ("a: 人民路 #12号", 'a: "人民路 #12号"'),
        ('a: 说"好": 是', "a: '说\"好\": 是'"),
        ("a: *重点*", 'a: "*重点*"'),
        ("a:\n  id: 1\n\ttitle: 2", "a:\n  id: 1\n  title: 2"),
        ("a:\n  - id: 1\n\u3000\u3000title: 2", "a:\n  - id: 1\n    title: 2"),
        ("a: [x，y]", "a: [x, y]"),
        ("title 反诈\nid: a", "title: 反诈\nid: a"),
        ("posters\n  - a", "posters:\n  - a"),
    ],
)
def test_a_line_is_mended_as_it_was_meant(typed: str, meant: str) -> None:
    """The parser sees what the author meant, so that nothing else is blamed."""
    draft = walked(typed)
    assert draft.text == meant
    assert draft.findings
