CREATE TABLE "task_new" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "decision_id" INTEGER,
  "text" TEXT NOT NULL,
  "given_on" TEXT CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND given_on IS date(given_on, '+0 days')),
  "state" TEXT NOT NULL CHECK (state IN ('open', 'in_work', 'done', 'partly', 'not_done', 'extended', 'closed')),
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "note" TEXT NOT NULL,
  "closed_on" TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on IS date(closed_on, '+0 days')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
INSERT INTO "task_new" (id, uid, rev, digest, deleted_at, association_id, decision_id, text, given_on, state, deadline, note, closed_on)
  SELECT t.id, t.uid, t.rev, t.digest, t.deleted_at, m.association_id, t.decision_id, '', NULL, t.state, t.deadline, t.note, t.closed_on
  FROM "task" t JOIN "decision" d ON d.id = t.decision_id JOIN "meeting" m ON m.id = d.meeting_id;
DROP TABLE "task";
ALTER TABLE "task_new" RENAME TO "task";
CREATE UNIQUE INDEX "task_uid" ON "task" ("uid");
CREATE INDEX "task_association_id" ON "task" ("association_id");
CREATE UNIQUE INDEX "task_decision_id" ON "task" ("decision_id");
CREATE TABLE "task_owner" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "task_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "task_owner_uid" ON "task_owner" ("uid");
CREATE INDEX "task_owner_task_id" ON "task_owner" ("task_id");
CREATE INDEX "task_owner_person_id" ON "task_owner" ("person_id");
CREATE TABLE "activity" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('open_lesson', 'visit', 'extracurricular', 'subject_event', 'week', 'contest', 'olympiad')),
  "title" TEXT NOT NULL,
  "form" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "classes" TEXT NOT NULL,
  "room" TEXT NOT NULL,
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "ends_on" TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends_on IS date(ends_on, '+0 days')),
  "lesson" INTEGER CHECK (lesson BETWEEN 0 AND 1000000),
  "starts" TEXT NOT NULL CHECK (starts = '' OR (starts GLOB '[0-2][0-9]:[0-5][0-9]' AND starts < '24:00')),
  "level" TEXT NOT NULL CHECK (level IN ('', 'association', 'school', 'district', 'region', 'republic', 'international')),
  "state" TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  "reason" TEXT NOT NULL,
  "part_of_id" INTEGER,
  "aim" TEXT NOT NULL,
  "tasks" TEXT NOT NULL,
  "participants" INTEGER CHECK (participants BETWEEN 0 AND 1000000),
  "course" TEXT NOT NULL,
  "results" TEXT NOT NULL,
  "conclusion" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("part_of_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "activity_uid" ON "activity" ("uid");
CREATE INDEX "activity_association_id" ON "activity" ("association_id");
CREATE INDEX "activity_part_of_id" ON "activity" ("part_of_id");
CREATE INDEX "activity_first_year_association_id_kind" ON "activity" ("first_year", "association_id", "kind");
CREATE INDEX "activity_association_id_held_on" ON "activity" ("association_id", "held_on");
CREATE TABLE "activity_person" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "activity_id" INTEGER NOT NULL,
  "role" TEXT NOT NULL CHECK (role IN ('responsible', 'visitor')),
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER,
  "guest" TEXT NOT NULL,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "activity_person_uid" ON "activity_person" ("uid");
CREATE INDEX "activity_person_activity_id" ON "activity_person" ("activity_id");
CREATE INDEX "activity_person_person_id" ON "activity_person" ("person_id");
CREATE TABLE "activity_move" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "activity_id" INTEGER NOT NULL,
  "moved_on" TEXT NOT NULL CHECK (moved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND moved_on IS date(moved_on, '+0 days')),
  "old_day" TEXT CHECK (old_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND old_day IS date(old_day, '+0 days')),
  "old_ends" TEXT CHECK (old_ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND old_ends IS date(old_ends, '+0 days')),
  "old_lesson" INTEGER CHECK (old_lesson BETWEEN 0 AND 1000000),
  "reason" TEXT NOT NULL,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "activity_move_uid" ON "activity_move" ("uid");
CREATE INDEX "activity_move_activity_id" ON "activity_move" ("activity_id");
CREATE TABLE "activity_result" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "activity_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('class', 'pupil')),
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "name" TEXT NOT NULL,
  "class_name" TEXT NOT NULL,
  "place" TEXT NOT NULL,
  "award" TEXT NOT NULL,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "activity_result_uid" ON "activity_result" ("uid");
CREATE INDEX "activity_result_activity_id" ON "activity_result" ("activity_id");
CREATE TABLE "aspect" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  "used" INTEGER NOT NULL CHECK (used IN (0, 1)),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "aspect_uid" ON "aspect" ("uid");
CREATE INDEX "aspect_association_id" ON "aspect" ("association_id");
CREATE TABLE "observation" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "activity_id" INTEGER NOT NULL,
  "observer_id" INTEGER,
  "observer_guest" TEXT NOT NULL,
  "visit_aim" TEXT NOT NULL,
  "learning_aim" TEXT NOT NULL,
  "developing_aim" TEXT NOT NULL,
  "upbringing_aim" TEXT NOT NULL,
  "listed" INTEGER CHECK (listed BETWEEN 0 AND 1000000),
  "present" INTEGER CHECK (present BETWEEN 0 AND 1000000),
  "highest" INTEGER NOT NULL CHECK (highest BETWEEN 0 AND 1000000),
  "strong" TEXT NOT NULL,
  "weak" TEXT NOT NULL,
  "conclusions" TEXT NOT NULL,
  "self_analysis" TEXT NOT NULL,
  "acquainted_on" TEXT CHECK (acquainted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND acquainted_on IS date(acquainted_on, '+0 days')),
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("observer_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "observation_uid" ON "observation" ("uid");
CREATE INDEX "observation_activity_id" ON "observation" ("activity_id");
CREATE INDEX "observation_observer_id" ON "observation" ("observer_id");
CREATE TABLE "observation_score" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "observation_id" INTEGER NOT NULL,
  "aspect_id" INTEGER NOT NULL,
  "score" INTEGER CHECK (score BETWEEN 0 AND 1000000),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("observation_id") REFERENCES "observation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("aspect_id") REFERENCES "aspect" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "observation_score_uid" ON "observation_score" ("uid");
CREATE INDEX "observation_score_observation_id" ON "observation_score" ("observation_id");
CREATE INDEX "observation_score_aspect_id" ON "observation_score" ("aspect_id");
CREATE UNIQUE INDEX "observation_score_observation_id_aspect_id" ON "observation_score" ("observation_id", "aspect_id");
CREATE TABLE "advice" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "observation_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  FOREIGN KEY ("observation_id") REFERENCES "observation" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "advice_uid" ON "advice" ("uid");
CREATE INDEX "advice_observation_id" ON "advice" ("observation_id");
CREATE TABLE "control_test" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('entry', 'feedback', 'quarter', 'final', 'dictation', 'copying', 'reading', 'math_dictation', 'essay', 'exposition', 'other')),
  "title" TEXT NOT NULL,
  "reason" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "class_name" TEXT NOT NULL,
  "teacher_id" INTEGER,
  "author_id" INTEGER,
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "lesson" INTEGER CHECK (lesson BETWEEN 0 AND 1000000),
  "room" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  "scale" TEXT NOT NULL CHECK (scale IN ('5', '10')),
  "listed" INTEGER CHECK (listed BETWEEN 0 AND 1000000),
  "wrote" INTEGER CHECK (wrote BETWEEN 0 AND 1000000),
  "mistakes" TEXT NOT NULL,
  "measures" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("teacher_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("author_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "control_test_uid" ON "control_test" ("uid");
CREATE INDEX "control_test_association_id" ON "control_test" ("association_id");
CREATE INDEX "control_test_teacher_id" ON "control_test" ("teacher_id");
CREATE INDEX "control_test_author_id" ON "control_test" ("author_id");
CREATE INDEX "control_test_first_year_association_id" ON "control_test" ("first_year", "association_id");
CREATE TABLE "control_test_mark" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "control_test_id" INTEGER NOT NULL,
  "mark" INTEGER NOT NULL CHECK (mark BETWEEN 0 AND 1000000),
  "pupils" INTEGER NOT NULL CHECK (pupils BETWEEN 0 AND 1000000),
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "control_test_mark_uid" ON "control_test_mark" ("uid");
CREATE INDEX "control_test_mark_control_test_id" ON "control_test_mark" ("control_test_id");
CREATE UNIQUE INDEX "control_test_mark_control_test_id_mark" ON "control_test_mark" ("control_test_id", "mark");
CREATE TABLE "control_test_requirement" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "control_test_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "mastered" INTEGER CHECK (mastered BETWEEN 0 AND 1000000),
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "control_test_requirement_uid" ON "control_test_requirement" ("uid");
CREATE INDEX "control_test_requirement_control_test_id" ON "control_test_requirement" ("control_test_id");
CREATE TABLE "norm" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('other', 'law', 'decree', 'order', 'regulation', 'instruction', 'standard', 'programme', 'letter')),
  "title" TEXT NOT NULL,
  "number" TEXT NOT NULL,
  "issued_on" TEXT CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND issued_on IS date(issued_on, '+0 days')),
  "issuer" TEXT NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('in_force', 'replaced', 'void')),
  "replaced_by_id" INTEGER,
  "file_name" TEXT NOT NULL,
  "study_by" TEXT CHECK (study_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND study_by IS date(study_by, '+0 days')),
  "agenda_item_id" INTEGER,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("replaced_by_id") REFERENCES "norm" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "norm_uid" ON "norm" ("uid");
