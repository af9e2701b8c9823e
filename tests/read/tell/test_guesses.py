"""A mistyped date, figure or word is taken for what was meant, or for nothing."""

from __future__ import annotations

import pytest

from campaign.read.tell import guesses


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024年4月2日 下午3点", "2024-04-02 15:00"),
        ("2024/4/2 9:05", "2024-04-02 09:05"),
        ("２０２４－０４－０２", "2024-04-02"),
        ("2024-04-02T09:00:00", "2024-04-02 09:00"),
        ("9点30分", "09:30"),
        ("12点", "12:00"),
        ("下午12点", "12:00"),
        ("9:00pm", "21:00"),
        ("2024-02-30", ""),
        ("明天", ""),
        ("", ""),
        ("25:00", ""),
        ("2024-04-26 24:00", "2024-04-27 00:00"),
        ("2024年12月31日 24点", "2025-01-01 00:00"),
        ("4月30日晚上12点", "2024-05-01 00:00"),
        ("2024-02-30 24:00", ""),
        ("24:00", "23:59"),
        ("24:30", ""),
        ("12:00 am", "00:00"),
        ("2024-04-23 251:00", ""),
        ("4月22日 9:00", "2024-04-22 09:00"),
        ("“2024-04-22 09:00”，", "2024-04-22 09:00"),
        ("24-4-21", "2024-04-21"),
        ("23-4-21", ""),
        ("20240421 0900", "2024-04-21 09:00"),
        ("2024-04-21 09;00", "2024-04-21 09:00"),
        ("9.30", "09:30"),
        ("9:00-11:00", ""),
    ],
)
def test_a_date_is_taken_for_what_was_meant(typed: str, expected: str) -> None:
    """Days and times in everyday spelling; nothing that the calendar doesn't have."""
    assert guesses.moment(typed, "2024") == expected
    assert guesses.moment("4月22日 9:00") == ""


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (guesses.colour, "c8102e", "#C8102E"),
        (guesses.colour, "#fff", "#FFFFFF"),
        (guesses.colour, "红", ""),
        (guesses.phone, "09306213897", "0930-6213897"),
        (guesses.phone, "（010）8765 4321", "010-87654321"),
        (guesses.phone, "13812345678", ""),
        (guesses.phone, "0930-6213897转8", "0930-6213897-8"),
        (guesses.phone, "0930-6213897/6213898", ""),
        (guesses.phone, "0930-621389 78", "0930-62138978"),
        (guesses.word, "是", "true"),
        (guesses.word, "取消", "cancelled"),
    ],
)
def test_a_figure_is_taken_for_what_was_meant(read: guesses.Guess, typed: str, expected: str) -> None:
    """Units, commas and spaces are taken away; nothing is made up."""
    assert read(typed) == expected


@pytest.mark.parametrize(
    ("key", "typed", "expected"),
    [
        ("width_mm", "297mm", "297"),
        ("width_mm", "21cm", "210"),
        ("width_mm", "29.7 厘米", "297"),
        ("width_mm", "8寸", ""),
        ("reading_distance_m", "1,200.5 米", "1200.5"),
        ("reading_distance_m", "150cm", ""),
        ("reading_distance_m", "约三米", ""),
    ],
)
def test_a_figure_is_read_in_the_unit_of_its_key(key: str, typed: str, expected: str) -> None:
    """A unit that the key says anyway is dropped, centimetres become millimetres, any other is nobody's to guess."""
    assert guesses.measured(typed, key, whole=False) == expected


def test_a_whole_number_is_whole() -> None:
    """Zeros after the point are dropped, other digits leave no guess."""
    assert guesses.measured("3.0", "columns", whole=True) == "3"
    assert guesses.measured("3.5", "columns", whole=True) == ""
