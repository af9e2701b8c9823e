"""Numbers as the official document writes them: （一） in Chinese, (1) elsewhere."""

from __future__ import annotations

from campaign.say.words import Words

DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """一, 十, 十二, 二十三."""
    tens, ones = divmod(number, 10)
    if not tens + ones > 0 or tens > 9:
        return str(number)
    head = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return head + (DIGITS[ones] if ones else "")


def numeral(words: Words, number: int) -> str:
    """The bare number in the language's own style."""
    return chinese(number) if words.numerals == "chinese" else str(number)


def item(words: Words, number: int) -> str:
    """The number before an item: （一） / (1) ."""
    return str(words.item_pattern.format(n=numeral(words, number)))
