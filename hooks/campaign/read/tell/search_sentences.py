"""The sentences for words to search by that can't be."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SEARCH: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "campaign.search_word_short": (
            "“{word}”只有一个字，许多词里都有它",
            "{word} is one letter: it stands in too many words",
            "写两个字以上的说法，例如“厕所”",
            "write a word of two letters or more",
        ),
        "campaign.search_word_alone": (
            "这一组只有一个说法，又没有写 page，等于没写",
            "one word alone, without a page, does nothing",
            "再写一个意思一样的说法；或者写上 page，说明搜它先给哪一页",
            "add a word that means the same, or the page that it is to find",
        ),
        "campaign.search_page_form": (
            "“{value}”不是本站网页的路径",
            "{value} is no path of a page of this site",
            "写网址里语言后面的部分，以 / 结尾，例如 programme/、learn/report/",
            "what stands in the address after the language, with the / at its end: programme/, learn/report/",
        ),
    }
)
