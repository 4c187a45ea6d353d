"""A member's card."""

from collections.abc import Iterable, Sequence
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import TextArea

from db import members
from db.appointments import AppointmentRow
from db.members import MemberCard
from db.rules.names import Name, class_name
from tui import commands, current, places, typed, words
from tui.person_words import CATEGORIES, CONDITIONS, FIELDS, MANNERS, ROLES
from tui.texts import N_, _
from tui.widgets.card import CardScreen, heading
from tui.widgets.fields import ChoiceInput, DateInput, FormField, NumberInput, TextInput
from tui.widgets.shown import Shown

NAME_PARTS = ("surname", "given", "patronymic", "short_form")
HINTS = {
    "surname": N_("«Асан уулу» and «Качкынбай кызы» are one surname."),
    "short_form": N_("Only where the initials are not right: Г. М. Асанова"),
    "classes": N_("For example 4-А, 4-Б"),
}
LONG = ("conditions_note", "awards", "self_education")
NUMBERS = {"load_hours": 60, "service_total": 70, "service_teaching": 70}
GROUPS: dict[str, tuple[str, ...]] = {
    N_("Work"): ("subjects", "classes", "load_hours", "class_teacher_of", "category", "category_year"),
    N_("Education and service"): ("education", "institution", "speciality", "service_total", "service_teaching"),
    N_("Further"): ("self_education", "awards", "conditions", "conditions_note", "born", "phone"),
}
"""Heading → the fields under it."""


class MemberScreen(CardScreen):
    """All that is known about a member; without `member_id` a new one."""

    COMMANDS = (
        commands.SAVE,
        commands.EDIT.but(
            id="growth", title=N_("Growth"), help=N_("Show her time line, courses and the rest."), changes=False
        ),
        commands.WORD.but(help=N_("Make the member's card as a Word document.")),
    )
    HELP = N_(
        "The member's card. Only surname and given name are needed. F2 saves, Esc keeps what you typed "
        "for the next time. How the name is printed stands under the name; where it is not right, type the short form. "
        "F4 shows how she grows, F5 prints the card."
    )

    def __init__(self, member_id: int | None = None) -> None:
        super().__init__()
        self._member_id = member_id
        self._card: MemberCard | None = members.member(member_id) if member_id else None
        self.draft_key = f"member:{member_id or 'new'}"

    def title_text(self) -> str:
        """Whose card it is."""
        whose = self._card.person.name.full if self._card else _("new member")
        return _("Members") + f" · {whose}"

    def parts(self) -> Iterable[Widget]:
        """The name, then the groups, then who she was in the association."""
        yield from (self._text(name, required=name in ("surname", "given")) for name in NAME_PARTS)
        yield Shown(classes="note", id="preview")
        yield DateInput("since", N_("Member since"), self._since(), parse=typed.past_day)
        for title, names in GROUPS.items():
            yield heading(title)
            yield from (self._field(name) for name in names)
        if self._card and self._card.appointments:
            yield heading(N_("Leader and secretary"))
            yield Shown(history(self._card.appointments))

    def _since(self) -> str:
        return words.day(self._card.member.since) if self._card else ""

    def _known(self, name: str) -> Any:
        return getattr(self._card.person, name) if self._card else None

    def _text(self, name: str, **more: Any) -> TextInput:
        value = str(self._known(name) or "")
        return TextInput(name, FIELDS[name], value, long=name in LONG, hint=HINTS.get(name, ""), **more)

    def _field(self, name: str) -> FormField:
        value = self._known(name)
        if name == "category":
            return ChoiceInput(name, FIELDS[name], [("", "–"), *_options(CATEGORIES)], value or "")
        if name == "conditions":
            return ChoiceInput(name, FIELDS[name], [("", "–"), *_options(CONDITIONS)], value or "")
        if name in NUMBERS:
            return NumberInput(name, FIELDS[name], _shown(value), high=NUMBERS[name])
        if name == "category_year":
            return NumberInput(name, FIELDS[name], _shown(value), low=1950, high=2100)
        if name == "born":
            return DateInput(name, FIELDS[name], words.day(value), parse=typed.past_day)
        return self._text(name)

    def on_mount(self) -> None:
        """Show how the name prints."""
        super().on_mount()
        self._show_preview()

    @on(TextArea.Changed)
    def _show_preview(self) -> None:
        name = Name(*(self.field(part).raw.strip() for part in NAME_PARTS))
        shown = _("prints as: {signed} / {listed}").format(signed=name.signed, listed=name.listed)
        self.query_one("#preview", Shown).show(shown if name.surname else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A new member has neither a time line nor a paper."""
        return self._card is not None if action in ("growth", "word") else True

    def action_growth(self) -> None:
        """Her time line and records."""
        if self._card:
            self.app.open("growth", person_id=self._card.member.person_id)

    def action_word(self) -> None:
        """Her card on paper."""
        if self._card:
            places.open_papers(self.app, "member", person_id=self._card.member.person_id)

    def submit(self, values: dict[str, Any]) -> None:
        """Save the card."""
        values["classes"] = ", ".join(class_name(one) for one in values["classes"].split(",") if one.strip())
        association_id = None if self._member_id else current.association_id()
        self.save(members.save_member, self._member_id, association_id, **values)


def _options(codes: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, _(word)) for code, word in codes.items()]


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def history(found: Sequence[AppointmentRow]) -> str:
    """Who led or kept the protocols, from when until when and by what, a line each."""
    return "\n".join(_held(each) for each in found)


def _held(of: AppointmentRow) -> str:
    span = f"{words.day(of.since) or '…'} – {words.day(of.until)}".rstrip()
    return f"{_(ROLES[of.role])}: {span} · {manner(of)}"


def manner(of: AppointmentRow) -> str:
    """By election or by which order."""
    order = ""
    if of.order_number or of.order_date:
        parts = (f"№ {of.order_number}" if of.order_number else "", words.day(of.order_date))
        order = " · " + _("order {order}").format(order=" / ".join(filter(None, parts)))
    return _(MANNERS[of.manner]) + order
