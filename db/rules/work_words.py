"""What the words of a typed line say about a control work: its kind, its subject, its lesson, in Kyrgyz and Russian."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.rules.alphabet import fold

# Folded: ө→о, ү→у, ң→н. The longer names first: «математикалык жат жазуу» is no «жат жазуу» in mathematics.
_KINDS = {
    "math_dictation": r"математикалык\s+(?:жат\s+жазуу|диктант)\w*|математическ\w+\s+диктант\w*",
    "dictation": r"жат\s+жазуу\w*|диктант\w*",
    "copying": r"кочуруп\s+жазуу\w*|списывани\w*",
    "reading": r"окуу\s+техника\w*|шар\s+окуу\w*|техник\w\s+чтени\w*",
    "essay": r"дилбаян\w*|сочинени\w*",
    "exposition": r"баяндама\w*|изложени\w*",
    "entry": r"кириш\w*|входн\w*",
    "feedback": r"кайтарма\w*|обратн\w+\s+связ\w*",
    "quarter": r"чейректик\w*|четвертн\w*",
    "final": r"жыйынтыктоочу\w*|жылдык\w*|итогов\w*|годов\w*",
}
_KIND = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)") for kind, words in _KINDS.items()}
_FILLER = re.compile(
    r"(?<!\w)(?:(?:текшеруу|контролдук)(?:\s+иш\w*)?|контрольн\w+(?:\s+работ\w*)?|тест\w*|к/?р|срез\w*)(?!\w)"
)
_LESSON = re.compile(r"(?<![\w.,])(\d{1,2})[-\s]?(?:сабак|урок)\w*")
_ROOMS = (
    re.compile(r"(?<!\w)каб\w*\.?\s*№?\s*(\d{1,3}\w?)(?!\w)"),
    re.compile(r"(?<![\w.,])№?\s*(\d{1,3})[-\s]?каб\w*\.?(?!\w)"),
)
MOST_LESSONS = 14
"""The last lesson of a day in two shifts."""
_SHORTEST = 3

SUBJECTS = (
    "Математика", "Кыргыз тили", "Орус тили", "Эне тили", "Адабий окуу", "Кыргыз адабияты", "Орус адабияты",
    "Мекен таануу", "Англис тили", "Адеп", "Музыка", "Сүрөт", "Көркөм өнөр", "Технология", "Дене тарбия",
    "Алгебра", "Геометрия", "Физика", "Химия", "Биология", "География", "Табият таануу", "Тарых", "Адам жана коом",
    "Информатика", "Астрономия",
    "Кыргызский язык", "Русский язык", "Родной язык", "Литературное чтение", "Кыргызская литература",
    "Русская литература", "Родиноведение", "Английский язык", "Рисование", "Физическая культура", "Природоведение",
    "История", "Человек и общество",
)  # fmt: skip
"""Usual subjects in both languages, the commonest first: the beginnings of their words are enough."""
KIND_SUBJECTS = {"math_dictation": "Математика"}
"""Kind → the subject that it has where none is typed."""


def take_kind(text: str) -> tuple[str, str]:
    """The kind that a line names first, `other` where it names none, and the line without its words."""
    folded = fold(text)
    found = {kind: match for kind, words in _KIND.items() if (match := words.search(folded))}
    kind = min(found, key=lambda each: found[each].start(), default="other")
    spans = [found[kind].span()] if found else []
    return kind, _cut(text, [*spans, *(match.span() for match in _FILLER.finditer(folded))])


def take_lesson(text: str) -> tuple[int | None, str]:
    """«2-сабак» as a number, and the line without it."""
    match = next((one for one in _LESSON.finditer(fold(text)) if 0 < int(one[1]) <= MOST_LESSONS), None)
    return (int(match[1]), _cut(text, [match.span()])) if match else (None, text)


def take_room(text: str) -> tuple[str, str]:
    """«12-каб», «кабинет 12» as the room's number, and the line without it."""
    match = next((found for form in _ROOMS if (found := form.search(text.lower()))), None)
    return (match[1], _cut(text, [match.span()])) if match else ("", text)


def take_subject(text: str, known: Sequence[str]) -> tuple[str, str]:
    """The subject of which words are named by their beginnings, and what is left of the line.

    `known`: subjects to look for before the usual ones. Where none is named, all of the line is the subject.
    """
    words = text.split()
    folded = [fold(word).strip() for word in words]
    subjects = [*dict.fromkeys((*known, *SUBJECTS))]
    for size in range(min(len(words), 4), 0, -1):
        for begin in range(len(words) - size + 1):
            part = folded[begin : begin + size]
            fitting = [each for each in subjects if _begins(part, fold(each).split())]
            if fitting:
                whole = next((each for each in fitting if fold(each).split() == part), fitting[0])
                return whole, " ".join([*words[:begin], *words[begin + size :]])
    return text.strip(" ,;"), ""


def _begins(part: Sequence[str], subject: Sequence[str]) -> bool:
    """Whether typed words begin the words of a subject, the first of them with three letters at least."""
    short = len(part[0]) < _SHORTEST and part[0] != subject[0]
    return (
        not short and 0 < len(part) <= len(subject)
        and all(each and word.startswith(each) for each, word in zip(part, subject, strict=False))
    )  # fmt: skip


def _cut(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text without some of its parts; folding keeps positions."""
    kept = "".join(" " if any(begin <= at < end for begin, end in spans) else letter for at, letter in enumerate(text))
    return " ".join(kept.split())
