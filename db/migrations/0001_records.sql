CREATE TABLE "school" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "name_ky" TEXT NOT NULL,
  "name_ru" TEXT NOT NULL,
  "head_ky" TEXT NOT NULL,
  "head_ru" TEXT NOT NULL,
  "place_ky" TEXT NOT NULL,
  "place_ru" TEXT NOT NULL,
  "ministry_ky" TEXT NOT NULL,
  "ministry_ru" TEXT NOT NULL,
  "director" TEXT NOT NULL,
  "head_of_studies" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "school_uid" ON "school" ("uid");
CREATE TABLE "association" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_id" INTEGER NOT NULL,
  "name_ky" TEXT NOT NULL,
  "name_ru" TEXT NOT NULL,
  "profile" TEXT NOT NULL,
  "formed_order" TEXT NOT NULL,
  "formed_on" TEXT CHECK (formed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND formed_on IS date(formed_on, '+0 days')),
  "meetings_a_year" INTEGER NOT NULL CHECK (meetings_a_year BETWEEN 0 AND 1000000),
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "association_uid" ON "association" ("uid");
CREATE INDEX "association_school_id" ON "association" ("school_id");
CREATE TABLE "person" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_id" INTEGER NOT NULL,
  "surname" TEXT NOT NULL,
  "given" TEXT NOT NULL,
  "patronymic" TEXT NOT NULL,
  "short_form" TEXT NOT NULL,
  "sort_key" TEXT NOT NULL,
  "born" TEXT CHECK (born GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND born IS date(born, '+0 days')),
  "education" TEXT NOT NULL,
  "institution" TEXT NOT NULL,
  "speciality" TEXT NOT NULL,
  "service_total" INTEGER CHECK (service_total BETWEEN 0 AND 1000000),
  "service_teaching" INTEGER CHECK (service_teaching BETWEEN 0 AND 1000000),
  "category" TEXT NOT NULL CHECK (category IN ('', 'none', 'second', 'first', 'highest')),
  "category_year" INTEGER CHECK (category_year BETWEEN 0 AND 1000000),
  "subjects" TEXT NOT NULL,
  "classes" TEXT NOT NULL,
  "load_hours" INTEGER CHECK (load_hours BETWEEN 0 AND 1000000),
  "class_teacher_of" TEXT NOT NULL,
  "conditions" TEXT NOT NULL CHECK (conditions IN ('', 'present', 'lacking', 'needed')),
  "conditions_note" TEXT NOT NULL,
  "awards" TEXT NOT NULL,
  "self_education" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "person_uid" ON "person" ("uid");
CREATE INDEX "person_school_id" ON "person" ("school_id");
CREATE INDEX "person_sort_key" ON "person" ("sort_key");
CREATE TABLE "meeting" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 1000000),
  "held_on" TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND held_on IS date(held_on, '+0 days')),
  "planned_time" TEXT NOT NULL CHECK (planned_time = '' OR (planned_time GLOB '[0-2][0-9]:[0-5][0-9]' AND planned_time < '24:00')),
  "started_at" TEXT NOT NULL CHECK (started_at = '' OR (started_at GLOB '[0-2][0-9]:[0-5][0-9]' AND started_at < '24:00')),
  "ended_at" TEXT NOT NULL CHECK (ended_at = '' OR (ended_at GLOB '[0-2][0-9]:[0-5][0-9]' AND ended_at < '24:00')),
  "place" TEXT NOT NULL,
  "chair_id" INTEGER,
  "secretary_id" INTEGER,
  "state" TEXT NOT NULL CHECK (state IN ('planned', 'in_progress', 'draft', 'cancelled')),
  "cancelled_reason" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("chair_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("secretary_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "meeting_uid" ON "meeting" ("uid");
CREATE INDEX "meeting_association_id" ON "meeting" ("association_id");
CREATE INDEX "meeting_chair_id" ON "meeting" ("chair_id");
CREATE INDEX "meeting_secretary_id" ON "meeting" ("secretary_id");
CREATE INDEX "meeting_association_id_first_year_number" ON "meeting" ("association_id",
  "first_year",
  "number");
CREATE INDEX "meeting_association_id_held_on" ON "meeting" ("association_id",
  "held_on");
CREATE TABLE "agenda_item" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('ordinary', 'review', 'plan_done')),
  "state" TEXT NOT NULL CHECK (state IN ('planned', 'parked', 'continued')),
  "title" TEXT NOT NULL,
  "reporter_id" INTEGER,
  "reporter_guest" TEXT NOT NULL,
  "planned_minutes" INTEGER CHECK (planned_minutes BETWEEN 0 AND 1000000),
  "heard" TEXT NOT NULL,
  "copied_from_id" INTEGER,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("reporter_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("copied_from_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "agenda_item_uid" ON "agenda_item" ("uid");
CREATE INDEX "agenda_item_meeting_id" ON "agenda_item" ("meeting_id");
CREATE INDEX "agenda_item_reporter_id" ON "agenda_item" ("reporter_id");
CREATE INDEX "agenda_item_copied_from_id" ON "agenda_item" ("copied_from_id");
CREATE TABLE "appointment" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "role" TEXT NOT NULL CHECK (role IN ('leader', 'secretary')),
  "manner" TEXT NOT NULL CHECK (manner IN ('elected', 'appointed')),
  "agenda_item_id" INTEGER,
  "order_number" TEXT NOT NULL,
  "order_date" TEXT CHECK (order_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND order_date IS date(order_date, '+0 days')),
  "since" TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND since IS date(since, '+0 days')),
  "until" TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND until IS date(until, '+0 days')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "appointment_uid" ON "appointment" ("uid");
