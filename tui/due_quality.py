"""How the quality of knowledge moves from quarter to quarter, in words: a row of the home screen."""

from db import kept
from db.quality import views
from db.rules import quality
from templates_docx.quality_words import TRENDS, points
from tui import quality_words
from tui.texts import _


def trend(association_id: int, first_year: int) -> tuple[str, str, str] | None:
    """The last two quarters that have marks, the change in percentage points, and a style.

    None without marks, or where they are not kept.
    """
    if "quality" in kept.not_kept(association_id):
        return None
    found = [(part, of.whole()) for part, of in views.by_quarter(association_id, first_year)]
    known = [(part, of.figures.quality) for part, of in found if of.figures.quality is not None]
    if not known:
        return None
    later, after = known[-1]
    if len(known) == 1:
        said = _("Quality of knowledge: quarter {later} {after}")
        return said.format(later=later, after=quality.percent(after)), "", ""
    earlier, before = known[-2]
    words, code = quality_words.catalogued(), quality.trend(before, after)
    said = _("Quality of knowledge: quarter {earlier} {before} → quarter {later} {after}: {moved}").format(
        earlier=earlier, before=quality.percent(before), later=later, after=quality.percent(after),
        moved=words.gettext(TRENDS[code]),
    )  # fmt: skip
    return said, points(before, after, words), "warning" if code == "fall" else ""
