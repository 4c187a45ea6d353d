"""The one gate for text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.text import MAX_TEXT, Cleaned, clean, plain, too_long

ANY_TEXT = st.text(st.characters(exclude_categories=[]) | st.sampled_from("\x1b\x9b\x9d[]0;m\x07\\\r\n\t\u0300\u202e"))


@pytest.mark.parametrize(
    ("dirty", "text", "removed"),
    [
        ("4-«Б» классы", "4-«Б» классы", 0),
        ("7-[А] [/] [bold] 5 < 6 & «а» </w:t>", "7-[А] [/] [bold] 5 < 6 & «а» </w:t>", 0),
        ("\x1b[31mкызыл\x1b[0m", "кызыл", 9),
        ("\x1b]0;title\x07а\x1b]8;;u\x1b\\б", "аб", 18),
        ("\x9b1mа\x9d0;t\x9cб", "аб", 8),
        ("\x1bPq\x1b\\а\x1b(Bб\x1bcв", "абв", 10),
        ("\x1b]0;не бүттү\nкийинки", "0;не бүттү\nкийинки", 2),
        ("\x1b", "", 1),
        ("\x1bА", "А", 1),
        ("а\x00б\x07в\x7fг\x85д", "абвгд", 4),
        ("а\u202eб\u200bв\ufeffг\u00adд\u2066е", "абвгде", 5),
        ("а\ud800б\uffffв\U0001fffeг", "абвг", 3),
        ("бир\r\nэки\rүч\nтөрт\x0bбеш\u2028алты", "бир\nэки\nүч\nтөрт\nбеш\nалты", 0),
        ("а\tб\u00a0в", "а б\u00a0в", 0),
        ("и\u0306 е\u0308", "й ё", 0),
        ("и\u200b\u0306", "й", 1),
        ("", "", 0),
    ],
)
def test_what_is_not_text_is_removed_and_counted(dirty: str, text: str, removed: int) -> None:
    assert clean(dirty) == Cleaned(text, removed)


def test_one_line_text_has_no_line_ends() -> None:
    assert plain("бир\r\nэки\nүч", multiline=False) == "бир эки үч"


@given(ANY_TEXT)
def test_clean_text_is_safe_and_stays_as_it_is(dirty: str) -> None:
    cleaned = clean(dirty)
    safe = cleaned.text.replace("\n", "")
    assert {unicodedata.category(character) for character in safe}.isdisjoint({"Cc", "Cs"})
    assert not set("\u200b\u202e\u2066\ufeff\u00ad") & set(safe)
    assert unicodedata.is_normalized("NFC", cleaned.text)
    assert clean(cleaned.text) == Cleaned(cleaned.text, 0)
    assert cleaned.text.encode("utf-8").decode("utf-8") == cleaned.text


@given(st.text("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяАӨҮҢ 0123456789.,;:!?«»–—-№%()[]<>&\"'/\n"))
def test_ordinary_text_passes_untouched(text: str) -> None:
    assert clean(text) == Cleaned(text, 0)


@given(st.integers(31, 200))
def test_a_letter_keeps_at_most_thirty_marks(marks: int) -> None:
    assert clean("а" + "\u0316" * marks) == Cleaned("а" + "\u0316" * 30, marks - 30)


@pytest.mark.parametrize(
    ("part", "left"),
    [
        ("жыйынтык\n", 999_999),
        ("\x1b[31m", 0),
        ("\x9d", 0),
        ("\x1b[0", 1_000_000 // 3),
        ("\u0300\u0316", 30),
        ("\x00а", 500_000),
    ],
)
def test_a_pasted_megabyte_is_cleaned(part: str, left: int) -> None:
    assert len(plain(part * (1_000_000 // len(part)))) == left


def test_a_field_has_a_longest_text() -> None:
    assert not too_long("а" * MAX_TEXT)
    assert too_long("а" * (MAX_TEXT + 1))
    assert too_long("абв", 2)
