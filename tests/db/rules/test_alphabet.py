"""The Kyrgyz order of names, and search that a Russian layout can do."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rules.alphabet import fold, fold_words, matches, sort_key

ALPHABET = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
WORDS = st.text(ALPHABET + "АЁҢӨҮ", min_size=1, max_size=8)


def test_the_alphabet_has_its_order() -> None:
    assert len(ALPHABET) == 36
    assert sorted(ALPHABET, key=sort_key) == list(ALPHABET)
    assert sorted(ALPHABET.upper(), key=sort_key) == list(ALPHABET.upper())


@pytest.mark.parametrize(
    "ordered",
    [
        ["Нурзат", "Ңурзат", "Орозов", "Өмүров", "Петров", "Усенов", "Үсөнов", "Фёдоров"],
        ["Асан", "Асан кызы Айжан", "Асан уулу Бакыт", "Асанбаев", "Асанов", "Асанова"],
        ["Елена", "Ёлкин", "Жапаров"],
        ["1-А", "4-А", "4-«Б»", "10-А", "11-А"],
        ["7", "IT", "Zoom", "Алгебра", "Яблоко"],
        ["", "а"],
    ],
)
def test_lists_stand_in_kyrgyz_order(ordered: list[str]) -> None:
    assert sorted(set(ordered), key=sort_key) == ordered


@given(WORDS, WORDS)
def test_the_order_is_that_of_the_first_different_letter(one: str, other: str) -> None:
    pairs = zip(one.lower(), other.lower(), strict=False)
    first = next(((a, b) for a, b in pairs if a != b), None)
    expected = ALPHABET.index(first[0]) < ALPHABET.index(first[1]) if first else len(one) < len(other)
    assert (sort_key(one) < sort_key(other)) == expected


@given(st.text(), st.text())
def test_bytes_of_keys_stand_as_keys_do(one: str, other: str) -> None:
    keys = [sort_key(text.encode("utf-8", "ignore").decode()) for text in (one, other)]
    assert (keys[0] < keys[1]) == (keys[0].encode() < keys[1].encode())


@given(st.text(st.characters()))
def test_folding_keeps_every_position(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.text(ALPHABET + " -"))
def test_case_and_layout_do_not_matter_to_search(text: str) -> None:
    russian = text.translate(str.maketrans("ёңөү", "еноу"))
    assert fold(text.upper()) == fold(text) == fold(russian)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Ёлка-Өмүр ҢЙ", "елка омур нй"), ("İß_ǅ«4»", "iß ǆ 4 "), ("5%\n", "5  "), ("", "")],
)
def test_known_foldings(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("needle", "haystack", "found"),
    [
        ("асан", "Асанова Гүлнара Маратовна", True),
        ("г асан", "Асанова Гүлнара Маратовна", True),
        ("гул", "Асанова Гүлнара Маратовна", True),
        ("омур", "Өмүров Үсөн", True),
        ("ӨМҮР үс", "Омуров Усен", True),
        ("качкынбай кызы", "Качкынбай кызы Нурзат", True),
        ("ас ас", "Асанова Гүлнара", False),
        ("а асанова", "Асанова Айжан", True),
        ("сан", "Асанова", False),
        ("", "Асанова", True),
        ("асанова", "", False),
    ],
)
def test_a_few_letters_find_a_person(needle: str, haystack: str, found: bool) -> None:
    assert matches(needle, haystack) is found


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=3))
def test_matching_finds_a_pairing_whenever_there_is_one(haystack: list[str], needles: list[str]) -> None:
    folded, wanted = fold_words(" ".join(haystack)), fold_words(" ".join(needles))
    pairings = itertools.permutations(folded, len(wanted))
    expected = any(
        all(word.startswith(need) for need, word in zip(wanted, pairing, strict=True)) for pairing in pairings
    )
    assert matches(" ".join(needles), " ".join(haystack)) is expected
