"""What the words of a typed line say about an activity: its kind, level, lesson, hour, room and subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

from db.rules.alphabet import fold_words
from db.rules.dates import parse_time
from db.rules.plan_kinds import kind_of as plan_kind_of

# Folded: ө→о, ү→у, ң→н.
_FIRST = {
    "olympiad": re.compile(r"\bолимпиада"),
    "contest": re.compile(r"\b(?:сынак|сынаг|мелдеш|таймаш|конкурс|соревнован|турнир)"),
    "extracurricular": re.compile(r"\b(?:кече\b|кечеси|викторина|квн|саякат|экскурси|маараке)"),
    "visit": re.compile(r"^(?:катышуу|посещение)\b(?! урок)"),
    "week": re.compile(r"\b(?:жумалы[кг]|декада|предметн\w+ недел|недел\w* (?:\w+ )?(?:предмет|математик|язык))"),
}
_LEVELS = {
    "international": re.compile(r"\b(?:эл аралык|международн)"),
    "republic": re.compile(r"\bреспублика"),
    "region": re.compile(r"\b(?:облус|област)"),
    "district": re.compile(r"\bрайон|\bшаардык\b|\bгородск"),
    "school": re.compile(r"\b(?:мектеп ичи|мектептик|школьн|внутришкольн)"),
}
_WORDS_OF_LESSONS = re.compile(
    r"\bачык саба[кг]\w*|\bоткрыт\w+ урок\w*|\b(?:[өо]з ара )?(?:саба\w+ )?(?:[өо]з ара )?катыш\w+|\bвзаимопосещени\w+"
    r"|\bпосещени\w+ урок\w*",
    re.IGNORECASE,
)
_LESSON = re.compile(r"(?<![\w.,-])(?P<number>\d{1,2})[- ]?(?:саба[кг]\w*|урок\w*)", re.IGNORECASE)
_HOUR = re.compile(
    r"(?<![\w.,-])(?:саат|в)\s+(?P<said>\d{1,2}[.,:]\d\d)(?:д[ае])?(?!\w|[.,]\d)|(?<![\w.,-])(?P<bare>\d{1,2}:\d\d)(?!\d)",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"(?:№\s*)?(?<![\w.,-])\d{1,3}[- ]?[а-я]?[- ]?каб(?:инет\w*|\.)?(?!\w)|каб(?:инет|\.)?\s*№?\s*\d{1,3}(?!\w)"
    r"|(?<!\w)(?:спортзал|актовый зал|жыйындар залы|китепкана|библиотека)\w*",
    re.IGNORECASE,
)
USUAL_SUBJECTS = (
    "математика", "кыргыз тили", "орус тили", "англис тили", "адабий окуу", "кыргыз адабияты", "адабият",
    "мекен таануу", "табият таануу", "музыка", "дене тарбия", "физкультура", "көркөм өнөр", "эмгек", "технология",
    "информатика", "адеп", "тарых", "адам жана коом", "география", "биология", "химия", "физика", "алгебра",
    "геометрия", "сүрөт", "кыргызский язык", "русский язык", "английский язык", "родной язык",
    "литературное чтение", "чтение", "литература", "родиноведение", "естествознание", "физическая культура", "изо",
    "труд", "история", "обществознание",
)  # fmt: skip
"""Subjects that are known even where nobody's card names them (DOMAIN.md: primary and middle school)."""
_UNREAD = re.compile(
    r"(?<![\w.,])\d{1,2}[.,/]\d{2}(?:[.,/]\d{2,4})?(?!\w)|(?<!\w)\d+[-\s]?(?:сабак|урок)\w*|(?<!\w)\d{1,2}-?[^\W\d_](?!\w)",
    re.IGNORECASE,
)


def kind_of(text: str) -> str:
    """The kind of activity that the words name; empty where they name none."""
    folded = " ".join(fold_words(text))
    named = next((kind for kind, words in _FIRST.items() if words.search(folded)), "")
    planned = plan_kind_of(text)
    return named or (planned if planned in ("open_lesson", "extracurricular", "visit", "subject_event") else "")


def level_of(text: str) -> str:
    """The level that the words name, the highest of several; empty where they name none."""
    folded = " ".join(fold_words(text))
    return next((level for level, words in _LEVELS.items() if words.search(folded)), "")


def without_lesson_words(text: str) -> str:
    """A lesson's line without the words that say that it is one: what is left is its topic."""
    return _squeezed(_WORDS_OF_LESSONS.sub(" ", text))


def take_lesson(text: str) -> tuple[int | None, str]:
    """The number of a lesson («3-сабак», «3 урок») and the line without it."""
    found = _LESSON.search(text)
    return (int(found["number"]), _without(text, found)) if found else (None, text)


def take_hour(text: str) -> tuple[str, str]:
    """An hour («саат 14.00», «в 14.00», «14:00») as «14:00» and the line without it."""
    found = _HOUR.search(text)
    read = parse_time(found["said"] or found["bare"]) if found else None
    return (read.strftime("%H:%M"), _without(text, found)) if found and read else ("", text)


def time_and_place(text: str) -> tuple[str, str]:
    """«14.00, № 12 кабинет» of a plan's line as ("14:00", "№ 12 кабинет")."""
    first, _comma, rest = text.partition(",")
    read = parse_time(first.strip()) if first.strip() else None
    return (read.strftime("%H:%M"), rest.strip()) if read else ("", text.strip())


def take_room(text: str) -> tuple[str, str]:
    """A room («12-кабинет», «каб. 12», «спортзал») and the line without it."""
    found = _ROOM.search(text)
    return (found.group().strip(" ,;"), _without(text, found)) if found else ("", text)


def take_subject(text: str, subjects: Iterable[str]) -> tuple[str, str]:
    """The subject that is named, the longest of several, and the line without it."""
    words = text.split()
    folded = [" ".join(fold_words(word)) for word in words]
    for subject in sorted((*subjects, *USUAL_SUBJECTS), key=lambda each: -len(each.split())):
        wanted = fold_words(subject)
        for at in range(len(words) - len(wanted) + 1) if wanted else ():
            if folded[at : at + len(wanted)] == wanted:
                return subject, " ".join([*words[:at], *words[at + len(wanted) :]])
    return "", text


def unread(text: str) -> tuple[str, ...]:
    """What looks like a day, a lesson or a class and is none: «31,02», «99-сабак», «4Я»."""
    return tuple(match[0] for match in _UNREAD.finditer(text))


def _without(text: str, found: re.Match[str]) -> str:
    return _squeezed(f"{text[: found.start()]} {text[found.end() :]}")


def _squeezed(text: str) -> str:
    return " ".join(text.split())
