"""The quality of knowledge on paper (DOMAIN.md 5, 12.7): every class and subject, groups, classes as wholes, tests.

A row is {"name", "class_name", "subject", "teacher": NAME or None, "listed", "exempt", "whole", "marks": pupils with
«5», «4», «3», «2», "not_assessed", "figures": FIGURES, "before": the quality in the period before or None,
"alike": whether that was of the same classes}; FIGURES are {"pass_rate", "quality", "degree", "mean"}, exact or None.
"""

from collections.abc import Sequence
from gettext import NullTranslations

from db.rules import quality
from db.rules.quality import Counts, Weights
from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.control_tests import JOURNAL_SORTS
from templates_docx.dates import school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.journal import SORTS
from templates_docx.quality_charts import charts
from templates_docx.quality_words import conclusion, period
from templates_docx.values import Filled, Record, Typed, Values, capital, signed

GROUPS = (
    ("classes", N_("By classes (all subjects together)")), ("subjects", N_("By subjects")),
    ("teachers", N_("By teachers")),
)  # fmt: skip
"""Lists of rows and what stands above each of them."""


def quality_values(heading: Record, content: Record, paper: PaperLanguage) -> Filled:
    """Return the report of a period.

    `content` is {"when": {"year", "period", "part", "before_year", "before_part"}, "class_name", "person": NAME or
    None, "rules": {"best", "least", "weights": Weights, "small_class", "ungraded": grades}, "rows", "total",
    "classes", "subjects", "teachers", "class_results", "tests", "quarters", "years"}; the last four are what
    `_class_row`, `_test_row` and `templates_docx.quality_charts` read.
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    scope = _scope(content, words)
    rows = [_row(number, of, typed) for number, of in enumerate(content["rows"], 1)]
    total = _row("", content["total"], typed) | {"class_name": words.gettext("In all"), "subject": ""}
    values = heading_values(heading, typed, words) | {
        "scope": scope,
        "rows": [*rows, *([total] if len(rows) > 1 else [])],
        "groups": _groups(content, typed, words),
        "class_results": [_class_row(number, of) for number, of in enumerate(content["class_results"], 1)],
        "tests": [_test_row(number, of, typed, words) for number, of in enumerate(content["tests"], 1)],
        "caution": _caution(content, words),
        "formulas": _formulas(content, words),
        "charts": charts(content, typed, words),
        "conclusion": conclusion(content, typed, words),
        "empty": words.gettext("No marks are known for this period."),
    }
    return Filled(values, words.gettext("Quality of knowledge, {scope}").format(scope=scope), typed.untranslated)


def _scope(content: Record, words: NullTranslations) -> str:
    """Say of what time, class and teacher: «2026-2027-окуу жылы · 2-чейрек · 5-А»."""
    when = content["when"]
    part = "" if when["period"] == "year" else period(when, words)
    parts = (school_year(when["year"], words), part, content["class_name"], signed(content["person"]))
    return " · ".join(each for each in parts if each)


def _row(number: int | str, of: Record, typed: Typed) -> Values:
    return {
        "number": str(number),
        "class_name": of["class_name"],
        "subject": typed(of["subject"]),
        "teacher": signed(of["teacher"]),
        "listed": str(of["listed"]),
        "exempt": str(of["exempt"]),
        **_figures(of),
    }


def _figures(of: Record) -> Values:
    """Return pupils by level and the indicators with the change; dashes where nobody is due a mark."""
    figures, known = of["figures"], of["whole"] > 0
    return {
        "whole": str(of["whole"]) if known else quality.NOTHING,
        "marks": [str(each) if known else quality.NOTHING for each in of["marks"]],
        "not_assessed": str(of["not_assessed"]) if known else quality.NOTHING,
        "passed": quality.number(figures["pass_rate"]),
        "quality": quality.number(figures["quality"]),
        "degree": quality.number(figures["degree"]),
        "mean": quality.number(figures["mean"], 2),
        "before": quality.number(of["before"]),
        "change": quality.points(of["before"], figures["quality"]),
    }


def _groups(content: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    """Return the groups that say more than the rows above: those of several, and the periods one after the other."""
    found = [(title, [(_name(of, typed), of) for of in content[name]]) for name, title in GROUPS]
    quarter = words.gettext("quarter {number}")
    found.append((N_("By quarters"), [(quarter.format(number=of["part"]), of) for of in content["quarters"]]))
    found.append((N_("By years"), [(school_year(of["year"], words), of) for of in content["years"]]))
    return [
        {"title": words.gettext(title), "lines": [{"name": name, **_figures(of)} for name, of in rows]}
        for title, rows in found
        if len(rows) > 1
    ]


def _name(of: Record, typed: Typed) -> str:
    return signed(of["teacher"]) or typed(of["name"]) or quality.NOTHING


def _class_row(number: int, of: Record) -> Values:
    """A class as a whole: {"name", "listed", "all_five", "four_five", …, "before"}; its quality has its formula."""
    five, four, listed = of["all_five"], of["four_five"], of["listed"]
    found = quality.class_quality(five, four, listed)
    counted = ("name", "listed", "all_five", "four_five", "one_four", "one_three", "failing", "not_assessed")
    return {name: str(of[name]) for name in counted} | {
        "number": str(number),
        "formula": quality.class_quality_formula(five, four, listed) or quality.NOTHING,
        "before": quality.number(of["before"]),
        "change": quality.points(of["before"], found),
    }


def _test_row(number: int, of: Record, typed: Typed, words: NullTranslations) -> Values:
    """A test beside the marks: {"class_name", "subject", "kind", "date", "wrote", "whole", "test", "marks", "few"}."""
    kind = str(of["kind"])
    return {
        "number": str(number),
        "place": f"{of['class_name']}, {typed(of['subject'])}",
        "kind": capital(words.gettext(SORTS[JOURNAL_SORTS.get(kind, kind)])),
        "date": short_date(of["date"]),
        "wrote": f"{of['wrote']} / {of['whole']}",
        "test": quality.number(of["test"]),
        "marks": quality.number(of["marks"]),
        "difference": quality.points(of["marks"], of["test"]),
        "note": words.gettext("few pupils") if of["few"] else "",
    }


def _caution(content: Record, words: NullTranslations) -> str:
    few = words.gettext("With fewer than {count} pupils one mark moves the share a lot: such a comparison says little.")
    small = content["rules"]["small_class"]
    return few.format(count=small) if any(of["few"] for of in content["tests"]) else ""


def _formulas(content: Record, words: NullTranslations) -> list[str]:
    """Say how the indicators are counted, with the year's weights, and how those of all together came about."""
    rules = content["rules"]
    shown = {name: getattr(rules["weights"], name) for name in Counts.__slots__}
    whole = [words.gettext("N = on the list − exempt; those not assessed (n/a) stay in N.")]
    if len({each["subject"] for each in content["rows"]}) > 1:
        together = words.gettext("Of several subjects together N is the number of marks: a pupil counts once in each.")
        whole.append(together)
    return [
        *whole,
        words.gettext("Pass rate = («5» + «4» + «3») ÷ N × 100; quality of knowledge = («5» + «4») ÷ N × 100."),
        words.gettext(
            "Degree of learning (SOU) = ({five}·«5» + {four}·«4» + {three}·«3» + {two}·«2» + {not_assessed}·n/a) ÷ N; "
            "mean mark = the sum of the marks ÷ their number."
        ).format(**shown),
        *_exceptions(content, words),
        *_worked(content["total"], rules["weights"], words),
    ]


