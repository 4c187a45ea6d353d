"""How figures of quality are written on the screen: table lines of one width, formulas, what a change means."""

from collections.abc import Sequence
from gettext import NullTranslations

from db.quality.comparing import ClassQuality, TestAgainstMarks
from db.quality.views import Group, When
from db.rules import quality
from db.rules.alphabet import fold
from db.rules.quality import Figures, Weights
from templates_docx import catalogue, quality_words
from tui import texts, words, work_words
from tui.texts import N_, _

VIEWS = {
    "classes": N_("By classes"), "subjects": N_("By subjects"), "teachers": N_("By teachers"),
    "matrix": N_("Subject × class"),
    "quarters": N_("By quarters"), "years": N_("By years"), "class_results": N_("Quality of classes"),
    "tests": N_("Tests and marks"),
}  # fmt: skip
"""The views in the order of ← →, English sources."""
NAME, CELL = 20, 5
"""Cells of the terminal for a name, and for a class in the matrix."""
LABEL = 18


def catalogued() -> NullTranslations:
    """The sentences of papers in the language that is spoken: the screen and the paper say the same."""
    spoken = texts.language()
    return catalogue.texts(spoken) if spoken == "ky" or spoken == "ru" else NullTranslations()


def period(when: When, *, with_year: bool = False) -> str:
    """«2-чейрек», «жыл»."""
    known = {"year": when.first_year, "period": when.period, "part": when.part}
    return quality_words.period(known, catalogued(), with_year=with_year)


def head(first: str) -> str:
    """The head of a table of groups."""
    cells = (*(f"«{mark}»" for mark in quality.LEVELS), _("n/a"))
    named = (_("Pass,%"), _("Qual,%"), _("SOU,%"), _("Mean"), _("± p.p."))
    marks = "".join(f"{each:>4}" for each in cells)
    figures = "".join(f"{each:>{width}}" for each, width in zip(named, (7, 7, 6, 6, 7), strict=True))
    return f"{cut(first, NAME):<{NAME}}{'N':>4}{marks}{figures}"


def line(name: str, of: Group) -> str:
    """A group in one line: pupils by level, the four indicators, the change since the period before."""
    known, counts = of.counts.whole > 0, of.counts
    numbers = (counts.whole, counts.five, counts.four, counts.three, counts.two, counts.not_assessed)
    marks = "".join(f"{each if known else quality.NOTHING:>4}" for each in numbers)
    before = of.before.quality if of.before else None
    return f"{cut(name, NAME):<{NAME}}{marks}{indicators(of.figures)}{quality.points(before, of.figures.quality):>7}"


def indicators(of: Figures) -> str:
    """The four indicators under their heads."""
    shares = (of.pass_rate, of.quality)
    first = "".join(f"{quality.number(each):>7}" for each in shares)
    return f"{first}{quality.number(of.degree):>6}{quality.number(of.mean, 2):>6}"


def formulas(of: Group, weights: Weights) -> str:
    """How the figures of a group came about, one a line; what is known of the period before."""
    if not of.counts.whole:
        return _("Grades without marks are not counted.")
    shown = (
        (_("Pass rate"), quality.pass_rate_formula(of.counts)), (_("Quality"), quality.quality_formula(of.counts)),
        (_("Degree (SOU)"), quality.degree_formula(of.counts, weights)),
        (_("Mean mark"), quality.mean_formula(of.marks)),
    )  # fmt: skip
    lines = [f"{label:<{LABEL}} {value}" for label, value in shown]
    return "\n".join([*lines, *([moved(of)] if of.before else [])])


def counted(of: Group) -> str:
    """How many marks are counted, and of whom: every pupil has one in each subject."""
    if not of.counts.whole:
        return ""
    subjects, classes = {fold(each.subject) for each in of.graded}, {each.cohort_id for each in of.graded}
    return _("N – number of marks: {marks} (pupils {pupils}, subjects {subjects}, classes {classes})").format(
        marks=of.counts.whole, pupils=of.pupils, subjects=len(subjects), classes=len(classes)
    )


