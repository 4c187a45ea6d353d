"""The words of an analysis: titles of its sections and tables, sentences of its facts, columns, codes.

What a version keeps is printed from these, so a sentence or a column may be added but never taken away.
"""

from templates_docx.catalogue import N_
from templates_docx.events import LEVELS
from templates_docx.journal import SORTS
from templates_docx.members import CATEGORIES
from templates_docx.quality_words import TRENDS

TITLES = (
    N_("General information"), N_("Theme, aim and tasks"), N_("Staff (education, service, category)"),
    N_("Meetings and fulfilment of decisions"), N_("Fulfilment of the work plan"),
    N_("Normative documents, changes of the curriculum"), N_("Quality of knowledge"), N_("Control works"),
    N_("Continuity"), N_("Open lessons, mutual visits"), N_("Extracurricular work, subject weeks, olympiads"),
    N_("Best practice"), N_("Courses, attestation, young teachers"), N_("Evaluation and rewards"),
    N_("Problems and their causes"), N_("Conclusions"), N_("Tasks of the next school year"),
)  # fmt: skip
"""Of the sections 1 to 17 (DOMAIN.md 8)."""

SENTENCES = {
    "theme": N_("Theme: {text}"),
    "goals": N_("Aim: {text}"),
    "tasks": N_("Tasks: {text}"),
    "members": N_("Members of the association: {count}."),
    "moved": N_("During this time came: {came}; left: {left}."),
    "staff": N_("Teachers: {count}."),
    "service": N_("Mean time of teaching: {years_mean} years (known of {known})."),
    "young": N_("Young teachers (at most {years} years of teaching): {count}."),
    "meetings": N_("Meetings: held – {held}, planned – {planned}."),
    "questions": N_("Questions considered: {questions}; decisions taken: {decisions}."),
    "attendance": N_("Attendance: {share} ({present} / {of})."),
    "decided": N_(
        "Decisions to be carried out: {count}; done – {done} ({share}), of them late – {late}; open – {open}, of them "
        "overdue – {overdue}."
    ),
    "plan": N_(
        "Planned work: {planned}; done – {done} ({share}), of them late – {late}; done in part – {partly}; marked "
        "without proof – {marked}."
    ),
    "plan_cancelled": N_("Taken out of the plan: {count}."),
    "plan_moved": N_("Moved to another time: {count}."),
    "plan_unplanned": N_("Done beyond the plan: {count}."),
    "norms": N_("Normative documents: studied – {studied}, in the register – {known}."),
    "changes": N_("Changes of the curriculum: {count}; steps still to be done: {missing}."),
    "calendar_plans": N_("Calendar plans: {count}; considered – {considered}, approved – {approved}."),
    "quality": N_(
        "{period}: marks counted – {whole}; pass rate – {passed}, quality of knowledge – {quality}, degree of learning "
        "(SOU) – {degree}, mean mark – {mean}."
    ),
    "levels": N_("«5» – {five}, «4» – {four}, «3» – {three}, «2» – {two}, not assessed – {not_assessed}."),
    "quality_before": N_("In the period before the quality was {before}: {trend}, {change}."),
    "tests": N_("Control works: held – {held}, planned – {planned}, results known – {counted}."),
    "tests_quality": N_("Wrote: {wrote}; pass rate – {passed}, quality – {quality}."),
    "transition": N_(
        "Subjects compared: {count}; usual – {ok}, fall to be watched – {attention}, fall above the threshold – "
        "{alarm}."
    ),
    "open_lessons": N_("Open lessons: held – {held}, planned – {planned}."),
    "visits": N_("Lessons visited mutually: {count}."),
    "analysed": N_("Lessons analysed: {count} of {of}."),
    "outside": N_("Work outside lessons: held – {held}, planned – {planned}."),
    "participants": N_("Pupils who took part: {count}."),
    "outcomes": N_("Results in olympiads and contests: {count}."),
    "practices": N_("Best practice: {count}; steps: studied – {study}, generalised – {generalise}, spread – {spread}."),
    "courses": N_("Courses: {count}, hours: {hours}; teachers who took one: {people} of {members} ({share})."),
    "attestations": N_("Categories given: {count}."),
    "mentoring": N_("Mentoring pairs: {count}."),
    "young_teachers": N_("Young teachers: {count}."),
    "self_education": N_("Topics of self-education: {count}."),
    "evaluations": N_("Evaluations for incentive pay: {count}, closed: {closed}."),
    "rewards": N_("Proposals to reward: {count}, granted: {granted}."),
    "awards": N_("Awards received: {count}."),
}
"""By the code of a fact."""

