"""A value that goes on below its line, pasted with the line breaks of a letter or a PDF: which lines are more of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.core.problems import Message
from campaign.kinds.fields import ID
from campaign.read.repair.draft import Draft
from campaign.read.repair.flow import flow_end, inner_fault
from campaign.read.repair.layout import LIST, MAP, Layout
from campaign.read.repair.line_start import (
    FULL_COLON_KEY,
    NO_SIGN,
    OTHER_SIGN,
    TIGHT_COLON_KEY,
    begins_with_dash,
    begins_with_key,
    key_colon,
    language_of,
    looks_like_key,
    means_language,
)
from campaign.read.repair.scalars import (
    COMMENT,
    continued_fault,
    is_comment,
    plain_fault,
    quote_end,
    quoted,
    split_comment,
)
from campaign.read.repair.signs import NAME, indentation
from campaign.read.tell.key_names import CHINESE
from campaign.read.tell.languages import LANGUAGES
from campaign.read.tell.models import all_records, text_keys
from campaign.say.script import is_han, rejoined

CONTINUED = Message("这一行是上一行的续行", "this line continues the one above")
MOST_LINES = 40
"""Lines of one value; more of them are no pasted sentence."""
SIGNS_OF_YAML = "*&!|>%@`,]}?#"
"""What a plain value can't begin with."""
MARKS_OF_YAML = ("---", "...", "<<:", "<<<", ">>>", "===", "? ")
"""What opens a line that is no text: another document, a merge, a conflict of versions."""
OPEN_ENDS = (":", ",")
"""After these a value in brackets needs a space, whatever follows."""
DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""A day, after which an hour may follow."""
KEY_LIKE = re.compile(rf"{NAME}|[A-Za-z0-9_-]+ [A-Za-z0-9_-]+")
LATIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Wraps:
    """The wrapped values of one file; each is noted once, at the first line that goes on, and mended into one line."""

    draft: Draft
    layout: Layout
    known: frozenset[str]

    def plain(self, number: int, start: int, parent: int) -> int:
        """The number of the line after a plain value that was wrapped; 0 where the value isn't, or YAML reads it so."""
        text = self.draft.mended[number][start:]
        if text[0] in SIGNS_OF_YAML or begins_with_dash(text) or COMMENT.search(text):
            return 0
        lines = self._following(number, text, parent)
        if not lines or self._reads_well(number, text, lines, parent):
            return 0
        value = self._joined(number, text, lines)
        fault = plain_fault(value)
        return self._mend(number, start, fault.mended if fault else value, lines)

    def quoted(self, number: int, start: int, parent: int) -> int:
        """The same for a value in quotes: they close on a line that isn't deeper, or text follows the closed quotes."""
        text = self.draft.mended[number][start:].rstrip()
        end = quote_end([text], 0, 0, parent=-1)
        if end:
            lines = self._following(number, text, parent) if end[1] == len(text) - 1 else []
            return self._mend(number, start, quoted(self._joined(number, text, lines)), lines) if lines else 0
        lines = []
        for below in self._below(number):
            more = self.draft.mended[below].strip()
            if begins_with_key(more, self.known) and not more.count(text[0]) % 2:
                return 0
            lines.append(below)
            value = self._joined(number, text, lines)
            if end := quote_end([value], 0, 0, parent=-1):
                return self._mend(number, start, value, lines) if end[1] == len(value) - 1 else 0
        return 0

    def flow(self, number: int, start: int, parent: int) -> int:
        """The same for a value in brackets."""
        value = self.draft.mended[number][start:]
        lines: list[int] = []
        for below in self._below(number):
            text = self.draft.mended[below].strip()
            if begins_with_key(text, self.known) and not (language_of(text) or _closes(text)):
                return 0
            lines.append(below)
            value = f"{value.rstrip()} {text}" if value.rstrip().endswith(OPEN_ENDS) else rejoined(value, text)
            end = flow_end([value], 0, 0, parent=-1)
            if end:
                rest = value[end[1] + 1 :]
                fault = inner_fault(value, self.known)
                mended = fault.mended if fault else value
                return 0 if rest.strip() and not is_comment(rest) else self._mend(number, start, mended, lines)
        return 0

    def _mend(self, number: int, start: int, value: str, lines: list[int]) -> int:
        """Notes the wrapped value, and makes one line of it; the number of the line after."""
        last, first = lines[-1], lines[0]
        head = self.draft.mended[number][:start]
        until = (f"到第 {last + 1} 行", f", down to line {last + 1}") if last > first else ("", "")
        hint = Message(
            f"接到第 {number + 1} 行后面，写成一行{until[0] and '（' + until[0] + '）'}",
            f"join it to line {number + 1}{until[1]}",
        )
        text = self.draft.mended[first]
        column = len(indentation(text))
        self.draft.join(CONTINUED, number, lines, column=column, width=len(text) - column, fix=head + value, hint=hint)
        if not self._is_text(number) and not self._listed(number):
            self.draft.unreadable.add(number)
        return last + 1

    # -- which lines

    def _below(self, number: int) -> Iterator[int]:
        """The lines below that have something on them, as far as a value may reach."""
        for below in range(number + 1, min(number + MOST_LINES, len(self.draft.mended))):
            if self.draft.mended[below].strip():
                yield below

    def _following(self, number: int, value: str, parent: int) -> list[int]:
        """The lines that are more of a value."""
        found: list[int] = []
        for below in self._below(number):
            if self._begins_entry(below, parent, value, of=number) or not self._may_follow(number, below):
                break
            found.append(below)
        return found

    def _may_follow(self, number: int, below: int) -> bool:
        """Chinese goes on with a text alone: a date, an id or a number has none."""
        return self._is_text(number) or self._listed(number) or not is_han(self.draft.mended[below])

    def _begins_entry(self, number: int, parent: int, value: str, *, of: int) -> bool:
        """True for a line that is something of its own: a comment, an item, a key in whatever spelling.

        of: the number of the line that the value begins on.
        """
        line = self.draft.mended[number]
        white = indentation(line)
        text, column = line[len(white) :], len(white.replace("\u3000", "  ").expandtabs(4))
        if not text or is_comment(text) or begins_with_key(text, self.known):
            return True
        if text[:2] in ("-", "- ") and (self._listed(of) or not self._spoken_dash(text, column)):
            return True
        if (not column and text[0] == "%") or text.startswith(MARKS_OF_YAML):
            return True
        if (column, LIST) in self.layout.open and (begins_with_dash(text) or (column >= parent and ID.match(value))):
            return True
        if (column, MAP) not in self.layout.open:
            return self._key_astray(text)
        if self._languages_at(number, column):
            return self._language(text)
        return self._key(number, text, column)

    def _spoken_dash(self, text: str, column: int) -> bool:
        """True for a dash that can begin no item: no list is open where it stands, and Chinese words follow it."""
        words = text[1:].strip()
        return (column, LIST) not in self.layout.open and is_han(words) and not looks_like_key(words)

    def _key_astray(self, text: str) -> bool:
        """True for a key that stands where no key does: only a name that there is."""
        found = FULL_COLON_KEY.match(text) or TIGHT_COLON_KEY.match(text)
        name = found["name"] if found else text[: max(0, key_colon(text))].strip()
        return name.lower() in self.known or text[:1] in ("[", "{")

    def _language(self, text: str) -> bool:
        """True for a language's key, or for what is meant as one, among languages."""
        name = text[: max(0, key_colon(text))].strip("'\" ")
        of = LANGUAGES if name.lower() in LANGUAGES else CHINESE.get(name, ())
        return means_language(text) or any(one in LANGUAGES for one in of) or bool(LATIN_NAME.fullmatch(name))

    def _key(self, number: int, text: str, column: int) -> bool:
        """True for a key of the record whose keys stand in this column: one that it may have and has not, or any word
        with a proper colon."""
        colon = key_colon(text)
        if colon > 0 and not column and self.layout.roots and is_han(text[:colon]) and text[colon + 1 :].strip():
            return bool(self.layout.roots & set(CHINESE.get(text[:colon].strip(), ())))
        if colon > 0:
            return bool(KEY_LIKE.fullmatch(text[:colon].strip("'\" ")))
        found = next(filter(None, (one.match(text) for one in (FULL_COLON_KEY, TIGHT_COLON_KEY))), None)
        if found and found["name"].isascii() and not text.startswith("//", found.end("sign")):
            return True
        found = found or OTHER_SIGN.match(text) or NO_SIGN.match(text)
        if found is None or (found.end() == len(text) and not found["sign"] and self._next_indent(number) <= column):
            return False
        return self._may_be_key(number, found["name"], column)

    def _next_indent(self, number: int) -> int:
        below = self.draft.next_line(number)
        return self.draft.indent(below) if below else 0

    def _may_be_key(self, number: int, name: str, column: int) -> bool:
        """True for the name of a key, in Chinese too, that the record in this column may have and has not."""
        there = self._keys_above(number, column) | self._keys_below(number, column)
        open_keys: set[str] = set()
        for record in all_records():
            if there and there <= record.model_fields.keys():
                open_keys |= record.model_fields.keys() - there
        return bool(open_keys & {name, *CHINESE.get(name, ())})

    def _keys_above(self, number: int, column: int) -> set[str]:
        """The keys of the record in this column, as far as it has been read."""
        found: set[str] = set()
        for above in range(number - 1, self.layout.began.get(column, 0) - 1, -1):
            text = self.draft.mended[above]
            at = text[column:]
            if text[:column].strip(" -") == "" and at[:1].strip() and (colon := key_colon(at)) > 0:
                found.add(at[:colon].strip())
        return found

    def _keys_below(self, number: int, column: int) -> set[str]:
        """The keys that follow in this column, as far as the record goes."""
        below = range(number + 1, self.draft.below(number, column - 1))
        texts = (self.draft.mended[line][column:] for line in below if self.draft.indent(line) == column)
        return {text[: key_colon(text)] for text in texts if begins_with_key(text, self.known)}

    def _languages_at(self, number: int, column: int) -> bool:
        """True where the keys in this column are languages."""
        above = self._keys_above(number, column)
        return bool(above) and above <= set(LANGUAGES)

    # -- what the value is

    def _listed(self, number: int) -> bool:
        """True for a value that is an item of a list."""
        text = self.draft.mended[number].lstrip(" ")
        return text.startswith("- ") and not looks_like_key(text.lstrip("- "))

    def _is_text(self, number: int) -> bool:
        """True for a value under a language or under a key that holds text."""
        text = self.draft.mended[number].lstrip(" -")
        name = text[: max(0, key_colon(text))].strip("'\" ")
        return name in LANGUAGES or name in text_keys() or name not in self.known

    def _joined(self, number: int, value: str, lines: list[int]) -> str:
        """The value on one line; what is no text has a space only between a day and its hour."""
        text = self._is_text(number) or self._listed(number)
        for one in lines:
            more = self.draft.mended[one][len(indentation(self.draft.mended[one])) :]
            if text:
                value = f"{value.rstrip()} {more}" if more.startswith("- ") else rejoined(value, more)
            else:
                value = f"{value.rstrip()}{' ' if DAY.fullmatch(value.strip()) else ''}{more}"
        return value.rstrip()

    def _reads_well(self, number: int, text: str, lines: list[int], parent: int) -> bool:
        """True where YAML reads all of it as one value."""
        deeper = all(self.draft.indent(one) > parent for one in lines)
        more = (self.draft.mended[one][self.draft.indent(one) :] for one in lines)
        odd = any(len(indentation(self.draft.mended[one])) != self.draft.indent(one) for one in lines)
        return deeper and not odd and plain_fault(text) is None and not any(map(continued_fault, more))


def _closes(text: str) -> bool:
    """True for a line that closes more brackets than it opens."""
    value, _ = split_comment(text)
    return sum((sign in "]}") - (sign in "[{") for sign in value) > 0
