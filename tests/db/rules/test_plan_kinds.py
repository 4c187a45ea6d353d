"""The kind of work that the words of a line name."""

from __future__ import annotations

import pytest

from db.models.plans import KINDS
from db.rules.plan_kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Математикадан ачык сабак", "open_lesson"),
        ("Открытый урок по математике", "open_lesson"),
        ("Ачык сабактардын графигин түзүү", "other"),
        ("Ачык сабакка өз ара катышуу", "open_lesson"),
        ("Сабактарга өз ара катышуу", "visit"),
        ("Взаимопосещение уроков", "visit"),
        ("Класстан тышкаркы иш", "extracurricular"),
        ("Внеклассное мероприятие", "extracurricular"),
        ("Математика жумалыгы", "subject_event"),
        ("Предметная неделя", "subject_event"),
        ("Кириш текшерүү иштери", "control_work"),
        ("Контрольная работа", "control_work"),
        ("Жат жазуу", "control_work"),
        ("Окуу техникасын текшерүү", "control_work"),
        ("Кайтарма тест", "control_work"),
        ("Ченемдик документтерди үйрөнүү", "norms"),
        ("Изучение приказа", "norms"),
        ("Квалификацияны жогорулатуу", "course"),
        ("Курсы повышения квалификации", "course"),
        ("УБ отуруму", "meeting"),
        ("Отурумга даярдык", "other"),
        ("Жыйынтык чыгаруу", "other"),
        ("Ата-энелер менен иш", "other"),
        ("", "other"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert kind_of(text) == kind
    assert kind in KINDS
