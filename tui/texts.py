"""What the interface says: English sources in the code, Kyrgyz and Russian from catalogues, chosen while running."""

import gettext
from pathlib import Path

LANGUAGES = ("ky", "ru", "en")
"""The interface languages, the default first."""

_FOLDER = Path(__file__).parent / "locale"
_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = ""


def set_language(language: str) -> None:
    """Speak `language` (ky, ru or en) from now on; ValueError for another one."""
    global _catalogue, _language
    if language not in LANGUAGES:
        raise ValueError(language)
    _catalogue = _read(language)
    _language = language


def _read(language: str) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    with (_FOLDER / language / "LC_MESSAGES" / "birikme.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


def language() -> str:
    """The language spoken now: ky, ru or en."""
    return _language or LANGUAGES[0]


def _(source: str) -> str:
    """Translate an English source string into the language spoken now."""
    if not _language:
        set_language(LANGUAGES[0])
    return _catalogue.gettext(source) if source else ""


def in_language(source: str, language: str) -> str:
    """Translate an English source string into a language that need not be the one spoken now."""
    return _read(language).gettext(source)


def N_(source: str) -> str:
    """Mark a source string for the catalogues where it stands; `_()` translates it when it is shown."""
    return source
