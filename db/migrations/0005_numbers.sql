CREATE TABLE "quality_year" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "scale" TEXT NOT NULL CHECK (scale IN ('5', '10')),
  "least_five" INTEGER NOT NULL CHECK (least_five BETWEEN 0 AND 1000000),
  "least_four" INTEGER NOT NULL CHECK (least_four BETWEEN 0 AND 1000000),
  "least_three" INTEGER NOT NULL CHECK (least_three BETWEEN 0 AND 1000000),
  "ungraded" TEXT NOT NULL,
  "last_primary" INTEGER NOT NULL CHECK (last_primary BETWEEN 0 AND 1000000),
  "weight_five" INTEGER NOT NULL CHECK (weight_five BETWEEN 0 AND 1000000),
  "weight_four" INTEGER NOT NULL CHECK (weight_four BETWEEN 0 AND 1000000),
  "weight_three" INTEGER NOT NULL CHECK (weight_three BETWEEN 0 AND 1000000),
  "weight_two" INTEGER NOT NULL CHECK (weight_two BETWEEN 0 AND 1000000),
  "weight_not_assessed" INTEGER NOT NULL CHECK (weight_not_assessed BETWEEN 0 AND 1000000),
  "attention" INTEGER NOT NULL CHECK (attention BETWEEN 0 AND 1000000),
  "alarm" INTEGER NOT NULL CHECK (alarm BETWEEN 0 AND 1000000),
  "small_class" INTEGER NOT NULL CHECK (small_class BETWEEN 0 AND 1000000),
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "quality_year_uid" ON "quality_year" ("uid");
CREATE INDEX "quality_year_school_id" ON "quality_year" ("school_id");
CREATE UNIQUE INDEX "quality_year_school_id_first_year" ON "quality_year" ("school_id", "first_year");
CREATE TABLE "cohort" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_id" INTEGER NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "cohort_uid" ON "cohort" ("uid");
CREATE INDEX "cohort_school_id" ON "cohort" ("school_id");
CREATE TABLE "school_class" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "cohort_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "grade" INTEGER NOT NULL CHECK (grade BETWEEN 0 AND 1000000),
  "letter" TEXT NOT NULL,
  "class_teacher_id" INTEGER,
  "pupils" INTEGER CHECK (pupils BETWEEN 0 AND 1000000),
  FOREIGN KEY ("cohort_id") REFERENCES "cohort" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("class_teacher_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "school_class_uid" ON "school_class" ("uid");
CREATE INDEX "school_class_cohort_id" ON "school_class" ("cohort_id");
CREATE INDEX "school_class_class_teacher_id" ON "school_class" ("class_teacher_id");
CREATE UNIQUE INDEX "school_class_cohort_id_first_year" ON "school_class" ("cohort_id", "first_year");
CREATE INDEX "school_class_first_year_grade_letter" ON "school_class" ("first_year", "grade", "letter");
CREATE TABLE "mark_sheet" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_class_id" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "period" TEXT NOT NULL CHECK (period IN ('quarter', 'half', 'year')),
  "part" INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000000),
  "teacher_id" INTEGER,
  "listed_start" INTEGER CHECK (listed_start BETWEEN 0 AND 1000000),
  "arrived" INTEGER CHECK (arrived BETWEEN 0 AND 1000000),
  "departed" INTEGER CHECK (departed BETWEEN 0 AND 1000000),
  "listed" INTEGER NOT NULL CHECK (listed BETWEEN 0 AND 1000000),
  "exempt" INTEGER NOT NULL CHECK (exempt BETWEEN 0 AND 1000000),
  "not_assessed" INTEGER NOT NULL CHECK (not_assessed BETWEEN 0 AND 1000000),
  "mark_1" INTEGER NOT NULL CHECK (mark_1 BETWEEN 0 AND 1000000),
  "mark_2" INTEGER NOT NULL CHECK (mark_2 BETWEEN 0 AND 1000000),
  "mark_3" INTEGER NOT NULL CHECK (mark_3 BETWEEN 0 AND 1000000),
  "mark_4" INTEGER NOT NULL CHECK (mark_4 BETWEEN 0 AND 1000000),
  "mark_5" INTEGER NOT NULL CHECK (mark_5 BETWEEN 0 AND 1000000),
  "mark_6" INTEGER NOT NULL CHECK (mark_6 BETWEEN 0 AND 1000000),
  "mark_7" INTEGER NOT NULL CHECK (mark_7 BETWEEN 0 AND 1000000),
  "mark_8" INTEGER NOT NULL CHECK (mark_8 BETWEEN 0 AND 1000000),
  "mark_9" INTEGER NOT NULL CHECK (mark_9 BETWEEN 0 AND 1000000),
  "mark_10" INTEGER NOT NULL CHECK (mark_10 BETWEEN 0 AND 1000000),
  "one_three" INTEGER CHECK (one_three BETWEEN 0 AND 1000000),
  "one_four" INTEGER CHECK (one_four BETWEEN 0 AND 1000000),
  "hours_plan" INTEGER CHECK (hours_plan BETWEEN 0 AND 1000000),
  "hours_taught" INTEGER CHECK (hours_taught BETWEEN 0 AND 1000000),
  "behind" TEXT NOT NULL,
  FOREIGN KEY ("school_class_id") REFERENCES "school_class" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("teacher_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "mark_sheet_uid" ON "mark_sheet" ("uid");
CREATE INDEX "mark_sheet_school_class_id" ON "mark_sheet" ("school_class_id");
CREATE INDEX "mark_sheet_teacher_id" ON "mark_sheet" ("teacher_id");
CREATE INDEX "mark_sheet_school_class_id_period_part_subject" ON "mark_sheet" ("school_class_id", "period", "part", "subject");
CREATE TABLE "class_result" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_class_id" INTEGER NOT NULL,
  "period" TEXT NOT NULL CHECK (period IN ('quarter', 'half', 'year')),
  "part" INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000000),
  "listed_start" INTEGER CHECK (listed_start BETWEEN 0 AND 1000000),
  "arrived" INTEGER CHECK (arrived BETWEEN 0 AND 1000000),
  "departed" INTEGER CHECK (departed BETWEEN 0 AND 1000000),
  "listed" INTEGER NOT NULL CHECK (listed BETWEEN 0 AND 1000000),
  "all_five" INTEGER NOT NULL CHECK (all_five BETWEEN 0 AND 1000000),
  "four_five" INTEGER NOT NULL CHECK (four_five BETWEEN 0 AND 1000000),
  "one_four" INTEGER NOT NULL CHECK (one_four BETWEEN 0 AND 1000000),
  "one_three" INTEGER NOT NULL CHECK (one_three BETWEEN 0 AND 1000000),
  "failing" INTEGER NOT NULL CHECK (failing BETWEEN 0 AND 1000000),
  "not_assessed" INTEGER NOT NULL CHECK (not_assessed BETWEEN 0 AND 1000000),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("school_class_id") REFERENCES "school_class" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "class_result_uid" ON "class_result" ("uid");
