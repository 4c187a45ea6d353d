"""Makes the committed templates anew: `python -m tests.templates_docx.make_templates`.

A development tool; a leader changes the .docx files themselves in Word. Every label stands in the template.
"""

from pathlib import Path

from . import (
    analysis_templates,
    control_test_templates,
    criteria_templates,
    curriculum_templates,
    evaluation_templates,
    events_templates,
    growth_templates,
    journal_templates,
    marks_templates,
    meeting_templates,
    norms_templates,
    observation_templates,
    plan_templates,
    quality_templates,
    rewards_templates,
    tasks_templates,
    transition_templates,
)
from .paper_parts import mark
from .word_parts import write_template

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates_docx"

ROWS = [row.split("\t") for row in (HERE / "labels.tsv").read_text(encoding="utf-8").splitlines()]
LABELS = {"ky": {key: ky for key, ky, _ in ROWS}, "ru": {key: ru for key, _, ru in ROWS}}
"""What stands in the templates, by language."""

TOPICS = (
    rewards_templates,
    events_templates,
    curriculum_templates,
    norms_templates,
    control_test_templates,
    growth_templates,
    journal_templates,
    marks_templates,
    meeting_templates,
    observation_templates,
    plan_templates,
    quality_templates,
    tasks_templates,
    evaluation_templates,
    analysis_templates,
    criteria_templates,
    transition_templates,
)
"""Modules with `templates(label)`: what each topic prints."""


def main() -> None:
    """Write every template in both languages."""
    for paper, label in LABELS.items():
        for topic in TOPICS:
            for name, made in topic.templates(label).items():
                place = TEMPLATES / paper / f"{name}.docx"
                how = {"landscape": made.landscape, "cell": made.cell, "styles": made.styles}
                write_template(place, made.body, paper, mark(label), **how)


if __name__ == "__main__":
    main()