def _exceptions(content: Record, words: NullTranslations) -> list[str]:
    """Say what is counted otherwise than usual, or not at all, or not exactly."""
    rules, said = content["rules"], []
    if rules["best"] != 5:
        five, four, three = rules["least"]
        brought = words.gettext("On the scale of ten: from {five} – «5», from {four} – «4», from {three} – «3».")
        said.append(brought.format(five=five, four=four, three=three))
    if rules["ungraded"]:
        without = words.gettext("Grades without marks ({grades}) are not counted.")
        said.append(without.format(grades=", ".join(map(str, rules["ungraded"]))))
    if not all(
        each["alike"] for each in (content["total"], *(row for name, _title in GROUPS for row in content[name]))
    ):
        other = words.gettext("Where the period before has other classes or subjects, the comparison is not exact.")
        said.append(other)
    return said


def _worked(of: Record, weights: Weights, words: NullTranslations) -> list[str]:
    """Show how the indicators of all together came about; nothing where nobody is due a mark."""
    five, four, three, two = of["marks"]
    counts = Counts(five, four, three, two, of["not_assessed"])
    if not counts.whole:
        return []
    together = words.gettext("All together: pass rate {passed}; quality {quality}; SOU {degree}.")
    worked = together.format(
        passed=quality.pass_rate_formula(counts), quality=quality.quality_formula(counts),
        degree=quality.degree_formula(counts, weights),
    )  # fmt: skip
    return [worked]


def names_typed(content: Record) -> Sequence[str]:
    """Return the texts of a report that were typed: the names of subjects."""
    return [of["subject"] for of in (*content["rows"], *content["tests"])]
