"""What was taken back is said in words, not by the codes of the records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import db
from db import undo
from db.undo import Step
from tui import texts
from tui.undo_words import SUBJECTS, what

ACTION = re.compile(r'@action\("([^"]+)"\)')


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


def test_every_action_has_a_word() -> None:
    root = Path(str(db.__path__[0]))
    codes = {code for path in root.rglob("*.py") for code in ACTION.findall(path.read_text(encoding="utf-8"))}
    topics = {code.partition(".")[0] for code in codes - undo.BARRIERS} - {"undo", "redo", "first_start"}
    assert topics - SUBJECTS.keys() == set()
    assert SUBJECTS.keys() - {code.partition(".")[0] for code in codes} == set()
