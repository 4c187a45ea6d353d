"""Every sentence of the papers is translated, and the shipped catalogues are the written ones."""

import gettext
from io import BytesIO
from string import Formatter
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from templates_docx.catalogue import LOCALE, PaperLanguage, texts
from templates_docx.dates import clock, long_date, school_year, short_date


def written(paper: str) -> Catalog:
    with (LOCALE / paper / "LC_MESSAGES" / "papers.po").open("rb") as file:
        return read_po(file)


def sources() -> set[str]:
    found = extract_from_dir(LOCALE.parent, keywords={"N_": None, "gettext": None, "ngettext": (1, 2)})
    return {message[0] if isinstance(message, tuple) else message for _, _, message, _, _ in found}


def sentences(catalogue: Any) -> dict[Any, str]:
    """Return what a compiled catalogue holds without its header, which names the hour."""
    return {key: text for key, text in catalogue._catalog.items() if key}


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_every_sentence_is_translated_and_none_is_left_over(paper: str) -> None:
    catalogue = {message.id if isinstance(message.id, str) else message.id[0]: message for message in written(paper)}
    catalogue.pop("")
    assert set(catalogue) == sources()
    for source, message in catalogue.items():
        for text in [message.string] if isinstance(message.string, str) else message.string:
            assert text.strip(), source
            assert fields(text) == fields(source) or source.startswith("Dear"), source


@pytest.mark.parametrize("paper", ["ky", "ru"])
def test_compiled_catalogues_are_the_written_ones(paper: str) -> None:
    made = BytesIO()
    write_mo(made, written(paper))
    made.seek(0)
    with (LOCALE / paper / "LC_MESSAGES" / "papers.mo").open("rb") as file:
        assert sentences(gettext.GNUTranslations(file)) == sentences(gettext.GNUTranslations(made))


@pytest.mark.parametrize(
    ("paper", "day", "text"),
    [
        ("ky", "2026-11-22", "2026-жылдын 22-ноябры"),
        ("ky", "2027-06-01", "2027-жылдын 1-июну"),
        ("ky", "2027-04-05", "2027-жылдын 5-апрели"),
        ("ru", "2026-11-22", "22 ноября 2026 г."),
        ("ru", "2027-08-01", "1 августа 2027 г."),
        ("ky", None, ""),
    ],
)
def test_dates_in_full(paper: PaperLanguage, day: str | None, text: str) -> None:
    assert long_date(day, texts(paper)) == text


def test_short_dates_hours_and_years() -> None:
    assert (short_date("2026-03-05"), short_date(None), clock("9:05")) == ("05.03.2026", "", "9.05")
    assert school_year(2026, texts("ky")) == "2026-2027-окуу жылы"
    assert school_year(2026, texts("ru")) == "2026-2027 учебный год"


@pytest.mark.parametrize(("count", "text"), [(1, "1 человек"), (2, "2 человека"), (5, "5 человек"), (21, "21 человек")])
def test_russian_counts_people_by_its_plural(count: int, text: str) -> None:
    assert texts("ru").ngettext("{count} person", "{count} people", count).format(count=count) == text