CREATE INDEX "class_result_school_class_id" ON "class_result" ("school_class_id");
CREATE UNIQUE INDEX "class_result_school_class_id_period_part" ON "class_result" ("school_class_id", "period", "part");
CREATE TABLE "class_move" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_class_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('arrived', 'departed')),
  "pupil" TEXT NOT NULL,
  "moved_on" TEXT CHECK (moved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND moved_on IS date(moved_on, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("school_class_id") REFERENCES "school_class" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "class_move_uid" ON "class_move" ("uid");
CREATE INDEX "class_move_school_class_id" ON "class_move" ("school_class_id");
CREATE TABLE "level_work" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "school_class_id" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "quarter" INTEGER NOT NULL CHECK (quarter BETWEEN 0 AND 1000000),
  "level" TEXT NOT NULL CHECK (level IN ('high', 'middle', 'low')),
  "pupils" INTEGER CHECK (pupils BETWEEN 0 AND 1000000),
  "work" TEXT NOT NULL,
  "time" TEXT NOT NULL,
  "person_id" INTEGER,
  "result" TEXT NOT NULL,
  "control_test_id" INTEGER,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("school_class_id") REFERENCES "school_class" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "level_work_uid" ON "level_work" ("uid");
CREATE INDEX "level_work_association_id" ON "level_work" ("association_id");
CREATE INDEX "level_work_school_class_id" ON "level_work" ("school_class_id");
CREATE INDEX "level_work_person_id" ON "level_work" ("person_id");
CREATE INDEX "level_work_control_test_id" ON "level_work" ("control_test_id");
CREATE INDEX "level_work_school_class_id_subject_quarter_level" ON "level_work" ("school_class_id", "subject", "quarter", "level");
CREATE TABLE "standard_measure" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "control_test_requirement_id" INTEGER NOT NULL,
  "measure" TEXT NOT NULL,
  "person_id" INTEGER,
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "done_on" TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND done_on IS date(done_on, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("control_test_requirement_id") REFERENCES "control_test_requirement" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "standard_measure_uid" ON "standard_measure" ("uid");
CREATE INDEX "standard_measure_control_test_requirement_id" ON "standard_measure" ("control_test_requirement_id");
CREATE INDEX "standard_measure_person_id" ON "standard_measure" ("person_id");
CREATE TABLE "transition" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "cohort_id" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "cause" TEXT NOT NULL,
  "measure" TEXT NOT NULL,
  "compared" INTEGER CHECK (compared BETWEEN 0 AND 1000000),
  "good_before" INTEGER CHECK (good_before BETWEEN 0 AND 1000000),
  "passed_before" INTEGER CHECK (passed_before BETWEEN 0 AND 1000000),
  "good_after" INTEGER CHECK (good_after BETWEEN 0 AND 1000000),
  "passed_after" INTEGER CHECK (passed_after BETWEEN 0 AND 1000000),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("cohort_id") REFERENCES "cohort" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "transition_uid" ON "transition" ("uid");
CREATE INDEX "transition_association_id" ON "transition" ("association_id");
CREATE INDEX "transition_cohort_id" ON "transition" ("cohort_id");
CREATE INDEX "transition_cohort_id_subject_first_year" ON "transition" ("cohort_id", "subject", "first_year");
CREATE TABLE "class_handover" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "school_class_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('handover', 'adaptation')),
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "from_person_id" INTEGER,
  "to_person_id" INTEGER,
  "listed" INTEGER CHECK (listed BETWEEN 0 AND 1000000),
  "subjects" TEXT NOT NULL,
  "strong" TEXT NOT NULL,
  "weak" TEXT NOT NULL,
  "lessons_visited" TEXT NOT NULL,
  "tests" TEXT NOT NULL,
  "questionnaire" TEXT NOT NULL,
  "advice" TEXT NOT NULL,
  "conclusion" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("school_class_id") REFERENCES "school_class" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("from_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("to_person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "class_handover_uid" ON "class_handover" ("uid");
CREATE INDEX "class_handover_association_id" ON "class_handover" ("association_id");
CREATE INDEX "class_handover_school_class_id" ON "class_handover" ("school_class_id");
CREATE INDEX "class_handover_from_person_id" ON "class_handover" ("from_person_id");
CREATE INDEX "class_handover_to_person_id" ON "class_handover" ("to_person_id");
CREATE TABLE "course" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "provider" TEXT NOT NULL,
  "project" TEXT NOT NULL,
  "topic" TEXT NOT NULL,
  "form" TEXT NOT NULL CHECK (form IN ('', 'onsite', 'online', 'mixed', 'project')),
  "hours" INTEGER CHECK (hours BETWEEN 0 AND 1000000),
  "begins" TEXT CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "certificate" TEXT NOT NULL,
  "certified_on" TEXT CHECK (certified_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND certified_on IS date(certified_on, '+0 days')),
  "shared_item_id" INTEGER,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("shared_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "course_uid" ON "course" ("uid");
CREATE INDEX "course_association_id" ON "course" ("association_id");
CREATE INDEX "course_person_id" ON "course" ("person_id");
CREATE INDEX "course_shared_item_id" ON "course" ("shared_item_id");
CREATE TABLE "attestation" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "category" TEXT NOT NULL CHECK (category IN ('second', 'first', 'highest')),
  "given_on" TEXT CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND given_on IS date(given_on, '+0 days')),
  "order_number" TEXT NOT NULL,
  "valid_until" TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND valid_until IS date(valid_until, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "attestation_uid" ON "attestation" ("uid");
CREATE INDEX "attestation_association_id" ON "attestation" ("association_id");
CREATE INDEX "attestation_person_id" ON "attestation" ("person_id");
CREATE TABLE "self_education" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "topic" TEXT NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "last_year" INTEGER CHECK (last_year BETWEEN 0 AND 1000000),
  "report_form" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "self_education_uid" ON "self_education" ("uid");
CREATE INDEX "self_education_association_id" ON "self_education" ("association_id");
CREATE INDEX "self_education_person_id" ON "self_education" ("person_id");
CREATE TABLE "self_education_stage" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "self_education_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "done_on" TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND done_on IS date(done_on, '+0 days')),
  "agenda_item_id" INTEGER,
  FOREIGN KEY ("self_education_id") REFERENCES "self_education" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "self_education_stage_uid" ON "self_education_stage" ("uid");
CREATE INDEX "self_education_stage_self_education_id" ON "self_education_stage" ("self_education_id");
CREATE INDEX "self_education_stage_agenda_item_id" ON "self_education_stage" ("agenda_item_id");
CREATE TABLE "practice" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "topic" TEXT NOT NULL,
  "essence" TEXT NOT NULL,
  "grounds" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  "materials" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "practice_uid" ON "practice" ("uid");
CREATE INDEX "practice_association_id" ON "practice" ("association_id");
CREATE INDEX "practice_person_id" ON "practice" ("person_id");
CREATE TABLE "practice_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "practice_id" INTEGER NOT NULL,
  "stage" TEXT NOT NULL CHECK (stage IN ('study', 'generalise', 'spread')),
  "done_on" TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND done_on IS date(done_on, '+0 days')),
  "level" TEXT NOT NULL CHECK (level IN ('', 'association', 'school', 'district', 'region', 'republic', 'international')),
  "place" TEXT NOT NULL,
  "agenda_item_id" INTEGER,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("practice_id") REFERENCES "practice" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "practice_step_uid" ON "practice_step" ("uid");
CREATE INDEX "practice_step_practice_id" ON "practice_step" ("practice_id");
CREATE INDEX "practice_step_agenda_item_id" ON "practice_step" ("agenda_item_id");
CREATE TABLE "mentoring" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "mentor_id" INTEGER NOT NULL,
  "novice_id" INTEGER NOT NULL,
  "begins" TEXT CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "plan" TEXT NOT NULL,
  "result" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("mentor_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("novice_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "mentoring_uid" ON "mentoring" ("uid");
CREATE INDEX "mentoring_association_id" ON "mentoring" ("association_id");
CREATE INDEX "mentoring_mentor_id" ON "mentoring" ("mentor_id");
CREATE INDEX "mentoring_novice_id" ON "mentoring" ("novice_id");
CREATE TABLE "award" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK (level IN ('', 'association', 'school', 'district', 'region', 'republic', 'international')),
  "year" INTEGER CHECK (year BETWEEN 0 AND 1000000),
  "awarded_on" TEXT CHECK (awarded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND awarded_on IS date(awarded_on, '+0 days')),
  "order_number" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "award_uid" ON "award" ("uid");
CREATE INDEX "award_association_id" ON "award" ("association_id");
CREATE INDEX "award_person_id" ON "award" ("person_id");
CREATE TABLE "methodical_work" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('report', 'seminar', 'publication', 'other')),
  "title" TEXT NOT NULL,
  "level" TEXT NOT NULL CHECK (level IN ('', 'association', 'school', 'district', 'region', 'republic', 'international')),
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "place" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "methodical_work_uid" ON "methodical_work" ("uid");
CREATE INDEX "methodical_work_association_id" ON "methodical_work" ("association_id");
CREATE INDEX "methodical_work_person_id" ON "methodical_work" ("person_id");
CREATE TABLE "criteria_version" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 1000000),
  "title" TEXT NOT NULL,
  "adopted_by" TEXT NOT NULL,
  "adopted_on" TEXT CHECK (adopted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND adopted_on IS date(adopted_on, '+0 days')),
  "meeting_id" INTEGER,
  "state" TEXT NOT NULL CHECK (state IN ('draft', 'adopted')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "criteria_version_uid" ON "criteria_version" ("uid");
CREATE INDEX "criteria_version_association_id" ON "criteria_version" ("association_id");
CREATE INDEX "criteria_version_meeting_id" ON "criteria_version" ("meeting_id");
CREATE TABLE "criteria_section" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "criteria_version_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "criteria_section_uid" ON "criteria_section" ("uid");
CREATE INDEX "criteria_section_criteria_version_id" ON "criteria_section" ("criteria_version_id");
CREATE TABLE "criterion" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "criteria_section_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  "indicator_ky" TEXT NOT NULL,
  "indicator_ru" TEXT NOT NULL,
  "proof_ky" TEXT NOT NULL,
  "proof_ru" TEXT NOT NULL,
  "rule" TEXT NOT NULL CHECK (rule IN ('level', 'item', 'once', 'minus')),
  "most" INTEGER NOT NULL CHECK (most BETWEEN 0 AND 1000000),
  "source" TEXT NOT NULL CHECK (source IN ('', 'quality', 'quality_growth', 'pass_rate', 'transition', 'open_lesson', 'extracurricular', 'contest', 'methodical_work', 'practice', 'visit', 'course', 'mentoring', 'attendance', 'leadership', 'tasks')),
  "scope" TEXT NOT NULL CHECK (scope IN ('all', 'primary', 'middle')),
  "needs_proof" INTEGER NOT NULL CHECK (needs_proof IN (0, 1)),
  "may_not_apply" INTEGER NOT NULL CHECK (may_not_apply IN (0, 1)),
  FOREIGN KEY ("criteria_section_id") REFERENCES "criteria_section" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "criterion_uid" ON "criterion" ("uid");
CREATE INDEX "criterion_criteria_section_id" ON "criterion" ("criteria_section_id");
CREATE TABLE "criterion_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "criterion_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  "points" INTEGER NOT NULL CHECK (points BETWEEN 0 AND 1000000),
  "least" INTEGER,
  "match" TEXT NOT NULL,
  FOREIGN KEY ("criterion_id") REFERENCES "criterion" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "criterion_step_uid" ON "criterion_step" ("uid");
CREATE INDEX "criterion_step_criterion_id" ON "criterion_step" ("criterion_id");
CREATE TABLE "evaluation" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "period" TEXT NOT NULL CHECK (period IN ('quarter', 'month', 'half', 'year')),
  "part" INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000000),
  "begins" TEXT NOT NULL CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "criteria_version_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('collecting', 'self', 'association', 'commission', 'announced', 'appeal', 'closed')),
  "meeting_id" INTEGER,
  "association_on" TEXT CHECK (association_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND association_on IS date(association_on, '+0 days')),
  "commission_number" TEXT NOT NULL,
  "commission_on" TEXT CHECK (commission_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND commission_on IS date(commission_on, '+0 days')),
  "commission_chair" TEXT NOT NULL,
  "commission_members" TEXT NOT NULL,
  "announced_on" TEXT CHECK (announced_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND announced_on IS date(announced_on, '+0 days')),
  "appeal_until" TEXT CHECK (appeal_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND appeal_until IS date(appeal_until, '+0 days')),
  "closed_on" TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on IS date(closed_on, '+0 days')),
  "order_number" TEXT NOT NULL,
  "fund" INTEGER,
  "by_load" INTEGER NOT NULL CHECK (by_load IN (0, 1)),
  "by_period" INTEGER NOT NULL CHECK (by_period IN (0, 1)),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_version" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_uid" ON "evaluation" ("uid");
CREATE INDEX "evaluation_association_id" ON "evaluation" ("association_id");
CREATE INDEX "evaluation_criteria_version_id" ON "evaluation" ("criteria_version_id");
CREATE INDEX "evaluation_meeting_id" ON "evaluation" ("meeting_id");
CREATE INDEX "evaluation_association_id_first_year" ON "evaluation" ("association_id", "first_year");
CREATE TABLE "evaluation_sheet" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "load_share" INTEGER NOT NULL CHECK (load_share BETWEEN 0 AND 1000000),
  "period_share" INTEGER NOT NULL CHECK (period_share BETWEEN 0 AND 1000000),
  "left_on" TEXT CHECK (left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND left_on IS date(left_on, '+0 days')),
  "acquainted_on" TEXT CHECK (acquainted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND acquainted_on IS date(acquainted_on, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_sheet_uid" ON "evaluation_sheet" ("uid");
CREATE INDEX "evaluation_sheet_evaluation_id" ON "evaluation_sheet" ("evaluation_id");
CREATE INDEX "evaluation_sheet_person_id" ON "evaluation_sheet" ("person_id");
CREATE UNIQUE INDEX "evaluation_sheet_evaluation_id_person_id" ON "evaluation_sheet" ("evaluation_id", "person_id");
CREATE TABLE "evaluation_point" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "evaluation_sheet_id" INTEGER NOT NULL,
  "criterion_id" INTEGER NOT NULL,
  "proposed" INTEGER,
  "self_points" INTEGER,
  "association_points" INTEGER,
  "commission_points" INTEGER,
  "not_applicable" INTEGER NOT NULL CHECK (not_applicable IN (0, 1)),
  "reason" TEXT NOT NULL,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("evaluation_sheet_id") REFERENCES "evaluation_sheet" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("criterion_id") REFERENCES "criterion" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_point_uid" ON "evaluation_point" ("uid");
CREATE INDEX "evaluation_point_evaluation_id" ON "evaluation_point" ("evaluation_id");
CREATE INDEX "evaluation_point_evaluation_sheet_id" ON "evaluation_point" ("evaluation_sheet_id");
CREATE INDEX "evaluation_point_criterion_id" ON "evaluation_point" ("criterion_id");
CREATE UNIQUE INDEX "evaluation_point_evaluation_sheet_id_criterion_id" ON "evaluation_point" ("evaluation_sheet_id", "criterion_id");
CREATE TABLE "evaluation_proof" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "evaluation_point_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "source_table" TEXT NOT NULL,
  "source_uid" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "points" INTEGER,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("evaluation_point_id") REFERENCES "evaluation_point" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_proof_uid" ON "evaluation_proof" ("uid");
CREATE INDEX "evaluation_proof_evaluation_id" ON "evaluation_proof" ("evaluation_id");
CREATE INDEX "evaluation_proof_evaluation_point_id" ON "evaluation_proof" ("evaluation_point_id");
CREATE INDEX "evaluation_proof_source_uid" ON "evaluation_proof" ("source_uid");
CREATE TABLE "appeal" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "evaluation_sheet_id" INTEGER NOT NULL,
  "criterion_id" INTEGER,
  "filed_on" TEXT NOT NULL CHECK (filed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND filed_on IS date(filed_on, '+0 days')),
  "reason" TEXT NOT NULL,
  "reply" TEXT NOT NULL,
  "decided_on" TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND decided_on IS date(decided_on, '+0 days')),
  "outcome" TEXT NOT NULL CHECK (outcome IN ('', 'granted', 'partly', 'rejected')),
  "old_points" INTEGER,
  "new_points" INTEGER,
  "protocol_number" TEXT NOT NULL,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("evaluation_sheet_id") REFERENCES "evaluation_sheet" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("criterion_id") REFERENCES "criterion" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "appeal_uid" ON "appeal" ("uid");
CREATE INDEX "appeal_evaluation_id" ON "appeal" ("evaluation_id");
CREATE INDEX "appeal_evaluation_sheet_id" ON "appeal" ("evaluation_sheet_id");
CREATE INDEX "appeal_criterion_id" ON "appeal" ("criterion_id");
CREATE TABLE "evaluation_version" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL CHECK (version BETWEEN 0 AND 1000000),
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "content_digest" TEXT NOT NULL,
  "chain_head" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_version_uid" ON "evaluation_version" ("uid");
CREATE INDEX "evaluation_version_evaluation_id" ON "evaluation_version" ("evaluation_id");
CREATE UNIQUE INDEX "evaluation_version_evaluation_id_version" ON "evaluation_version" ("evaluation_id", "version");
CREATE TABLE "evaluation_lock" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "evaluation_id" INTEGER NOT NULL,
  "locked" INTEGER NOT NULL CHECK (locked IN (0, 1)),
  "reason" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "evaluation_lock_uid" ON "evaluation_lock" ("uid");
CREATE INDEX "evaluation_lock_evaluation_id" ON "evaluation_lock" ("evaluation_id");
CREATE TABLE "reward" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  "award" TEXT NOT NULL,
  "earlier" TEXT NOT NULL,
  "grounds" TEXT NOT NULL,
  "evaluation_id" INTEGER,
  "agenda_item_id" INTEGER,
  "proposed_on" TEXT CHECK (proposed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND proposed_on IS date(proposed_on, '+0 days')),
  "state" TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'granted', 'refused')),
  "resolution" TEXT NOT NULL,
  "resolved_on" TEXT CHECK (resolved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND resolved_on IS date(resolved_on, '+0 days')),
  "resolution_number" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("evaluation_id") REFERENCES "evaluation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "reward_uid" ON "reward" ("uid");
CREATE INDEX "reward_association_id" ON "reward" ("association_id");
CREATE INDEX "reward_person_id" ON "reward" ("person_id");
CREATE INDEX "reward_evaluation_id" ON "reward" ("evaluation_id");
CREATE INDEX "reward_agenda_item_id" ON "reward" ("agenda_item_id");
CREATE TABLE "analysis" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "period" TEXT NOT NULL CHECK (period IN ('year', 'quarter')),
  "part" INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000000),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "analysis_uid" ON "analysis" ("uid");