CREATE INDEX "norm_association_id" ON "norm" ("association_id");
CREATE INDEX "norm_replaced_by_id" ON "norm" ("replaced_by_id");
CREATE INDEX "norm_agenda_item_id" ON "norm" ("agenda_item_id");
CREATE TABLE "norm_reading" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "norm_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "read_on" TEXT NOT NULL CHECK (read_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND read_on IS date(read_on, '+0 days')),
  FOREIGN KEY ("norm_id") REFERENCES "norm" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "norm_reading_uid" ON "norm_reading" ("uid");
CREATE INDEX "norm_reading_norm_id" ON "norm_reading" ("norm_id");
CREATE INDEX "norm_reading_person_id" ON "norm_reading" ("person_id");
CREATE UNIQUE INDEX "norm_reading_norm_id_person_id" ON "norm_reading" ("norm_id", "person_id");
CREATE TABLE "curriculum_change" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "valid_from" TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND valid_from IS date(valid_from, '+0 days')),
  "subjects" TEXT NOT NULL,
  "classes" TEXT NOT NULL,
  "norm_id" INTEGER,
  "agenda_item_id" INTEGER,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("norm_id") REFERENCES "norm" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "curriculum_change_uid" ON "curriculum_change" ("uid");
CREATE INDEX "curriculum_change_association_id" ON "curriculum_change" ("association_id");
CREATE INDEX "curriculum_change_norm_id" ON "curriculum_change" ("norm_id");
CREATE INDEX "curriculum_change_agenda_item_id" ON "curriculum_change" ("agenda_item_id");
CREATE TABLE "calendar_plan" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "class_name" TEXT NOT NULL,
  "hours_week" TEXT NOT NULL,
  "hours_year" INTEGER CHECK (hours_year BETWEEN 0 AND 1000000),
  "considered_on" TEXT CHECK (considered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND considered_on IS date(considered_on, '+0 days')),
  "meeting_id" INTEGER,
  "agreed_on" TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND agreed_on IS date(agreed_on, '+0 days')),
  "approved_on" TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND approved_on IS date(approved_on, '+0 days')),
  "remark" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "calendar_plan_uid" ON "calendar_plan" ("uid");
