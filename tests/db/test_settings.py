"""Choices and what is remembered."""

import pytest

from db import settings
from db.connection import execute
from db.errors import Refused
from db.undo import undo
from tests.conftest import CountQueries, MakeAssociation


def test_an_association_chooses_over_its_school(make_association: MakeAssociation):
    here, there = make_association(members=0), make_association(members=0)
    settings.set_("meeting_ky", "чогулуш")
    settings.set_("meeting_ky", "жыйын", here)
    assert [settings.words(each).meeting_ky for each in (here, there, None)] == ["жыйын", "чогулуш", "чогулуш"]
    assert settings.words(here).resolved_ky == "ТОКТОМ КЫЛЫНДЫ"


def test_a_choice_is_made_once_and_can_be_taken_back(store):
    assert settings.get("quorum_percent") == "50"
    settings.set_("quorum_percent", "66")
    settings.set_("quorum_percent", "75")
    assert settings.get("quorum_percent") == "75"
    undo()
    assert settings.get("quorum_percent") == "66"


def test_choices_made_together_are_taken_back_together(store):
    settings.set_all({"quorum_percent": "66", "meeting_ky": "жыйын"})
    assert (settings.get("quorum_percent"), settings.words().meeting_ky) == ("66", "жыйын")
    undo()
    assert (settings.get("quorum_percent"), settings.words().meeting_ky) == ("50", "отурум")


def test_an_empty_word_falls_back_to_the_usual_one(store):
    settings.set_("spoke_ru", " ")
    assert settings.words().spoke_ru == "ВЫСТУПИЛИ"


def test_unknown_keys_are_refused(store):
    with pytest.raises(Refused) as refusal:
        settings.set_("font", "Comic Sans")
    assert (refusal.value.code, refusal.value.field) == ("unknown_setting", "font")


def test_words_are_read_with_one_query(make_association: MakeAssociation, count_queries: CountQueries):
    association_id = make_association(members=0)
    with count_queries() as queries:
        settings.words(association_id)
    assert len(queries) == 1


def test_what_is_remembered_leaves_no_event(store):
    settings.remember("meeting.open", "3")
    settings.remember("meeting.open", "4")
    assert settings.remembered("meeting.open") == "4"
    assert settings.remembered("meeting.field", "heard") == "heard"
    assert execute("SELECT COUNT(*) FROM event") == [(0,)]
