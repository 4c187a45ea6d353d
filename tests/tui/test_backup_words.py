"""What copies hold and what would be lost, in words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from db.backups.contents import Loss, Paper
from tui import backup_words, texts

NAMES = ("Математика", "Математика МО")


@pytest.fixture(autouse=True)
def _kyrgyz() -> Iterator[None]:
    texts.set_language("ky")
    yield
    texts.set_language("en")


def lost(*papers: Paper) -> list[str]:
    return backup_words.lost(Loss(papers, 5, 2, "2026-11-22T14:32:07+06:00", 0))


def test_row_70_papers_are_named_by_what_stands_on_them() -> None:
    said = lost(
        Paper("protocol", "", 3, 2026, 2, *NAMES),
        Paper("plan", "year", 0, 2026, 1, *NAMES),
        Paper("plan", "month", 11, 2026, 1, *NAMES),
        Paper("evaluation", "quarter", 1, 2026, 1, *NAMES),
    )
    assert said == [
        "Бул камдык көчүрмөдө төмөнкү даяр протоколдор жок: № 3 (2026-2027, 2-редакция).",
        "Алардын номерлери башка отурумдарга берилбейт.",
        "Бул камдык көчүрмөдө төмөнкү тапшырылган пландар жок: 2026-2027, ноябрь (2026-2027).",
        "Бул камдык көчүрмөдө төмөнкү жабылган баалоолор жок: 1-чейрек (2026-2027).",
        "22.11.2026 14:32 – ушул убактан кийинкилер жоголот же мурунку түрүнө кайтат: жазуулар – 5, өзгөртүүлөр – 2.",
    ]


def test_of_many_papers_the_newest_are_named_and_of_two_associations_whose_they_are() -> None:
    said = lost(*(Paper("protocol", "", number, 2026, 1, *NAMES) for number in range(1, 21)))
    assert said[0].split(": ")[1].startswith("8 мурунку, № 9 (2026-2027)")
    said = lost(Paper("protocol", "", 1, 2026, 1, *NAMES), Paper("protocol", "", 1, 2026, 1, "Тил", ""))
    assert "№ 1 (2026-2027, Математика), № 1 (2026-2027, Тил)" in said[0]


def test_without_the_data_and_without_a_loss_it_is_said_so() -> None:
    assert "белгисиз" in backup_words.lost(None)[0]
    assert "Эч нерсе жоголбойт" in backup_words.lost(Loss((), 0, 0, "", 0))[0]