CREATE INDEX "calendar_plan_association_id" ON "calendar_plan" ("association_id");
CREATE INDEX "calendar_plan_person_id" ON "calendar_plan" ("person_id");
CREATE INDEX "calendar_plan_meeting_id" ON "calendar_plan" ("meeting_id");
CREATE TABLE "curriculum_step" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "curriculum_change_id" INTEGER NOT NULL,
  "calendar_plan_id" INTEGER NOT NULL,
  "not_needed" INTEGER NOT NULL CHECK (not_needed IN (0, 1)),
  "test_not_needed" INTEGER NOT NULL CHECK (test_not_needed IN (0, 1)),
  "corrected_on" TEXT CHECK (corrected_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND corrected_on IS date(corrected_on, '+0 days')),
  "considered_on" TEXT CHECK (considered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND considered_on IS date(considered_on, '+0 days')),
  "meeting_id" INTEGER,
  "agreed_on" TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND agreed_on IS date(agreed_on, '+0 days')),
  "approved_on" TEXT CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND approved_on IS date(approved_on, '+0 days')),
  "test_made_on" TEXT CHECK (test_made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND test_made_on IS date(test_made_on, '+0 days')),
  "control_test_id" INTEGER,
  "note" TEXT NOT NULL,
  FOREIGN KEY ("curriculum_change_id") REFERENCES "curriculum_change" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("calendar_plan_id") REFERENCES "calendar_plan" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "curriculum_step_uid" ON "curriculum_step" ("uid");
