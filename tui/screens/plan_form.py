"""The form of a plan's line: all its fields."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from textual.widget import Widget

from db.errors import Refused
from db.plans import heads, lines, sections
from tui import clock, current, plan_words, typed_plan, words
from tui.texts import N_, _
from tui.widgets.card import CardScreen
from tui.widgets.fields import ChoiceInput, TextInput

TERM = N_("A day 15,11; days 10,11 – 15,11; a month: ноябрь; «2 quarter»; «all year»")
OWNERS = N_("Surnames with commas between them; a few letters are enough")
TEXTS = ("text", "classes", "time_place", "expected_result", "note")


class PlanLineForm(CardScreen):
    """Change a line. Its term is changed here while nothing was approved; afterwards it is moved, with the reason."""

    HELP = N_(
        "The line as it stands in the plan. Change the term here to correct it; press 4 in the list to move it with "
        "a reason, so that both terms stay known. F2 saves."
    )

    def __init__(self, line_id: int) -> None:
        super().__init__()
        self._of = lines.line(line_id, clock.today())
        self._names = {key: name.listed for key, name in zip(self._of.owner_ids, self._of.owners, strict=True)}
        self._said: list[str] = []
        self.draft_key = f"plan_line:{line_id}"

    def title_text(self) -> str:
        """Which plan."""
        return " · ".join((_("Line of the plan"), words.school_year(self._of.first_year)))

    def parts(self) -> Iterable[Widget]:
        """What, when, who, then the rest."""
        of = self._of
        yield TextInput("text", N_("What"), of.text, long=True, required=True)
        known = [(str(each.id), typed_plan.section_title(each)) for each in sections.sections(of.association_id)]
        yield ChoiceInput("section_id", N_("Section"), known, str(of.section_id))
        yield ChoiceInput("kind", N_("Kind"), _options(plan_words.KINDS), of.kind)
        term = partial(typed_plan.term, first_year=of.first_year)
        yield TextInput("when", N_("When"), self._term(), required=True, check=term, hint=TERM)
        owners = partial(typed_plan.owners, association_id=of.association_id, known=self._names)
        yield TextInput("owner_ids", N_("Owners"), typed_plan.names(of), check=owners, hint=OWNERS)
        yield TextInput("classes", N_("Classes"), of.classes)
        yield TextInput("time_place", N_("Time, place"), of.time_place)
        yield TextInput("expected_result", N_("Result"), of.expected_result)
        yield TextInput("note", N_("Note"), of.note, long=True)
        yield ChoiceInput("scope", N_("Whose plan"), _options(plan_words.SCOPES), of.scope)
        planned = [("", _("planned")), ("1", _("beyond the plan"))]
        yield ChoiceInput("unplanned", N_("Planned?"), planned, "1" if of.unplanned else "")

    def _term(self) -> str:
        """The term as it can be typed again, its days with their year."""
        of = self._of
        if of.term in ("day", "span"):
            return " – ".join(words.day(each) for each in (of.begins, of.ends) if each)
        return plan_words.term(of)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the owners where they differ, then the fields."""
        owner_ids, when = values.pop("owner_ids"), values.pop("when")
        values["section_id"], values["unplanned"] = int(values["section_id"]), bool(values["unplanned"])
        if (said := self._doubts(values["classes"], when)) and said != self._said:
            self._said = said
            self.say(_("{doubts}. F2 once more – save all the same.").format(doubts="; ".join(said)), error=True)
            return
        self._save = partial(self.save, lines.change_line, self._of.id, **values, **when)
        if owner_ids == self._of.owner_ids:
            self._save()
        else:
            then = self._owners_saved
            self.app.save(lines.set_line_owners, self._of.id, owner_ids, then=then, failed=self.refused)

    def _doubts(self, classes: str, when: dict[str, Any]) -> list[str]:
        """What a person should look at of what was changed here."""
        old = {"term": self._of.term, "begins": self._of.begins, "ends": self._of.ends}
        same = all(when[name] == value for name, value in old.items())
        term = {"term": "year", "begins": None, "ends": None, "month": None, "quarter": None} if same else when
        return typed_plan.doubts(term, "" if classes == self._of.classes else classes, self._of.first_year)

    def _owners_saved(self, _none: None) -> None:
        self._save()

    def refused(self, error: Refused) -> None:
        """A term's fault is shown at the one field that it is typed into."""
        if error.field in ("begins", "ends", "month", "quarter", "term"):
            error = Refused(error.code, "when", **error.values)
        super().refused(error)


class PlanHeadForm(CardScreen):
    """Theme, goals, tasks and motto: what stands before the lines."""

    HELP = N_("What stands on the title page of the year's plan and before its lines. F2 saves.")

    def __init__(self, first_year: int) -> None:
        super().__init__()
        self._year = first_year
        self._head = heads.head(current.association_id(), first_year)
        self.draft_key = f"plan_head:{first_year}"

    def title_text(self) -> str:
        """Which year."""
        return " · ".join((_("Title page of the plan"), words.school_year(self._year)))

    def parts(self) -> Iterable[Widget]:
        """The four texts."""
        yield TextInput("theme", N_("Methodical theme"), self._head.theme)
        yield TextInput("goals", N_("Goal"), self._head.goals, long=True)
        yield TextInput("tasks", N_("Tasks of the year"), self._head.tasks, long=True)
        yield TextInput("motto", N_("Motto"), self._head.motto)

    def submit(self, values: dict[str, Any]) -> None:
        """Save them."""
        self.save(heads.save_head, current.association_id(), self._year, **values)


def _options(codes: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, _(word)) for code, word in codes.items()]
