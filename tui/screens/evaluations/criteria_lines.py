"""How the criteria of a version are listed: under the headings of their sections, numbered as sheets number them."""

from collections.abc import Iterable

from db.evaluations.criteria_rows import CriteriaSectionRow, VersionRow
from db.rules.points import shown
from tui import criteria_words
from tui.texts import _
from tui.widgets.lists import Row


def rows(sections: Iterable[CriteriaSectionRow]) -> Iterable[Row]:
    """A row a criterion, a heading a section."""
    number = 0
    for part in sections:
        yield Row((part.id,), ("", criteria_words.title(part), "", "", shown(part.most)), "heading")
        for each in part.criteria:
            number += 1
            cells = (str(number), criteria_words.title(each), "●" if each.source else "")
            yield Row(each.id, (*cells, _(criteria_words.RULES[each.rule]), criteria_words.most(each)))


def total(of: VersionRow) -> str:
    """What all criteria come to, who adopted them, how many evaluations go by them."""
    used = _("evaluations by it: {count}").format(count=of.used) if of.used else ""
    parts = (_("In all: {points}").format(points=shown(of.most)), of.title, criteria_words.adopted_by(of), used)
    return " · ".join(part for part in parts if part)