CREATE INDEX "curriculum_step_curriculum_change_id" ON "curriculum_step" ("curriculum_change_id");
CREATE INDEX "curriculum_step_calendar_plan_id" ON "curriculum_step" ("calendar_plan_id");
CREATE INDEX "curriculum_step_meeting_id" ON "curriculum_step" ("meeting_id");
CREATE INDEX "curriculum_step_control_test_id" ON "curriculum_step" ("control_test_id");
CREATE UNIQUE INDEX "curriculum_step_curriculum_change_id_calendar_plan_id" ON "curriculum_step" ("curriculum_change_id", "calendar_plan_id");
CREATE TABLE "study" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "title" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "classes" TEXT NOT NULL,
  "begins" TEXT CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "aim" TEXT NOT NULL,
  "findings" TEXT NOT NULL,
  "conclusions" TEXT NOT NULL,
  "suggestions" TEXT NOT NULL,
  "finished_on" TEXT CHECK (finished_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND finished_on IS date(finished_on, '+0 days')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "study_uid" ON "study" ("uid");
CREATE INDEX "study_association_id" ON "study" ("association_id");
CREATE TABLE "study_person" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "study_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  FOREIGN KEY ("study_id") REFERENCES "study" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "study_person_uid" ON "study_person" ("uid");
CREATE INDEX "study_person_study_id" ON "study_person" ("study_id");
CREATE INDEX "study_person_person_id" ON "study_person" ("person_id");
CREATE TABLE "study_part" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "study_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('visit', 'test', 'notebooks', 'other')),
  "activity_id" INTEGER,
  "control_test_id" INTEGER,
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "class_name" TEXT NOT NULL,
  "person_id" INTEGER,
  "text" TEXT NOT NULL,
  FOREIGN KEY ("study_id") REFERENCES "study" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "study_part_uid" ON "study_part" ("uid");
CREATE INDEX "study_part_study_id" ON "study_part" ("study_id");
CREATE INDEX "study_part_activity_id" ON "study_part" ("activity_id");
CREATE INDEX "study_part_control_test_id" ON "study_part" ("control_test_id");
CREATE INDEX "study_part_person_id" ON "study_part" ("person_id");
CREATE TABLE "letter" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "number" TEXT NOT NULL,
  "written_on" TEXT CHECK (written_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND written_on IS date(written_on, '+0 days')),
  "addressee" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "body" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "letter_uid" ON "letter" ("uid");
CREATE INDEX "letter_association_id" ON "letter" ("association_id");
CREATE TABLE "remark" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('remark', 'opinion')),
  "person_id" INTEGER NOT NULL,
  "given_on" TEXT NOT NULL CHECK (given_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND given_on IS date(given_on, '+0 days')),
  "text" TEXT NOT NULL,
  "due" TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND due IS date(due, '+0 days')),
  "answer" TEXT NOT NULL,
  "answered_on" TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND answered_on IS date(answered_on, '+0 days')),
  "speech_id" INTEGER,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("speech_id") REFERENCES "speech" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "remark_uid" ON "remark" ("uid");
