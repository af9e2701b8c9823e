"""Whoever sends a message is told how long it is as its channel counts."""

import pytest

from campaign.channels.messages import counted
from campaign.kinds.message import CHANNELS
from looking import some
from plans import composed

EVENT = {"subject": "event", "record": "yj-market-gi-labels"}


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("sms", "按 1 条计费"),
        ("broadcast", "约 1 秒"),
        ("moments", "约 1 行"),
        ("douyin", "6/55 字"),
        ("weibo", "6/2000 字"),
        ("press-release", "6 字"),
    ],
)
def test_a_length_is_told_as_the_channel_counts(channel, said):
    """Parts, seconds, lines, or so many of so many; the mark of a sample counts."""
    (one,) = composed({**EVENT, "channel": channel, "text": {"zh": "来吧"}})

    assert said in counted(one).zh
    assert counted(one).en.isascii()


def test_what_is_folded_is_told():
    """Beyond a hundred and forty characters Weibo hides the rest."""
    (one,) = composed({**EVENT, "channel": "weibo", "text": {"zh": "权" * 140}})
    assert "第 140 字以后折叠" in counted(one).zh


def test_every_channel_has_a_name():
    """In both languages; none is called as another is."""
    for called in some(list(CHANNELS.values())):
        assert called.zh != called.en
    assert len({called.zh for called in CHANNELS.values()}) == len(CHANNELS)
