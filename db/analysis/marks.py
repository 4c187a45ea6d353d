"""Sections 7 and 8: quality of knowledge and control tests."""

from __future__ import annotations

from collections.abc import Iterable

from db.analysis.rows import Coded, Fact, Line, Part, Scope, Table, Value, of_table, table
from db.control_tests import reading
from db.control_tests.rows import Work
from db.quality import comparing, views
from db.quality.views import Group, When
from db.rules import quality
from db.rules.alphabet import fold, sort_key
from db.rules.quality import Counts


def when(of: Scope) -> When:
    """By which marks it is judged: those of the quarter, else the newest of the year."""
    if of.quarter:
        return When(of.first_year, "quarter", of.quarter)
    return views.newest(of.association_id, of.first_year)


def quality_part(of: Scope) -> Part:
    """Section 7: the four indicators, by classes, subjects, quarters and years, and classes as wholes."""
    found = views.overview(of.association_id, when(of))
    whole = found.whole()
    if not whole.counts.whole:
        return Part(7)
    behind = of_table("mark_sheet", whole.sheets)
    at: Value = Coded("period", f"{found.when.period} {found.when.part}")
    figures, before = whole.figures, whole.before
    facts = [
        Fact("quality", {
            "period": at, "whole": whole.counts.whole, "passed": figures.pass_rate, "quality": figures.quality,
            "degree": figures.degree, "mean": figures.mean,
        }, behind),
        Fact("levels", {name: getattr(whole.counts, name) for name in Counts.__slots__}, behind),
    ]  # fmt: skip
    if before is not None:
        values: dict[str, Value] = {
            "before": before.quality,
            "change": whole.change,
            "trend": Coded("trend", whole.trend),
        }
        facts.append(Fact("quality_before", values, behind))
    return Part(7, tuple(facts), (
        *_groups("classes", "class", found.by_class()), *_groups("subjects", "subject", found.by_subject()),
        *_quarters(of), *_years(of), *_class_results(found),
    ))  # fmt: skip


def _groups(code: str, name: str, groups: Iterable[Group]) -> tuple[Table, ...]:
    lines = [
        Line(
            (each.name, each.counts.whole, each.figures.pass_rate, each.figures.quality, each.figures.degree,
             each.figures.mean, each.before.quality if each.before else None, each.change),
            of_table("mark_sheet", each.sheets),
        )
        for each in groups if each.counts.whole
    ]  # fmt: skip
    return table(code, f"{name} whole passed quality degree mean before change", lines)


def _quarters(of: Scope) -> tuple[Table, ...]:
    """The quarters up to the one asked for."""
    lines = [
        Line(
            (Coded("period", f"quarter {part}"), found.whole().counts.whole, found.whole().figures.pass_rate,
             found.whole().figures.quality, found.whole().figures.mean),
            of_table("mark_sheet", found.sheets),
        )
        for part, found in views.by_quarter(of.association_id, of.first_year)
        if part <= (of.quarter or part) and found.whole().counts.whole
    ]  # fmt: skip
    return table("quarters", "period whole passed quality mean", lines) if len(lines) > 1 else ()


def _years(of: Scope) -> tuple[Table, ...]:
    lines = [
        Line(
            (f"{each.when.first_year}-{each.when.first_year + 1}", each.whole().counts.whole,
             each.whole().figures.pass_rate, each.whole().figures.quality, each.whole().figures.mean),
            of_table("mark_sheet", each.sheets),
        )
        for each in views.by_year(of.association_id, when(of))
    ]  # fmt: skip
    return table("years", "year whole passed quality mean", lines) if len(lines) > 1 else ()


def _class_results(found: views.Overview) -> tuple[Table, ...]:
    lines = [
        Line((each.name, each.listed, each.all_five, each.four_five, each.one_four, each.one_three, each.failing,
              each.quality), (("class_result", each.id),))
        for each in comparing.class_results(found)
    ]  # fmt: skip
    return table("class_results", "class listed all_five four_five one_four one_three failing class_quality", lines)


def works(of: Scope) -> list[Work]:
    """The control tests of the time."""
    return reading.works(of.association_id, of.first_year, of.quarter)


def tests_part(of: Scope) -> Part:
    """Section 8: tests held and planned, the results together, by subjects, and one by one."""
    found = [each for each in works(of) if each.state != "cancelled"]
    held = [each for each in found if each.state == "held"]
    counted = [each for each in held if each.has_results]
    if not found:
        return Part(8)
    values: dict[str, Value] = {"held": len(held), "planned": len(found), "counted": len(counted)}
    facts = [Fact("tests", values, of_table("control_test", found))]
    if counted:
        facts.append(Fact("tests_quality", _together(counted), of_table("control_test", counted)))
    names = {fold(each.subject): each.subject for each in counted}
    subjects = [(name, [each for each in counted if fold(each.subject) == key]) for key, name in names.items()]
    by_subject = [
        Line((name, len(some), *_together(some).values()), of_table("control_test", some))
        for name, some in sorted(subjects, key=lambda pair: sort_key(pair[0]))
    ]  # fmt: skip
    lines = [
        Line((each.class_name, each.subject, Coded("test", each.kind), each.held_on, each.counts.whole,
              each.figures.pass_rate, each.figures.quality, each.figures.mean), (("control_test", each.id),))
        for each in counted
    ]  # fmt: skip
    return Part(8, tuple(facts), (
        *(table("tests_subjects", "subject count wrote passed quality", by_subject) if len(by_subject) > 1 else ()),
        *table("tests", "class subject kind day wrote passed quality mean", lines),
    ))  # fmt: skip


def _together(found: Iterable[Work]) -> dict[str, Value]:
    counts = sum((each.counts for each in found), Counts())
    return {"wrote": counts.whole, "passed": quality.pass_rate(counts), "quality": quality.quality(counts)}
