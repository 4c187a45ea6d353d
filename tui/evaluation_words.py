"""The words for evaluations: which period, how it stands, whose figure, what is lacking."""

from collections.abc import Iterable

from db.evaluations.closing import Unfinished
from db.evaluations.elsewhere import Elsewhere
from db.evaluations.rows import AppealRow, Line, Period, Sheet, Switches
from db.rules import fund
from db.rules.evaluation_order import following
from db.rules.points import shown
from db.rules.proof_words import joined
from tui import texts, words
from tui.texts import N_, _

PERIODS = {"quarter": N_("Quarter"), "month": N_("Month"), "half": N_("Half-year"), "year": N_("School year")}
STATES = {
    "collecting": N_("Gathering data"),
    "self": N_("Self-assessment"),
    "association": N_("In the association"),
    "commission": N_("In the commission"),
    "announced": N_("Announced"),
    "appeal": N_("Appeals"),
    "closed": N_("Closed"),
}
COLUMNS = {"self": N_("Own"), "association": N_("MA"), "commission": N_("Comm.")}
"""Who gave a figure, in at most 6 letters."""
HEAD = N_("Head")
"""Over the association's column of the leader's sheet: the head of studies rates her."""
OUTCOMES = {
    "": N_("Not answered"),
    "granted": N_("Satisfied"),
    "partly": N_("Partly granted"),
    "rejected": N_("Rejected"),
}
UNFINISHED = {
    "figures_waiting": N_("criteria without points: {count}"),
    "no_association_meeting": N_("the association's meeting is not named"),
    "no_commission_protocol": N_("the commission's protocol is not named"),
    "not_acquainted": N_("not acquainted with the sheet yet: {count}"),
}
FIRST_MONTH = 9


def part(period: str, number: int, first_year: int) -> str:
    """«1-чейрек», «октябрь», «1-жарым жылдык», «2026-2027-окуу жылы»."""
    if period == "quarter":
        return _("quarter {number}").format(number=number)
    if period == "month":
        return words.month(number)
    return _("half-year {number}").format(number=number) if period == "half" else words.school_year(first_year)


def name(of: Period) -> str:
    """Which period of which year."""
    year = words.school_year(of.first_year)
    return year if of.period == "year" else " · ".join((part(of.period, of.part, of.first_year), year))


def state(of: Period) -> str:
    """How it stands; after the first closing with its version."""
    said = _(STATES[of.state])
    return f"{said} ({of.version})" if of.version > 1 else said


def next_step(of: Period, on: Switches) -> str:
    """What the next step is called; nothing after the last."""
    code = following(of.state, on.steps)
    return _(STATES[code]) if code else ""


def points(tenths: int | None) -> str:
    """«7», «2,5»; a dash where nothing was given."""
    return "–" if tenths is None else shown(tenths)


def column(code: str, *, by_head: bool) -> str:
    """Whose figures a column holds; the association's column of its leader's sheet is the head of studies'."""
    source = HEAD if by_head and code == "association" else COLUMNS[code]
    return _(source)


def share(thousandths: int) -> str:
    """A share of load or time: «1», «0,5», «1,35»."""
    whole, part = divmod(thousandths, 1000)
    return f"{whole},{part:03}".rstrip("0").rstrip(",")


def money(amount: int | None) -> str:
    """«100 000,01»; nothing where there is none."""
    return "" if amount is None else fund.som(amount)


def side() -> str:
    """In which of their two languages criteria are shown: that of the screen."""
    return "ru" if texts.language() == "ru" else "ky"


def criterion(of: Line) -> str:
    """What is rewarded, in the language of the screen."""
    return of.asked.title(side())


def proofs(of: Line) -> str:
    """The proofs of a line, shortly."""
    return joined(each.text for each in of.proofs)


def counted_elsewhere(found: Iterable[Elsewhere]) -> str:
    """Why a record proposes nothing here: another criterion has counted it."""
    said = _("already counted under № {number}: {records}")
    return "; ".join(said.format(number=each.number, records=", ".join(each.texts)) for each in found)


def basis(of: Period) -> str:
    """On what an evaluation rests: the meeting, the commission's protocol, the days of announcement and appeals."""
    parts = (
        (_("Meeting № {number}, {day}"), of.meeting_number, of.association_on),
        (_("Commission: № {number}, {day}"), of.commission_number, of.commission_on),
        (_("Announced: {day}"), of.announced_on, of.announced_on),
        (_("Appeals until {day}"), of.appeal_until, of.appeal_until),
        (_("Closed: {day}"), of.closed_on, of.closed_on),
    )
    known = (said.format(number=number, day=words.day(day)) for said, number, day in parts if number)
    return " · ".join(each.removesuffix(", ") for each in known)


def lacking(found: Iterable[Unfinished]) -> str:
    """What an evaluation seems to lack, in a line."""
    return "; ".join(_(UNFINISHED[each.code]).format(count=each.count) for each in found)


def appeal(of: AppealRow, sheet: Sheet) -> str:
    """About which criterion an appeal is: its number and name, or the whole sheet."""
    line = sheet.line(of.criterion_id) if of.criterion_id else None
    return f"{line.number}. {criterion(line)}" if line else _("the whole sheet")


def change(of: AppealRow) -> str:
    """«4 → 5», or the first figure alone."""
    old = points(of.old_points) if of.criterion_id else ""
    return f"{old} → {points(of.new_points)}" if of.new_points is not None else old
