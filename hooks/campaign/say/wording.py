"""Wording: the languages of one output, a poster, a frame or a card: the first leads, the second supports it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from campaign.core.language import Localized
from campaign.say.words import Words

Pair = tuple[str, str | None]
"""A text in the leading language, and in the supporting one where there is one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The languages of one output: `zh+en` is Chinese with English in support."""

    main: str
    support: str | None = None

    @classmethod
    def of(cls, text: str) -> Wording:
        """From `zh+en` or `zh`."""
        main, _, support = text.partition("+")
        return cls(main, support or None)

    @property
    def tags(self) -> tuple[str, ...]:
        """The language tags, the leading one first."""
        return (self.main, self.support) if self.support else (self.main,)

    @property
    def slug(self) -> str:
        """For a file's name: `zh`, `zh-en`."""
        return "-".join(self.tags)

    def both(self, text: Localized) -> Pair:
        """A text in both languages; no support where it says the same."""
        lead, support = self.each(text.__getitem__)
        return lead, (None if support == lead else support)

    def each(self, said: Callable[[str], str]) -> Pair:
        """What is said in a language, in both; nothing in support where there is none."""
        return said(self.main), (said(self.support) if self.support else None)

    def say(self, table: Callable[[str], Words], key: str, **figures: object) -> Pair:
        """A word of a table in both; a figure that is a Localized is filled in each language."""

        def said(tag: str) -> str:
            told = {name: figure[tag] if isinstance(figure, Localized) else figure for name, figure in figures.items()}
            return table(tag).say(key, **told)

        return self.each(said)
