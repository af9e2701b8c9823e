"""Causes: the kinds of thing that keep a campaign from release, each with what is to be done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from campaign.core.problems import CampaignDataError, Message, Problem


@dataclass(frozen=True, slots=True)
class Cause:
    """One kind of thing in the way. place: where it comes in the order of work; how: what mends it."""

    place: int
    name: Message
    how: Message


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way, where it stands, and what kind of thing it is."""

    cause: Cause
    problem: Problem


@dataclass(eq=False)
class UnclearedError(CampaignDataError):
    """What keeps a campaign from release: `obstacles` has the cause of each of the problems."""

    obstacles: tuple[Obstacle, ...] = ()

    def __post_init__(self) -> None:
        self.problems = tuple(one.problem for one in self.obstacles)
        CampaignDataError.__post_init__(self)


@dataclass
class Found:
    """What is found in the way so far."""

    obstacles: list[Obstacle] = field(default_factory=list)

    def add(self, cause: Cause, problems: Iterable[Problem]) -> None:
        """More of one cause."""
        self.obstacles += [Obstacle(cause, problem) for problem in problems]

    @contextmanager
    def of(self, cause: Cause) -> Iterator[None]:
        """Keep what an author must mend here, and go on: everything is told at once."""
        try:
            yield
        except CampaignDataError as error:
            self.add(cause, error.problems)


DATA = Cause(
    0,
    Message("资料写错的地方", "mistakes in the data"),
    Message(
        "按提示改好；改完以前，别的还查不了",
        "mend them as they say; nothing else can be looked at before",
    ),
)
PAGES = Cause(
    1,
    Message("手写网页不能发布的地方", "hand-written pages that can't be published"),
    Message("按提示改 docs 文件夹里的文件", "mend the files in docs/ as they say"),
)
ADDRESS = Cause(
    2,
    Message("网站和印刷用的网址", "the addresses of site and paper"),
    Message(
        "把正式网址写进 campaign.yml，再删掉后面的 sample 一行",
        "write the real address in campaign.yml, then delete the line with sample after it",
    ),
)
SAMPLE = Cause(
    3,
    Message("示例要核实", "samples to confirm"),
    Message(
        "把内容换成真实的，核实以后删掉“sample: true”一行；没有的整条删掉",
        "put in what is real, and when it is confirmed delete the line sample: true; delete what there isn't",
    ),
)
PLACEHOLDER = Cause(
    4,
    Message("还留着示例的字，或没有写完", "words of a sample, or not finished"),
    Message(
        "换成真实内容。确实要这样写的，把整个词句（不能只写这几个字）照样写进 campaign.yml 的 as_typed",
        "write what is real; or add the wording, more than the mark alone, to as_typed in campaign.yml",
    ),
)
MADE_UP = Cause(
    5,
    Message("号码、坐标像是随手编的", "numbers that look made up"),
    Message(
        "核对后换成真的。真是这个号码的，照样写进 campaign.yml 的 as_typed",
        "put in the real ones. Where a number is real, add it as it stands to as_typed in campaign.yml",
    ),
)
UNREACHABLE = Cause(
    6,
    Message("公众打不开的网址", "addresses that nobody can open"),
    Message("换成公众能打开的 https 网址，没有的删掉", "put in an https address that everyone can open, or delete it"),
)
UNTRANSLATED = Cause(
    7,
    Message("没有翻译的文字", "texts that aren't translated"),
    Message("请懂这种语言的同事译好", "have them translated by someone who knows the language"),
)
UNSAID = Cause(
    8,
    Message("印出去的改了，没有说明", "what is on paper was changed without a word"),
    Message("按提示写上 status 和 change；印着的没有变，就改回去", "say status and change as they say; or put it back"),
)
PRINTS = Cause(
    9,
    Message("二维码和纸张", "symbols and sheets"),
    Message("按提示改 posters.yml 或网址", "mend posters.yml or the address as they say"),
)
FIT = Cause(
    10,
    Message("海报、大屏放不下的文字", "texts that don't fit their posters or displays"),
    Message("写短一点，或换大一点的纸", "shorten them, or take a larger sheet"),
)
LEDGER = Cause(
    11,
    Message("台账", "the ledger"),
    Message("台账不要手改；按提示恢复", "don't edit the ledger; restore it as they say"),
)
