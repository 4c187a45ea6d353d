"""The charts of a report on quality: by classes, subjects, quarters, years, teachers.

Rows are as `templates_docx.quality` describes them; "quarters" are rows with "part" and "subjects", {name: quality},
"years" with "year", the oldest first.
"""

from fractions import Fraction
from gettext import NullTranslations

from db.rules.quality import class_quality
from templates_docx.charts import MOST_SERIES, Series, bar, column, line
from templates_docx.quality_words import period
from templates_docx.values import Record, Typed, Values, signed

MOST_COLUMNS = 24
"""More classes than these are no longer told apart."""
LONG = 8
"""More subjects than these lie as bars, so that their names have room."""


def charts(content: Record, typed: Typed, words: NullTranslations) -> list[Values]:
    """Return the charts that have something to compare, as plain values."""
    found = (
        classes(content, words), subjects(content, typed, words), quarters(content, typed, words),
        years(content, words), teachers(content, words),
    )  # fmt: skip
    return [each for each in found if each]


def classes(content: Record, words: NullTranslations) -> Values | None:
    """Classes beside one another: pass rate and quality; None where there are fewer than two."""
    rows = [of for of in content["classes"] if of["whole"]][:MOST_COLUMNS]
    if len(rows) < 2:
        return None
    series = {
        words.gettext("Pass rate"): [of["figures"]["pass_rate"] for of in rows],
        words.gettext("Quality of knowledge"): [of["figures"]["quality"] for of in rows],
    }
    return column(words.gettext("Pass rate and quality by classes, %"), [of["name"] for of in rows], series)


def subjects(content: Record, typed: Typed, words: NullTranslations) -> Values | None:
    """Subjects beside the period before, where there was one; None of fewer than two."""
    rows = [of for of in content["subjects"] if of["whole"]]
    if len(rows) < 2:
        return None
    before = {"year": content["when"]["before_year"], "period": content["when"]["period"]}
    before["part"] = content["when"]["before_part"]
    other_year = before["year"] != content["when"]["year"]
    series: dict[str, list[Fraction | None]] = {}
    if any(of["before"] is not None for of in rows):
        series[period(before, words, with_year=other_year)] = [of["before"] for of in rows]
    series[period(content["when"], words, with_year=other_year)] = [of["figures"]["quality"] for of in rows]
    draw = bar if len(rows) > LONG else column
    return draw(words.gettext("Quality of knowledge by subjects, %"), [typed(of["name"]) for of in rows], series)


def quarters(content: Record, typed: Typed, words: NullTranslations) -> Values | None:
    """Quarters one after the other, by subjects as far as the lines stay apart; None of fewer than two."""
    known = content["quarters"]
    if len(known) < 2:
        return None
    names = list(dict.fromkeys(name for of in known for name in of["subjects"]))
    series: Series = {words.gettext("In all"): [of["figures"]["quality"] for of in known]}
    if 1 < len(names) < MOST_SERIES:  # more lines than that cross one another beyond reading
        series = {typed(name): [of["subjects"].get(name) for of in known] for name in names} | dict(series)
    categories = [words.gettext("quarter {number}").format(number=of["part"]) for of in known]
    return line(words.gettext("Quality of knowledge by quarters, %"), categories, series)


def years(content: Record, words: NullTranslations) -> Values | None:
    """The same period of several years; None of fewer than two."""
    known = content["years"]
    if len(known) < 2:
        return None
    series = {
        words.gettext("Pass rate"): [of["figures"]["pass_rate"] for of in known],
        words.gettext("Quality of knowledge"): [of["figures"]["quality"] for of in known],
    }
    title = words.gettext("Years compared ({period}), %").format(period=period(content["when"], words, with_year=False))
    return column(title, [f"{of['year']}-{of['year'] + 1}" for of in known], series)


def teachers(content: Record, words: NullTranslations) -> Values | None:
    """Teachers beside one another, as lying bars; None of fewer than two."""
    rows = [of for of in content["teachers"] if of["whole"] and of["teacher"]]
    if len(rows) < 2:
        return None
    series = {words.gettext("Quality of knowledge"): [of["figures"]["quality"] for of in rows]}
    return bar(words.gettext("Quality of knowledge by teachers, %"), [signed(of["teacher"]) for of in rows], series)


def class_results(content: Record, words: NullTranslations) -> Values | None:
    """Classes as wholes; None of fewer than two."""
    known = content["class_results"][:MOST_COLUMNS]
    if len(known) < 2:
        return None
    title = words.gettext("Quality of classes, %")
    shares = [class_quality(of["all_five"], of["four_five"], of["listed"]) for of in known]
    return column(title, [of["name"] for of in known], {title: shares})


def tests(content: Record, words: NullTranslations) -> Values | None:
    """Control tests beside the marks of the quarter; None where there is no test."""
    known = content["tests"][:MOST_COLUMNS]
    if not known:
        return None
    series = {
        words.gettext("Control test"): [of["test"] for of in known],
        words.gettext("Marks of the quarter"): [of["marks"] for of in known],
    }
    title = words.gettext("Control tests and marks of the quarter: quality, %")
    return column(title, [f"{of['class_name']} {of['subject']}" for of in known], series)