CREATE INDEX "appointment_association_id" ON "appointment" ("association_id");
CREATE INDEX "appointment_person_id" ON "appointment" ("person_id");
CREATE INDEX "appointment_agenda_item_id" ON "appointment" ("agenda_item_id");
CREATE TABLE "attendance" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('present', 'late', 'left', 'online', 'absent')),
  "reason" TEXT NOT NULL CHECK (reason IN ('', 'ill', 'business_trip', 'course', 'leave', 'child_leave', 'teaching', 'other_school', 'sent', 'family', 'excused', 'unexcused')),
  "reason_text" TEXT NOT NULL,
  "arrived" TEXT NOT NULL CHECK (arrived = '' OR (arrived GLOB '[0-2][0-9]:[0-5][0-9]' AND arrived < '24:00')),
  "from_item" INTEGER CHECK (from_item BETWEEN 0 AND 1000000),
  "until_item" INTEGER CHECK (until_item BETWEEN 0 AND 1000000),
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "attendance_uid" ON "attendance" ("uid");
CREATE INDEX "attendance_meeting_id" ON "attendance" ("meeting_id");
CREATE INDEX "attendance_person_id" ON "attendance" ("person_id");
CREATE UNIQUE INDEX "attendance_meeting_id_person_id" ON "attendance" ("meeting_id",
  "person_id");
CREATE TABLE "candidate" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "agenda_item_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  "votes" INTEGER NOT NULL CHECK (votes BETWEEN 0 AND 1000000),
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "candidate_uid" ON "candidate" ("uid");
CREATE INDEX "candidate_meeting_id" ON "candidate" ("meeting_id");
CREATE INDEX "candidate_agenda_item_id" ON "candidate" ("agenda_item_id");
CREATE INDEX "candidate_person_id" ON "candidate" ("person_id");
CREATE TABLE "decision" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "agenda_item_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "text" TEXT NOT NULL,
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "deadline_next_meeting" INTEGER NOT NULL CHECK (deadline_next_meeting IN (0, 1)),
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "decision_uid" ON "decision" ("uid");
CREATE INDEX "decision_meeting_id" ON "decision" ("meeting_id");
CREATE INDEX "decision_agenda_item_id" ON "decision" ("agenda_item_id");
CREATE TABLE "decision_owner" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "decision_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "decision_owner_uid" ON "decision_owner" ("uid");
CREATE INDEX "decision_owner_meeting_id" ON "decision_owner" ("meeting_id");
CREATE INDEX "decision_owner_decision_id" ON "decision_owner" ("decision_id");
CREATE INDEX "decision_owner_person_id" ON "decision_owner" ("person_id");
CREATE TABLE "event" ("id" INTEGER NOT NULL PRIMARY KEY,
  "at" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "action" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "undoes_id" INTEGER,
  "previous_hash" TEXT NOT NULL,
  "hash" TEXT NOT NULL,
  FOREIGN KEY ("undoes_id") REFERENCES "event" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE INDEX "event_undoes_id" ON "event" ("undoes_id");
CREATE TABLE "event_line" ("id" INTEGER NOT NULL PRIMARY KEY,
  "event_id" INTEGER NOT NULL,
  "table_name" TEXT NOT NULL,
  "uid" TEXT NOT NULL,
  "before" TEXT,
  "after" TEXT NOT NULL,
  FOREIGN KEY ("event_id") REFERENCES "event" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE INDEX "event_line_event_id" ON "event_line" ("event_id");
CREATE INDEX "event_line_uid" ON "event_line" ("uid");
CREATE TABLE "guest" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "name" TEXT NOT NULL,
  "office" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "guest_uid" ON "guest" ("uid");
CREATE INDEX "guest_meeting_id" ON "guest" ("meeting_id");
CREATE TABLE "school_year" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_id" INTEGER NOT NULL,
  "first_year" INTEGER NOT NULL CHECK (first_year BETWEEN 0 AND 1000000),
  "begins" TEXT NOT NULL CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  "confirmed" INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  FOREIGN KEY ("school_id") REFERENCES "school" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "school_year_uid" ON "school_year" ("uid");
CREATE INDEX "school_year_school_id" ON "school_year" ("school_id");
CREATE UNIQUE INDEX "school_year_school_id_first_year" ON "school_year" ("school_id",
  "first_year");
CREATE TABLE "holiday" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_year_id" INTEGER NOT NULL,
  "kind" TEXT NOT NULL CHECK (kind IN ('autumn', 'winter', 'spring', 'summer', 'other')),
  "begins" TEXT NOT NULL CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  FOREIGN KEY ("school_year_id") REFERENCES "school_year" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "holiday_uid" ON "holiday" ("uid");
CREATE INDEX "holiday_school_year_id" ON "holiday" ("school_year_id");
CREATE TABLE "member" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER NOT NULL,
  "person_id" INTEGER NOT NULL,
  "since" TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND since IS date(since, '+0 days')),
  "until" TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND until IS date(until, '+0 days')),
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "member_uid" ON "member" ("uid");
CREATE INDEX "member_association_id" ON "member" ("association_id");
CREATE INDEX "member_person_id" ON "member" ("person_id");
CREATE INDEX "member_association_id_person_id" ON "member" ("association_id",
  "person_id");
