"""Names of people: read from one typed line, printed in the list form and in the signature form, never inflected."""

import re
from dataclasses import dataclass

from db.rules.alphabet import fold

PATRONYMIC_WORDS = frozenset({"уулу", "кызы", "оглу", "оглы", "гызы"})
"""Folded words that with the word before them make one name: «Асан уулу», «Качкынбай кызы»."""

_INITIALS_FIRST = re.compile(r"(?P<initials>(?:\w\w?\.\s*)+)(?P<surname>\w\w.*)")
_GLUED_DOT = re.compile(r"\.(?=\w)")
_SEPARATORS = re.compile(r"[\s,;]+")
_LIST_NUMBER = re.compile(r"^(?:№ ?)?\d{1,3}(?: ?[.)] ?| )(?=\w{2})")
_CLASS = r"\d{1,2} ?[-–—.]? ?[«»\"'“”„‘’(]* ?[^\W\d_](?![^\W\d_])[»\"'“”’)]*"
_CLASS_WORD = r"(?:[-–— ]*\b(?:класс|кл)\w*\.?)"
_CLASSES = re.compile(rf"(?:(?<![\w.])(?:{_CLASS}|\d{{1,2}}(?![\w.]))(?:{_CLASS_WORD})?[ ,;.]*)+$", re.IGNORECASE)
_LONGEST_CLASSES = 200
_ONE_CLASS = re.compile(rf"(?:{_CLASS}|\d{{1,2}})", re.IGNORECASE)
_LATIN_TWINS = str.maketrans("ABCEHKMOPTXY", "АВСЕНКМОРТХУ")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name; only the surname is always there. `short_form` overrides the signature form."""

    surname: str
    given: str = ""
    patronymic: str = ""
    short_form: str = ""

    @property
    def listed(self) -> str:
        """The form of lists: «Асанова Г. М.», «Асан уулу Б.»."""
        short = _squeeze(self.short_form)
        if turned := _INITIALS_FIRST.fullmatch(short):
            return f"{turned['surname']} {turned['initials'].strip()}"
        return _squeeze(f"{self.surname} {self._initials}")

    @property
    def signed(self) -> str:
        """The form of signatures: «Г. М. Асанова», «Б. Асан уулу», or the override as it was typed."""
        return _squeeze(self.short_form) or _squeeze(f"{self._initials} {self.surname}")

    @property
    def full(self) -> str:
        """All parts in their official order: surname, given name, patronymic."""
        return _squeeze(f"{self.surname} {self.given} {self.patronymic}")

    @property
    def _initials(self) -> str:
        return f"{_initial(self.given)} {_initial(self.patronymic)}"


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One line of a pasted list of members: the name and the classes («4-А, 4-Б», empty when none were typed)."""

    name: Name
    classes: str


def parse_name(line: str) -> Name:
    """Read «surname given patronymic», also with «… уулу» or «… кызы», with initials after or before the surname."""
    words = [word for word in _SEPARATORS.split(_GLUED_DOT.sub(". ", line)) if word]
    leading = _leading_initials(words)
    if leading:
        return _named(words[leading:], words[:leading])
    marker = next((place for place, word in enumerate(words) if place and fold(word) in PATRONYMIC_WORDS), 0)
    if marker == 2:
        return _named(words[1:3], [words[0], *words[3:]])
    size = 2 if marker == 1 else 1
    return _named(words[:size], words[size:])


def parse_member(line: str) -> MemberLine:
    """Read a line of a list of members: a name, then perhaps classes; a list number before them is left out."""
    rest = _LIST_NUMBER.sub("", _squeeze(line), count=1)
    found = _CLASSES.search(rest, max(0, len(rest) - _LONGEST_CLASSES))
    if found is None:
        return MemberLine(parse_name(rest), "")
    classes = [class_name(one) for one in _ONE_CLASS.findall(found.group())]
    return MemberLine(parse_name(rest[: found.start()]), ", ".join(classes))


def class_name(text: str) -> str:
    """Return the usual form of a class, «4-А» with a Cyrillic capital («4»: no letter); other text as it was typed."""
    typed = _squeeze(text)
    bare = re.sub(rf"{_CLASS_WORD}$", "", typed, flags=re.IGNORECASE)
    if not _ONE_CLASS.fullmatch(bare):
        return typed
    number, *letters = re.findall(r"\d+|[^\W\d_]", bare)
    return "-".join([number, *(letter.upper().translate(_LATIN_TWINS) for letter in letters)])


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _initial(part: str) -> str:
    """The first letter with a dot; parts that are initials already («Г. М.») all stay."""
    words = [word for word in re.split(r"[\s.]+", part) if word]
    if not words:
        return ""
    kept = words if "." in part and all(len(word) == 1 for word in words) else words[:1]
    return " ".join(f"{_first_letter(word)}." for word in kept)


def _first_letter(word: str) -> str:
    return next((letter for letter in word if letter.isalpha()), word[0]).upper()[0]


def _leading_initials(words: list[str]) -> int:
    """How many words before the surname are initials; none when no longer word follows."""
    return next((place for place, word in enumerate(words) if not _is_initial(word)), 0)


def _is_initial(word: str) -> bool:
    return len(word) == 1 or (len(word) <= 3 and word.endswith("."))


def _named(surname: list[str], others: list[str]) -> Name:
    return Name(" ".join(surname), others[0] if others else "", " ".join(others[1:]))
