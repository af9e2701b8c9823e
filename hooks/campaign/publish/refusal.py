"""Why nothing is published or taken back: every reason at once, each with the way out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from campaign.core.problems import Message, OutputError

MOST_NAMED = 10


class RefusedError(OutputError):
    """What people see stays as it was; `reasons` says why."""

    def __init__(self, reasons: Iterable[Message]) -> None:
        self.reasons = tuple(reasons)
        said = [f"× {reason.zh}\n  {reason.en}" for reason in self.reasons]
        super().__init__("\n".join([*said, UNCHANGED]))


UNCHANGED = "没有发布，公众看到的网站没有变。 Nothing was published: what people see is as it was."


def named(names: Sequence[str]) -> tuple[str, str]:
    """A list in Chinese and in English, cut where it is long."""
    shown, more = names[:MOST_NAMED], len(names) - MOST_NAMED
    return (
        "、".join(shown) + (f"，还有 {more} 个" if more > 0 else ""),
        ", ".join(shown) + (f" and {more} more" if more > 0 else ""),
    )
