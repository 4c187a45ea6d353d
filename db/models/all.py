"""Every model, parents before children: the order in which tables are made, exported and imported."""

from __future__ import annotations

from db.models import (
    calendar,
    control_tests,
    curriculum,
    events,
    history,
    journal,
    meetings,
    members,
    norms,
    observations,
    plans,
    protocols,
    remarks,
    schools,
    settings,
    staffing,
    studies,
    tasks,
    ties,
)
from db.models.record import Record, Table

RECORDS: tuple[type[Record], ...] = (
    schools.School, schools.Person, calendar.SchoolYear, calendar.Quarter, calendar.Holiday,
    members.Association, members.Member, settings.Setting, settings.Phrase,
    meetings.Meeting, meetings.AgendaItem, meetings.Attendance, meetings.Guest, meetings.Speech, meetings.Proposal,
    meetings.Decision, meetings.DecisionOwner, meetings.Vote, meetings.Candidate, meetings.Appointment,
    tasks.Task, tasks.TaskOwner, tasks.TaskReview,
    protocols.ProtocolVersion, protocols.ProtocolLock, protocols.ProtocolSigning,
    events.Activity, events.ActivityPerson, events.ActivityMove, events.ActivityResult,
    observations.Aspect, observations.Observation, observations.ObservationScore, observations.Advice,
    control_tests.ControlTest, control_tests.ControlTestMark, control_tests.ControlTestRequirement,
    norms.Norm, norms.NormReading,
    curriculum.CurriculumChange, curriculum.CalendarPlan, curriculum.CurriculumStep,
    studies.Study, studies.StudyPerson, studies.StudyPart, studies.Letter,
    remarks.Remark, journal.JournalNote, staffing.Vacancy,
    plans.PlanHead, plans.PlanSection, plans.PlanLine, plans.PlanLineOwner, plans.PlanChange, plans.PlanProof,
    plans.PlanVersion, plans.PlanApproval, ties.Tie,
)  # fmt: skip
"""Tables of records, in the order of their foreign keys."""

LOG: tuple[type[Table], ...] = (history.Event, history.EventLine)
MACHINE: tuple[type[Table], ...] = (history.OpenEdit, settings.Remembered)
BY_TABLE: dict[str, type[Record]] = {model._meta.table_name: model for model in RECORDS}
