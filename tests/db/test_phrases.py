"""Stock phrases and own ones."""

import pytest

from db import settings
from db.errors import Refused
from db.settings import load_stock, phrases, remove_phrase, save_phrase, twin, twins, use_phrase
from db.stock_files import stock_phrases
from tests.conftest import CountQueries

DECIDED = "Календардык-тематикалык пландарга түзөтүү киргизилсин."
IN_RUSSIAN = "Внести коррективы в календарно-тематические планы."


@pytest.fixture(autouse=True)
def stock(store):
    load_stock()


def test_the_stock_is_loaded_once():
    assert load_stock().value == 0
    assert sum(len(phrases(kind)) for kind in ("heard", "spoke", "decided", "agenda", "review", "plan_done")) == len(
        stock_phrases()
    )
    assert all(each.ky and each.ru for each in stock_phrases())


def test_usual_items_know_their_month_and_the_review_is_apart():
    assert {each.month for each in phrases("agenda")} == {8, 10, 11, 1, 2, 3, 5}
    assert [each.text("ru") for each in phrases("review")] == ["О выполнении решений прошлого заседания и плана работы"]


def test_what_is_used_most_comes_first():
    first, *_, last = phrases("decided")
    use_phrase(last.id)
    assert phrases("decided")[:2] == [last, first]


def test_own_phrases_are_added_changed_and_removed():
    own = save_phrase(None, "decided", "Ата-энелер чогулушу өткөрүлсүн.", "").value
    assert phrases("decided")[-1].id == own
    assert own not in [each.id for each in phrases("decided", "ru")]
    save_phrase(own, "decided", "Ата-энелер чогулушу өткөрүлсүн.", "Провести родительское собрание.", month=3)
    assert phrases("decided", "ru")[-1].month == 3
    remove_phrase(own)
    assert own not in [each.id for each in phrases("decided")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [(("decided", " ", "", 0), "required"), (("agenda", "а", "", 13), "month_out_of_range"),
     (("song", "а", "", 0), "value_not_allowed")],
)  # fmt: skip
def test_a_phrase_that_cannot_be_is_refused(fields, code):
    with pytest.raises(Refused) as refusal:
        save_phrase(None, *fields)
    assert refusal.value.code == code


def test_only_an_untouched_phrase_has_a_twin():
    assert twin(DECIDED, "ky") == IN_RUSSIAN
    assert twin(IN_RUSSIAN, "ru") == DECIDED
    assert twin(DECIDED.rstrip("."), "ky") is None
    assert twin("", "ky") is None


def test_many_twins_are_one_query(count_queries: CountQueries):
    with count_queries() as queries:
        assert twins([DECIDED, "Башка сөз"] * 20, "ky") == {DECIDED: IN_RUSSIAN}
    assert len(queries) == 1


def test_a_phrase_shows_in_the_language_it_has():
    phrase = next(each for each in phrases("decided") if each.ky == DECIDED)
    assert (phrase.text("ky"), phrase.text("ru"), phrase.text("en")) == (DECIDED, IN_RUSSIAN, DECIDED)
    assert settings.get("typing_language") == "ky"