TABLES = {
    "categories": N_("By category"), "service": N_("By years of teaching"), "education": N_("By education"),
    "meetings": N_("Meetings"), "plan": N_("By sections of the plan"), "undone": N_("What was not done, and why"),
    "norms": N_("Documents studied"), "changes": N_("Changes of the curriculum"),
    "classes": N_("Quality by classes"), "subjects": N_("Quality by subjects"), "quarters": N_("Quality by quarters"),
    "years": N_("Quality by years"), "class_results": N_("Quality of the class (all subjects of a pupil)"),
    "tests_subjects": N_("Control works by subjects"), "tests": N_("Results of control works"),
    "transition": N_("The last primary year against the middle school"),
    "open_lessons": N_("Open lessons"), "visits": N_("Who visited lessons"), "kinds": N_("By kinds"),
    "outcomes": N_("Pupils' results"), "held": N_("What was held"), "practices": N_("Steps of best practice"),
    "courses": N_("Courses taken"), "attestations": N_("Attestation"), "mentoring": N_("Mentoring"),
    "evaluations": N_("Points by periods"), "rewards": N_("Proposed for reward"), "awards": N_("Awards"),
}  # fmt: skip
"""By the code of a table."""

COLUMNS = {
    "number": N_("№"), "category": N_("Category"), "count": N_("Number"), "share": N_("Share, %"),
    "service": N_("Years of teaching"), "education": N_("Education"), "day": N_("Day"),
    "questions": N_("Questions"), "present": N_("Took part"), "members": N_("Members in all"),
    "decisions": N_("Decisions"), "plan_section": N_("Section of the plan"), "planned": N_("Planned"),
    "done": N_("Done"), "what": N_("Work"), "state": N_("State"), "reason": N_("Reason"), "norm": N_("Document"),
    "document_number": N_("Its number"), "meeting": N_("Protocol №"), "read": N_("Acquainted"),
    "change": N_("Change, p. p."), "valid_from": N_("Valid from"), "asked": N_("Plans touched"),
    "missing": N_("Steps missing"), "class": N_("Class"), "subject": N_("Subject"), "whole": N_("Marks"),
    "passed": N_("Pass rate, %"), "quality": N_("Quality, %"), "degree": N_("SOU, %"), "mean": N_("Mean mark"),
    "before": N_("Before, %"), "after": N_("Now, %"), "flag": N_("Note"), "period": N_("Period"), "year": N_("Year"),
    "listed": N_("Pupils"), "all_five": N_("All «5»"), "four_five": N_("«4», «5»"), "one_four": N_("One «4»"),
    "one_three": N_("One «3»"), "failing": N_("With «2»"), "class_quality": N_("Quality of the class, %"),
    "kind": N_("Kind"), "wrote": N_("Wrote"), "teacher": N_("Teacher"), "topic": N_("Topic"),
    "visitors": N_("Visited by"), "visitor": N_("Who"), "held": N_("Held"), "event": N_("Event"), "level": N_("Level"),
    "pupil": N_("Pupil"), "place": N_("Place"), "award": N_("Award"), "responsible": N_("Responsible"),
    "participants": N_("Pupils taking part"), "author": N_("Author"), "stage": N_("Stage"), "result": N_("Result"),
    "course": N_("Course, topic"), "provider": N_("Where"), "form": N_("Form"), "hours": N_("Hours"),
    "certificate": N_("Certificate №"), "order": N_("Order №"), "valid_until": N_("Valid until"),
    "mentor": N_("Mentor"), "young_teacher": N_("Young teacher"), "begins": N_("Since"), "people": N_("People"),
    "points": N_("Points in all"), "highest": N_("Highest"), "lowest": N_("Lowest"), "fund": N_("Fund, som"),
    "protocol": N_("Protocol №"), "changed": N_("Change"),
    "classes_moved": N_("Class, was and is"),
}  # fmt: skip
"""By the code of a column."""

WIDE = {
    "plan_section": 5, "what": 5, "reason": 4, "norm": 5, "changed": 5, "topic": 4, "event": 4, "course": 4,
    "teacher": 3, "subject": 3, "responsible": 3, "author": 3, "visitor": 4, "pupil": 3, "result": 3, "award": 3,
    "mentor": 3, "young_teacher": 3, "provider": 3, "education": 5, "category": 4, "service": 4, "kind": 3, "day": 3,
    "number": 1, "state": 3, "certificate": 3, "place": 2, "period": 3, "flag": 3, "classes_moved": 4,
}  # fmt: skip
"""How much room a column takes beside the others; 2 where nothing is said."""

WORDS: dict[str, dict[str, str]] = {
    "category": {"": N_("not known"), **CATEGORIES},
    "event": SORTS,
    "level": LEVELS,
    "trend": TRENDS,
    "plan_state": {
        "overdue": N_("overdue"), "partly": N_("done in part"), "moved": N_("moved"), "cancelled": N_("taken out"),
    },
    "stage": {"study": N_("studied"), "generalise": N_("generalised"), "spread": N_("spread")},
    "course": {
        "onsite": N_("in person"), "online": N_("online"), "mixed": N_("mixed"), "project": N_("project course"),
    },
    "reward": {
        "draft": N_("being prepared"), "proposed": N_("proposed"), "granted": N_("rewarded"), "refused": N_("refused"),
    },
    "flag": {"ok": N_("usual"), "attention": N_("attention"), "alarm": N_("above the threshold")},
}  # fmt: skip
"""Words of codes by group; tests, periods and sections of the plan are named by `templates_docx.analysis`."""

STEPS = ("considered", "handed_in", "acquainted")
"""Steps of a version in their order."""