CREATE INDEX "remark_association_id" ON "remark" ("association_id");
CREATE INDEX "remark_person_id" ON "remark" ("person_id");
CREATE INDEX "remark_speech_id" ON "remark" ("speech_id");
CREATE TABLE "journal_note" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "noted_on" TEXT NOT NULL CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND noted_on IS date(noted_on, '+0 days')),
  "text" TEXT NOT NULL,
  "person_id" INTEGER,
  "classes" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "journal_note_uid" ON "journal_note" ("uid");
CREATE INDEX "journal_note_association_id" ON "journal_note" ("association_id");
CREATE INDEX "journal_note_person_id" ON "journal_note" ("person_id");
CREATE INDEX "journal_note_association_id_noted_on" ON "journal_note" ("association_id", "noted_on");
CREATE TABLE "vacancy" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "subject" TEXT NOT NULL,
  "classes" TEXT NOT NULL,
  "hours" INTEGER CHECK (hours BETWEEN 0 AND 1000000),
  "since" TEXT NOT NULL CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND since IS date(since, '+0 days')),
  "reason" TEXT NOT NULL,
  "filled_by_id" INTEGER,
  "filled_how" TEXT NOT NULL,
  "filled_since" TEXT CHECK (filled_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND filled_since IS date(filled_since, '+0 days')),
  "reported_to" TEXT NOT NULL,
  "reported_on" TEXT CHECK (reported_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND reported_on IS date(reported_on, '+0 days')),
  "closed_on" TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on IS date(closed_on, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("filled_by_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "vacancy_uid" ON "vacancy" ("uid");
CREATE INDEX "vacancy_association_id" ON "vacancy" ("association_id");
CREATE INDEX "vacancy_filled_by_id" ON "vacancy" ("filled_by_id");
CREATE TABLE "plan_proof_new" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "plan_line_id" INTEGER NOT NULL,
  "done_on" TEXT NOT NULL CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND done_on IS date(done_on, '+0 days')),
  "partly" INTEGER NOT NULL CHECK (partly IN (0, 1)),
  "meeting_id" INTEGER,
  "agenda_item_id" INTEGER,
  "task_id" INTEGER,
  "activity_id" INTEGER,
  "control_test_id" INTEGER,
  "norm_id" INTEGER,
  "study_id" INTEGER,
  FOREIGN KEY ("plan_line_id") REFERENCES "plan_line" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("control_test_id") REFERENCES "control_test" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("norm_id") REFERENCES "norm" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("study_id") REFERENCES "study" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
INSERT INTO "plan_proof_new" (id, uid, rev, digest, deleted_at, plan_line_id, done_on, partly, meeting_id, agenda_item_id, task_id)
  SELECT id, uid, rev, digest, deleted_at, plan_line_id, done_on, partly, meeting_id, agenda_item_id, task_id
  FROM "plan_proof";
DROP TABLE "plan_proof";
ALTER TABLE "plan_proof_new" RENAME TO "plan_proof";
CREATE UNIQUE INDEX "plan_proof_uid" ON "plan_proof" ("uid");
CREATE INDEX "plan_proof_plan_line_id" ON "plan_proof" ("plan_line_id");
CREATE INDEX "plan_proof_meeting_id" ON "plan_proof" ("meeting_id");
CREATE INDEX "plan_proof_agenda_item_id" ON "plan_proof" ("agenda_item_id");
CREATE INDEX "plan_proof_task_id" ON "plan_proof" ("task_id");
CREATE INDEX "plan_proof_activity_id" ON "plan_proof" ("activity_id");
CREATE INDEX "plan_proof_control_test_id" ON "plan_proof" ("control_test_id");
CREATE INDEX "plan_proof_norm_id" ON "plan_proof" ("norm_id");
CREATE INDEX "plan_proof_study_id" ON "plan_proof" ("study_id");
CREATE TABLE "tie" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "source_table" TEXT NOT NULL,
  "source_uid" TEXT NOT NULL,
  "target_table" TEXT NOT NULL,
  "target_uid" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "tie_uid" ON "tie" ("uid");
CREATE INDEX "tie_source_uid" ON "tie" ("source_uid");
CREATE INDEX "tie_target_uid" ON "tie" ("target_uid");
