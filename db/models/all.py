"""Every model, parents before children: the order in which tables are made, exported and imported."""

from __future__ import annotations

from db.models import (
    analysis,
    calendar,
    control_tests,
    curriculum,
    evaluations,
    events,
    growth,
    history,
    journal,
    meetings,
    members,
    norms,
    observations,
    plans,
    protocols,
    quality,
    remarks,
    rewards,
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
    quality.QualityYear, quality.Cohort, quality.SchoolClass, quality.MarkSheet, quality.ClassResult, quality.ClassMove,
    quality.LevelWork, quality.StandardMeasure, quality.Transition, quality.ClassHandover,
    growth.Course, growth.Attestation, growth.SelfEducation, growth.SelfEducationStage, growth.Practice,
    growth.PracticeStep, growth.Mentoring, growth.Award, growth.MethodicalWork,
    evaluations.CriteriaVersion, evaluations.CriteriaSection, evaluations.Criterion, evaluations.CriterionStep,
    evaluations.Evaluation, evaluations.EvaluationSheet, evaluations.EvaluationPoint, evaluations.EvaluationProof,
    evaluations.Appeal, evaluations.EvaluationVersion, evaluations.EvaluationLock,
    rewards.Reward, analysis.Analysis, analysis.AnalysisSection, analysis.AnalysisVersion, analysis.AnalysisStep,
    analysis.MemberAnalysis,
)  # fmt: skip
"""Tables of records, in the order of their foreign keys."""

LOG: tuple[type[Table], ...] = (history.Event, history.EventLine)
MACHINE: tuple[type[Table], ...] = (history.OpenEdit, settings.Remembered)
BY_TABLE: dict[str, type[Record]] = {model._meta.table_name: model for model in RECORDS}
