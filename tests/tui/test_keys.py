"""Keys of other layouts and what terminals report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.keys import SafeParser, latin_twins, translated


def pressed(*chunks: str) -> list[str]:
    """The keys and pastes that come out of these chunks of input."""
    parser = SafeParser()
    found = [event for chunk in chunks for event in parser.feed(chunk)]
    return [
        event.key if isinstance(event, events.Key) else f"paste {event.text}"
        for event in found
        if isinstance(event, events.Key | events.Paste)
    ]


class TestTwins:
    @pytest.mark.parametrize(("key", "twins"), [
        ("й", ["q", "j"]), ("ctrl+я", ["ctrl+z"]), ("ctrl+н", ["ctrl+y", "ctrl+n"]), ("ctrl+ы", ["ctrl+s", "ctrl+y"]),
        ("Й", ["Q", "J"]), ("ө", ["q"]), ("ң", ["h"]), ("ү", ["w"]), ("q", []), ("ctrl+z", []),
        ("f5", []), ("ctrl+left", []),
    ])  # fmt: skip
    def test_each_layout_has_its_own(self, key: str, twins: list[str]) -> None:
        assert latin_twins(key) == twins

    @pytest.mark.parametrize(("key", "bound", "becomes"), [
        ("ctrl+я", {"ctrl+z"}, "ctrl+z"),  # Russian and Kyrgyz
        ("ctrl+з", {"ctrl+z"}, "ctrl+z"),  # Kyrgyz phonetic
        ("ctrl+ы", {"ctrl+y"}, "ctrl+y"),
        ("ctrl+н", {"ctrl+y", "ctrl+n"}, "ctrl+y"),  # in doubt the standard layout
        ("ctrl+ж", set(), "ctrl+c"),
    ])  # fmt: skip
    def test_control_works_while_typing(self, key: str, bound: set[str], becomes: str) -> None:
        event = translated(events.Key(key, None), bound, typing=True)
        assert (event.key, event.character) == (becomes, None)

    def test_plain_letters_are_never_translated_while_typing(self) -> None:
        assert translated(events.Key("й", "й"), {"q"}, typing=True).key == "й"

    def test_plain_letters_work_as_commands_elsewhere(self) -> None:
        event = translated(events.Key("й", "й"), {"q"}, typing=False)
        assert (event.key, event.character) == ("q", "q")

    def test_a_letter_that_means_nothing_stays(self) -> None:
        assert translated(events.Key("й", "й"), {"w"}, typing=False).key == "й"


class TestParser:
    @pytest.mark.parametrize(("sequence", "keys"), [
        ("\x1b[1081::113;5u", ["ctrl+q"]),
        ("\x1b[1103::122;5u", ["ctrl+z"]),
        ("\x1b[1081;5u", ["ctrl+й"]),
        ("\x1b[1081:1049:113;2;1049u", ["Й"]),
        ("\x1b[1081::113;;1081u", ["й"]),
        ("\x1b[113;5:1u", ["ctrl+q"]),
        ("\x1b[113;5:3u", []),  # a released key
        ("\x1b[99999999999;5u", []),
        ("\x1b[55296;5u", ["ctrl+\ud800"]),
        ("\x1b[15~", ["f5"]),
    ])  # fmt: skip
    def test_kitty_keys(self, sequence: str, keys: list[str]) -> None:
        assert pressed(sequence) == keys

    def test_typing_goes_on_after_a_strange_key(self) -> None:
        assert pressed("\x1b[1081::113;5u\x1b[77777777777u", "а") == ["ctrl+q", "а"]

    @given(st.text(alphabet="\x1b[0123456789:;u~ABM<?$y R", max_size=40))
    def test_no_input_breaks_it(self, noise: str) -> None:
        assert pressed("\x1b[" + noise, "")[0:0] == []


class TestPaste:
    def test_an_escape_in_a_paste_is_pasted_and_not_typed(self) -> None:
        assert pressed("\x1b[200~a\x1b[31mb\x1bOPc\r\x1b[201~d") == ["paste a\x1b[31mb\x1bOPc\r", "d"]

    @given(
        st.text(alphabet="аб\x1b[201~\r", max_size=30).filter(lambda text: "\x1b[201~" not in text), st.integers(1, 9)
    )
    def test_it_is_the_same_in_whatever_chunks_it_comes(self, text: str, size: int) -> None:
        rest = f"{text}\x1b[201~y"
        chunks = [rest[at : at + size] for at in range(0, len(rest), size)]
        assert pressed("x\x1b[200~", *chunks) == ["x", f"paste {text}", "y"]

    @pytest.mark.parametrize("cut", range(3, 6))
    def test_its_first_mark_may_be_cut(self, cut: int) -> None:
        assert pressed("\x1b[200~"[:cut], "\x1b[200~"[cut:] + "а\x1b[201~б") == ["paste а", "б"]

    @pytest.mark.parametrize("cut", range(1, 6))
    def test_its_first_mark_may_be_cut_by_the_end_of_a_full_chunk(self, cut: int) -> None:
        typed = "ы" * 2000
        assert pressed(typed + "\x1b[200~"[:cut], "\x1b[200~"[cut:] + "а\x1b[201~б") == [*typed, "paste а", "б"]

    def test_two_pastes_in_one_chunk(self) -> None:
        assert pressed("\x1b[200~a\x1b[201~\x1b[200~b\x1b[201~") == ["paste a", "paste b"]

    def test_a_paste_of_a_million_letters_is_one_event(self) -> None:
        text = "ы" * 1_000_000
        whole = f"\x1b[200~{text}\x1b[201~"
        assert pressed(*(whole[at : at + 4096] for at in range(0, len(whole), 4096))) == [f"paste {text}"]