CREATE INDEX "analysis_association_id" ON "analysis" ("association_id");
CREATE UNIQUE INDEX "analysis_association_id_first_year_period_part" ON "analysis" ("association_id", "first_year", "period", "part");
CREATE TABLE "analysis_section" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "analysis_id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "source_digest" TEXT NOT NULL,
  FOREIGN KEY ("analysis_id") REFERENCES "analysis" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "analysis_section_uid" ON "analysis_section" ("uid");
CREATE INDEX "analysis_section_analysis_id" ON "analysis_section" ("analysis_id");
CREATE UNIQUE INDEX "analysis_section_analysis_id_number" ON "analysis_section" ("analysis_id", "number");
CREATE TABLE "analysis_version" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "analysis_id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL CHECK (version BETWEEN 0 AND 1000000),
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "content_digest" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("analysis_id") REFERENCES "analysis" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "analysis_version_uid" ON "analysis_version" ("uid");
CREATE INDEX "analysis_version_analysis_id" ON "analysis_version" ("analysis_id");
CREATE UNIQUE INDEX "analysis_version_analysis_id_version" ON "analysis_version" ("analysis_id", "version");
CREATE TABLE "analysis_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "analysis_version_id" INTEGER NOT NULL,
  "step" TEXT NOT NULL CHECK (step IN ('considered', 'handed_in', 'acquainted')),
  "done_on" TEXT NOT NULL CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND done_on IS date(done_on, '+0 days')),
  "meeting_id" INTEGER,
  "name" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("analysis_version_id") REFERENCES "analysis_version" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "analysis_step_uid" ON "analysis_step" ("uid");
CREATE INDEX "analysis_step_analysis_version_id" ON "analysis_step" ("analysis_version_id");
CREATE INDEX "analysis_step_meeting_id" ON "analysis_step" ("meeting_id");
CREATE TABLE "member_analysis" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "half" INTEGER NOT NULL CHECK (half BETWEEN 0 AND 1000000),
  "facts" TEXT NOT NULL,
  "source_digest" TEXT NOT NULL,
  "strong" TEXT NOT NULL,
  "weak" TEXT NOT NULL,
  "conclusion" TEXT NOT NULL,
  "advice" TEXT NOT NULL,
  "made_on" TEXT CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND made_on IS date(made_on, '+0 days')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "member_analysis_uid" ON "member_analysis" ("uid");
CREATE INDEX "member_analysis_association_id" ON "member_analysis" ("association_id");
CREATE INDEX "member_analysis_person_id" ON "member_analysis" ("person_id");
CREATE UNIQUE INDEX "member_analysis_association_id_person_id_first_year_half" ON "member_analysis" ("association_id", "person_id", "first_year", "half");