def moved(of: Group) -> str:
    """«Өткөн мезгилде 57,6 %: төмөндөдү, −1,7 п. п.»; nothing without a period before."""
    if of.before is None:
        return ""
    said = _("In the period before {figure}: {moved}")
    change = quality_words.moved(of.before.quality, of.figures.quality, catalogued())
    other = "" if of.alike else _("(other classes or subjects)")
    return f"{said.format(figure=quality.percent(of.before.quality), moved=change)} {other}".rstrip()


def told(of: Group) -> str:
    """The quality and how it has moved, for what is made of it."""
    figure = _("quality of knowledge {figure}").format(figure=quality.percent(of.figures.quality))
    return "; ".join(each for each in (figure, moved(of)) if each)


def matrix_head(classes: Sequence[str]) -> str:
    """The classes over their columns."""
    return f"{'':<{NAME}}" + "".join(f"{cut(each, CELL):>{CELL + 1}}" for each in classes)


def matrix_line(name: str, cells: Sequence[Group | None]) -> str:
    """A subject's quality in each class; nothing where it is not taught."""
    shown = (quality.number(each.figures.quality) if each else "" for each in cells)
    return f"{cut(name, NAME):<{NAME}}" + "".join(f"{each:>{CELL + 1}}" for each in shown)


CLASS_COLUMNS = (
    (N_("On list"), 9), (N_("only «5»"), 9), (N_("«4»–«5»"), 9), (N_("one «4»"), 9), (N_("one «3»"), 9),
    (N_("failing"), 11), (N_("Qual,%"), 8), (N_("± p.p."), 8),
)  # fmt: skip


def class_head() -> str:
    """The head of the table of classes as wholes."""
    return f"{_('Class'):<6}" + "".join(f"{_(title):>{width}}" for title, width in CLASS_COLUMNS)


def class_line(of: ClassQuality) -> str:
    """A class as a whole in one line."""
    counted = (of.listed, of.all_five, of.four_five, of.one_four, of.one_three, of.failing)
    shown = (*map(str, counted), quality.number(of.quality), quality.points(of.before, of.quality))
    cells = (f"{each:>{width}}" for each, (_title, width) in zip(shown, CLASS_COLUMNS, strict=True))
    return f"{of.name:<6}" + "".join(cells)


TEST_COLUMNS = ((N_("Wrote/N"), 9), (N_("Test,%"), 8), (N_("Quart.,%"), 9), (N_("± p.p."), 8))


def test_head() -> str:
    """The head of the table of tests beside marks."""
    named = f"{_('Class, subject'):<{NAME}} {_('Kind'):<20}"
    return named + "".join(f"{_(title):>{width}}" for title, width in TEST_COLUMNS)


def test_line(of: TestAgainstMarks) -> str:
    """A test beside the marks of its quarter; ? marks one of few pupils."""
    difference = quality.points(of.marks.quality, of.test.quality)
    numbers = (quality.number(of.test.quality), quality.number(of.marks.quality), difference)
    shown = (f"{of.wrote}/{of.whole}", *numbers)
    cells = (f"{each:>{width}}" for each, (_title, width) in zip(shown, TEST_COLUMNS, strict=True))
    named = f"{cut(f'{of.class_name} {of.subject}', NAME):<{NAME}} {cut(_(work_words.KINDS[of.kind]), 20):<20}"
    return named + "".join(cells) + (" ?" if of.few else "")


def test_said(of: TestAgainstMarks, small: int) -> str:
    """What a difference means and does not mean."""
    who = of.teacher.listed if of.teacher else ""
    told = " · ".join(each for each in (of.class_name, of.subject, who, words.day(of.held_on)) if each)
    said = _("A test shows one day, a quarter's mark the whole quarter: a difference is a reason to look together.")
    few = _("? fewer than {count} pupils: such a comparison says little.").format(count=small)
    return "\n".join([told, said, *([few] if of.few else [])])


def cut(text: str, room: int) -> str:
    """A name that fits its column."""
    return text if len(text) <= room else f"{text[: room - 1]}…"