CREATE TABLE "open_edit" ("id" INTEGER NOT NULL PRIMARY KEY,
  "table_name" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "field" TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "cursor" INTEGER NOT NULL,
  "at" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "open_edit_table_name_row_field" ON "open_edit" ("table_name",
  "row",
  "field");
CREATE TABLE "phrase" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "kind" TEXT NOT NULL CHECK (kind IN ('heard', 'spoke', 'decided', 'agenda', 'review', 'plan_done')),
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "ky" TEXT NOT NULL,
  "ru" TEXT NOT NULL,
  "month" INTEGER NOT NULL CHECK (month BETWEEN 0 AND 1000000)) STRICT;
CREATE UNIQUE INDEX "phrase_uid" ON "phrase" ("uid");
CREATE TABLE "proposal" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "agenda_item_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "person_id" INTEGER,
  "text" TEXT NOT NULL,
  "outcome" TEXT NOT NULL CHECK (outcome IN ('open', 'accepted', 'rejected', 'postponed', 'merged')),
  "reason" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "proposal_uid" ON "proposal" ("uid");
CREATE INDEX "proposal_meeting_id" ON "proposal" ("meeting_id");
CREATE INDEX "proposal_agenda_item_id" ON "proposal" ("agenda_item_id");
CREATE INDEX "proposal_person_id" ON "proposal" ("person_id");
CREATE TABLE "protocol_lock" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "locked" INTEGER NOT NULL CHECK (locked IN (0, 1)),
  "reason" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "protocol_lock_uid" ON "protocol_lock" ("uid");
CREATE INDEX "protocol_lock_meeting_id" ON "protocol_lock" ("meeting_id");
CREATE TABLE "protocol_version" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "version" INTEGER NOT NULL CHECK (version BETWEEN 0 AND 1000000),
  "reason" TEXT NOT NULL,
  "content" TEXT NOT NULL,
  "content_digest" TEXT NOT NULL,
  "chain_head" TEXT NOT NULL,
  "made_at" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "protocol_version_uid" ON "protocol_version" ("uid");
CREATE INDEX "protocol_version_meeting_id" ON "protocol_version" ("meeting_id");
CREATE UNIQUE INDEX "protocol_version_meeting_id_version" ON "protocol_version" ("meeting_id",
  "version");
CREATE TABLE "protocol_signing" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "protocol_version_id" INTEGER NOT NULL,
  "signed_on" TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND signed_on IS date(signed_on, '+0 days')),
  FOREIGN KEY ("protocol_version_id") REFERENCES "protocol_version" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "protocol_signing_uid" ON "protocol_signing" ("uid");
