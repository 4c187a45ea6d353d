"""The catalogues: complete, in step with the code, and alike in what they fill in."""

import gettext
import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from tui import texts
from tui.texts import _

TUI = Path(texts.__file__).parent
KEYWORDS: dict[str, None] = {"_": None, "N_": None}


def sources() -> set[str]:
    found = extract_from_dir(str(TUI), [("**.py", "python")], keywords=KEYWORDS)
    return {message for _file, _line, message, *_rest in found if isinstance(message, str) and message}


def po(language: str) -> dict[str, str]:
    with (TUI / "locale" / language / "LC_MESSAGES" / "birikme.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale=language) if message.id}


def fields(text: str) -> list[str]:
    return sorted(name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", ["ky", "ru"])
class TestCatalogue:
    def test_every_string_of_the_code_is_translated(self, language: str) -> None:
        known = po(language)
        assert sorted(source for source in sources() if not known.get(source)) == []

    def test_nothing_is_left_of_strings_that_are_gone(self, language: str) -> None:
        assert sorted(set(po(language)) - sources()) == []

    def test_nothing_is_fuzzy(self, language: str) -> None:
        with (TUI / "locale" / language / "LC_MESSAGES" / "birikme.po").open("rb") as file:
            assert [message.id for message in read_po(file, locale=language) if message.id and message.fuzzy] == []

    def test_the_compiled_file_says_the_same(self, language: str) -> None:
        with (TUI / "locale" / language / "LC_MESSAGES" / "birikme.mo").open("rb") as file:
            compiled = gettext.GNUTranslations(file)
        assert {source: compiled.gettext(source) for source in po(language)} == po(language)

    def test_the_same_fields_are_filled_in(self, language: str) -> None:
        for source, translation in po(language).items():
            assert fields(translation) == fields(source), source

    def test_spaces_at_the_ends_are_kept(self, language: str) -> None:
        for source, translation in po(language).items():
            assert re.findall(r"^\s*|\s*$", translation) == re.findall(r"^\s*|\s*$", source), source


def test_the_language_changes_while_running() -> None:
    said = []
    for language in ("ky", "ru", "en"):
        texts.set_language(language)
        said.append(_("Help"))
    assert said == ["Жардам", "Помощь", "Help"]


def test_an_empty_source_is_not_the_header_of_the_catalogue() -> None:
    texts.set_language("ky")
    assert _("") == ""


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        texts.set_language("de")
