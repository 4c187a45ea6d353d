CREATE TABLE "plan_head" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "theme" TEXT NOT NULL,
  "goals" TEXT NOT NULL,
  "tasks" TEXT NOT NULL,
  "motto" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_head_uid" ON "plan_head" ("uid");
CREATE INDEX "plan_head_association_id" ON "plan_head" ("association_id");
CREATE TABLE "plan_section" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_section_uid" ON "plan_section" ("uid");
CREATE INDEX "plan_section_association_id" ON "plan_section" ("association_id");
CREATE TABLE "plan_line" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "section_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('other', 'meeting', 'open_lesson', 'extracurricular', 'subject_event', 'visit', 'control_work', 'norms', 'course')),
  "scope" TEXT NOT NULL CHECK (scope IN ('year', 'quarter', 'month')),
  "term" TEXT NOT NULL CHECK (term IN ('day', 'span', 'month', 'quarter', 'year')),
  "begins" TEXT CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "month" INTEGER CHECK (month BETWEEN 0 AND 1000000),
  "quarter" INTEGER CHECK (quarter BETWEEN 0 AND 1000000),
  "classes" TEXT NOT NULL,
  "time_place" TEXT NOT NULL,
  "expected_result" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "unplanned" INTEGER NOT NULL CHECK (unplanned IN (0, 1)),
  "copied_from_id" INTEGER,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("section_id") REFERENCES "plan_section" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("copied_from_id") REFERENCES "plan_line" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_line_uid" ON "plan_line" ("uid");
CREATE INDEX "plan_line_association_id" ON "plan_line" ("association_id");
CREATE INDEX "plan_line_section_id" ON "plan_line" ("section_id");
CREATE INDEX "plan_line_copied_from_id" ON "plan_line" ("copied_from_id");
CREATE INDEX "plan_line_association_id_first_year_section_id" ON "plan_line" ("association_id",
  "first_year",
  "section_id");
CREATE TABLE "plan_line_owner" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "plan_line_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  FOREIGN KEY ("plan_line_id") REFERENCES "plan_line" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_line_owner_uid" ON "plan_line_owner" ("uid");
CREATE INDEX "plan_line_owner_plan_line_id" ON "plan_line_owner" ("plan_line_id");
CREATE INDEX "plan_line_owner_person_id" ON "plan_line_owner" ("person_id");
CREATE TABLE "plan_change" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "plan_line_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('moved', 'cancelled', 'marked', 'partly', 'reopened')),
  "changed_on" TEXT NOT NULL CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND changed_on IS date(changed_on, '+0 days')),
  "reason" TEXT NOT NULL,
  "decision_id" INTEGER,
  "old_term" TEXT NOT NULL CHECK (old_term IN ('day', 'span', 'month', 'quarter', 'year')),
  "old_begins" TEXT CHECK (old_begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND old_begins IS date(old_begins, '+0 days')),
  "old_ends" TEXT CHECK (old_ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND old_ends IS date(old_ends, '+0 days')),
  "old_month" INTEGER CHECK (old_month BETWEEN 0 AND 1000000),
  "old_quarter" INTEGER CHECK (old_quarter BETWEEN 0 AND 1000000),
  FOREIGN KEY ("plan_line_id") REFERENCES "plan_line" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_change_uid" ON "plan_change" ("uid");
CREATE INDEX "plan_change_plan_line_id" ON "plan_change" ("plan_line_id");
CREATE INDEX "plan_change_decision_id" ON "plan_change" ("decision_id");
CREATE TABLE "plan_proof" ("id" INTEGER NOT NULL PRIMARY KEY,
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
  FOREIGN KEY ("plan_line_id") REFERENCES "plan_line" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_proof_uid" ON "plan_proof" ("uid");
CREATE INDEX "plan_proof_plan_line_id" ON "plan_proof" ("plan_line_id");
CREATE INDEX "plan_proof_meeting_id" ON "plan_proof" ("meeting_id");
CREATE INDEX "plan_proof_agenda_item_id" ON "plan_proof" ("agenda_item_id");
CREATE INDEX "plan_proof_task_id" ON "plan_proof" ("task_id");
CREATE TABLE "plan_version" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "scope" TEXT NOT NULL CHECK (scope IN ('year', 'quarter', 'month')),
  "part" INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000000),
  "version" INTEGER NOT NULL CHECK (version BETWEEN 0 AND 1000000),
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "content_digest" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_version_uid" ON "plan_version" ("uid");
CREATE INDEX "plan_version_association_id" ON "plan_version" ("association_id");
CREATE UNIQUE INDEX "plan_version_association_id_first_year_scope_part_version" ON "plan_version" ("association_id",
  "first_year",
  "scope",
  "part",
  "version");
CREATE TABLE "plan_approval" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "plan_version_id" INTEGER NOT NULL,
  "step" TEXT NOT NULL CHECK (step IN ('considered', 'agreed', 'approved')),
  "approved_on" TEXT NOT NULL CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND approved_on IS date(approved_on, '+0 days')),
  "meeting_id" INTEGER,
  "name" TEXT NOT NULL,
  FOREIGN KEY ("plan_version_id") REFERENCES "plan_version" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "plan_approval_uid" ON "plan_approval" ("uid");
CREATE INDEX "plan_approval_plan_version_id" ON "plan_approval" ("plan_version_id");
CREATE INDEX "plan_approval_meeting_id" ON "plan_approval" ("meeting_id");