CREATE INDEX "protocol_signing_protocol_version_id" ON "protocol_signing" ("protocol_version_id");
CREATE TABLE "quarter" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "school_year_id" INTEGER NOT NULL,
  "number" INTEGER NOT NULL CHECK (number BETWEEN 0 AND 1000000),
  "begins" TEXT NOT NULL CHECK (begins GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND begins IS date(begins, '+0 days')),
  "ends" TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND ends IS date(ends, '+0 days')),
  FOREIGN KEY ("school_year_id") REFERENCES "school_year" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "quarter_uid" ON "quarter" ("uid");
CREATE INDEX "quarter_school_year_id" ON "quarter" ("school_year_id");
CREATE UNIQUE INDEX "quarter_school_year_id_number" ON "quarter" ("school_year_id",
  "number");
CREATE TABLE "remembered" ("id" INTEGER NOT NULL PRIMARY KEY,
  "key" TEXT NOT NULL,
  "value" TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX "remembered_key" ON "remembered" ("key");
CREATE TABLE "setting" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "association_id" INTEGER,
  "key" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  FOREIGN KEY ("association_id") REFERENCES "association" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "setting_uid" ON "setting" ("uid");
CREATE INDEX "setting_association_id" ON "setting" ("association_id");
CREATE INDEX "setting_association_id_key" ON "setting" ("association_id",
  "key");
CREATE TABLE "speech" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "agenda_item_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  "kind" TEXT NOT NULL CHECK (kind IN ('speech', 'question', 'answer', 'criticism', 'remark')),
  "person_id" INTEGER,
  "guest" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "speech_uid" ON "speech" ("uid");
CREATE INDEX "speech_meeting_id" ON "speech" ("meeting_id");
CREATE INDEX "speech_agenda_item_id" ON "speech" ("agenda_item_id");
CREATE INDEX "speech_person_id" ON "speech" ("person_id");
CREATE TABLE "task" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "decision_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('open', 'in_work', 'done', 'partly', 'not_done', 'extended', 'closed')),
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "note" TEXT NOT NULL,
  "closed_on" TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND closed_on IS date(closed_on, '+0 days')),
  FOREIGN KEY ("decision_id") REFERENCES "decision" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "task_uid" ON "task" ("uid");
CREATE UNIQUE INDEX "task_decision_id" ON "task" ("decision_id");
CREATE TABLE "task_review" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "task_id" INTEGER NOT NULL,
  "state" TEXT NOT NULL CHECK (state IN ('open', 'in_work', 'done', 'partly', 'not_done', 'extended', 'closed')),
  "deadline" TEXT CHECK (deadline GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND deadline IS date(deadline, '+0 days')),
  "note" TEXT NOT NULL,
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("task_id") REFERENCES "task" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "task_review_uid" ON "task_review" ("uid");
CREATE INDEX "task_review_meeting_id" ON "task_review" ("meeting_id");
CREATE INDEX "task_review_task_id" ON "task_review" ("task_id");
CREATE UNIQUE INDEX "task_review_meeting_id_task_id" ON "task_review" ("meeting_id",
  "task_id");
CREATE TABLE "vote" ("id" INTEGER NOT NULL PRIMARY KEY,
  "uid" TEXT NOT NULL,
  "rev" INTEGER NOT NULL,
  "digest" TEXT NOT NULL,
  "deleted_at" TEXT,
  "meeting_id" INTEGER NOT NULL,
  "agenda_item_id" INTEGER NOT NULL,
  "unanimous" INTEGER NOT NULL CHECK (unanimous IN (0, 1)),
  "votes_for" INTEGER NOT NULL CHECK (votes_for BETWEEN 0 AND 1000000),
  "against" INTEGER NOT NULL CHECK (against BETWEEN 0 AND 1000000),
  "abstained" INTEGER NOT NULL CHECK (abstained BETWEEN 0 AND 1000000),
  "not_voting" INTEGER NOT NULL CHECK (not_voting BETWEEN 0 AND 1000000),
  FOREIGN KEY ("meeting_id") REFERENCES "meeting" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT,
  FOREIGN KEY ("agenda_item_id") REFERENCES "agenda_item" ("id") ON DELETE RESTRICT ON UPDATE RESTRICT) STRICT;
CREATE UNIQUE INDEX "vote_uid" ON "vote" ("uid");
CREATE INDEX "vote_meeting_id" ON "vote" ("meeting_id");
CREATE INDEX "vote_agenda_item_id" ON "vote" ("agenda_item_id");
