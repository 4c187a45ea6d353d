"""The work plan: from a selection to the values of its papers."""

from db.errors import Refused
from db.plans import approvals as plans
from db.plans import content as plan_content
from templates_docx.catalogue import PaperLanguage
from templates_docx.compose.selecting import quarter_of, year_of
from templates_docx.documents import Selection
from templates_docx.plan_fact import fact_values
from templates_docx.plans import month_values, quarter_values, year_values
from templates_docx.values import Filled, Record


def plan_year(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a school year's plan with its title page."""
    return year_values(_plan(selection, "year", 0), selection.today.isoformat(), paper), False


def plan_quarter(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a quarter's plan; when the year is over, the last one's."""
    return quarter_values(_plan(selection, "quarter", quarter_of(selection)), selection.today.isoformat(), paper), False


def plan_month(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return a month's plan."""
    month = selection.month if selection.month is not None else selection.today.month
    return month_values(_plan(selection, "month", month), selection.today.isoformat(), paper), False


def plan_fact(selection: Selection, paper: PaperLanguage) -> tuple[Filled, bool]:
    """Return plan against fact of a school year, with every line that the figures count."""
    of = plan_content.Part(selection.association_id, year_of(selection))
    made = plan_content.content(of, selection.today, whole=True)
    return fact_values(made, selection.today.isoformat(), paper), False


def _plan(selection: Selection, scope: str, part: int) -> Record:
    """A plan as it stands, or the version that is named, as it was handed in; raises Refused version_missing."""
    of = (selection.association_id, year_of(selection), scope, part)
    if selection.version is None:
        return plans.content(*of, selection.today)
    for each in plans.versions(*of):
        if each.version == selection.version:
            return each.plain
    raise Refused("version_missing", version=selection.version)
