"""What was taken back is said in words, not by the codes of the records."""

from __future__ import annotations

import pytest

from db.undo import Step
from tui import texts
from tui.undo_words import what


@pytest.mark.parametrize(
    ("action", "subject", "ky", "ru"),
    [
        ("meeting.change", "3", "отурум № 3", "заседание № 3"),
        ("protocol.sign", "3", "протокол № 3", "протокол № 3"),
        ("settings.set", "theme", "жөндөө", "настройка"),
        ("appointment.appoint", "leader", "жетекчи же катчы", "руководитель или секретарь"),
        ("decision.own", "План [/] түзүлсүн", "чечим – План [/] түзүлсүн", "решение – План [/] түзүлсүн"),
        ("vote.count", "", "добуш берүү", "голосование"),
        ("unheard_of", "", "", ""),
    ],
)
def test_an_action_is_named(action: str, subject: str, ky: str, ru: str) -> None:
    done = Step(id=1, action=action, subject=subject, undoes=None)
    said = []
    for language in ("ky", "ru"):
        texts.set_language(language)
        said.append(what(done))
    assert said == [ky, ru]
