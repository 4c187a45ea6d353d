"""Sentences for what the data, files, papers and imports are refused with; `tui.messages` speaks them."""

from tui.texts import N_

DATA = {
    "already_open": N_("Birikme is open already: {who}, {since}."),
    "backup_exists": N_("This file is there already and stays as it is: {file}"),
    "backup_missing": N_("There is no such copy: {file}"),
    "copy_differs": N_("This copy is damaged: the file is not as it was written ({name}). Take another one."),
    "data_damaged": N_("The data file is damaged. Put a copy back: birikme restore FILE"),
    "data_empty": N_("The data file is empty (0 bytes). Put a copy back: birikme restore FILE"),
    "data_lost": N_("The data file is gone from this folder: {folder}. Put a copy back: birikme restore FILE"),
    "data_missing": N_("There are no data in this folder yet: {folder}"),
    "data_newer": N_("The data were made by a newer version ({version}). Install that version to open them."),
    "data_not_birikme": N_("This is not a data file of Birikme. It was not changed: {file}"),
    "data_read_only": N_("This folder can only be looked at: there is no right to write to it."),
    "data_unopened": N_("The data file cannot be opened now ({reason}): {file}"),
    "log_missing": N_("The last sitting was cut off, and the file with its last changes is gone: {file}"),
    "migration_failed": N_(
        "The data of the older version could not be brought up to date. The file is as it was; a copy stands in "
        "backups: {copy}"
    ),
    "data_older": N_("The data were made by an older version. Open Birikme once, and they are brought up to date."),
    "data_unreadable": N_("The data file cannot be read now ({reason}): {file}"),
    "folder_above_missing": N_("There is no such folder: {folder}. Is the stick put in?"),
    "folder_of_the_data": N_("This is inside the data folder, where copies are kept anyway. Choose another place."),
    "folder_no_permission": N_("There is no right to write to this folder: {folder}. Choose another one."),
    "stopped_disk_full": N_("Stopped: no room on the disk. Nothing older was damaged. Make room, then do it again."),
    "stopped_disk_error": N_(
        "Stopped: the disk could not be read or written ({reason}). Nothing older was damaged. Do it again."
    ),
    "stopped_data_busy": N_("Another program is using the data just now. Do it again in a moment."),
    "folder_taken": N_("There are data in this folder already: {folder}. Choose an empty one with --data."),
    "no_association": N_("There is no association yet: open Birikme and answer its three questions."),
    "no_terminal": N_("The screen needs a terminal. What works without one: birikme --help"),
    "school_missing": N_("There is no school yet: open Birikme and answer its three questions."),
    "second_disk_full": N_("The second folder of copies is full; the copy in the data folder is made: {folder}"),
    "second_not_written": N_("The second folder takes no copies; the copy in the data folder is made: {folder}"),
    "unknown_field": N_("Such a field is not known."),
    "unknown_setting": N_("Such a setting is not known."),
}

CHECK = {
    "evaluation_damaged": N_("A closed evaluation was changed from outside: {uid}, version {version}."),
    "file_damaged": N_("The data file is damaged ({message}). Put a copy back: birikme restore FILE"),
    "link_broken": N_("A record points to nothing: {table} {row}."),
    "lock_missing": N_("Locks of finished protocols are missing: {count}."),
    "log_broken": N_("The history was changed from outside at event {event} ({at})."),
    "protocol_damaged": N_("Protocol № {number} ({year}, version {version}) was changed from outside."),
    "row_damaged": N_("A record is damaged: {table} {uid}."),
    "search_differs": N_("The search index lags behind in places: {count}."),
}
"""What `birikme check` finds."""

PAPERS = {
    "file_name_too_long": N_("The file name is too long, choose a shorter one: {name}"),
    "meeting_unknown": N_("There is no meeting № {number}."),
    "file_missing": N_("There is no such file: {file}"),
    "folder_expected_here": N_("This is a file, and a folder is made here: {folder}. Name a directory with -o."),
    "class_expected": N_("A class is expected here, for example 4-А: {text}"),
    "month_outside_year": N_("The month {month} is not in the school year {year}."),
    "uid_unknown": N_("There is no such record for this paper: {uid}"),
    "selector_unknown": N_("This document is not selected by {name}. See: birikme documents"),
}

STAFFING = {
    "day_before_since": N_("This day is before the first one without a teacher ({since})."),
}

IMPORT = {
    "import_bad_value": N_("A value does not fit: {table}, row {row}, {name}. Nothing was taken in."),
    "import_damaged": N_("A record was changed or is damaged: {table}, row {row}. Nothing was taken in."),
    "import_kind_unknown": N_(
        "This cannot be taken in: {name}. Without a word a JSON file, with `members` or `plan` a workbook."
    ),
    "import_log_damaged": N_("The history is damaged at event {event}. Nothing was taken in."),
    "import_missing_field": N_("A field is missing: {table}, row {row}, {name}. Nothing was taken in."),
    "import_not_birikme": N_("This JSON file is not an export of Birikme."),
    "import_not_json": N_("This is not a JSON file, or it is damaged (line {line})."),
    "import_too_large": N_("The file is too large: at most {limit} MB."),
    "import_unknown_field": N_("An unknown field: {table}, row {row}, {name}. Nothing was taken in."),
    "import_unknown_table": N_("An unknown table: {table}. Nothing was taken in."),
    "import_would_overwrite": N_(
        "There are records here already; a JSON file comes into empty data only (--data DIR)."
    ),
    "option_unused": N_("The option {name} does not go with this."),
    "plan_no_header": N_(
        "No column with the contents of the work was found. Make a list to fill in: birikme workbook plan"
    ),
    "workbook_has_problems": N_("Rows to put right: {count}. Nothing was taken in."),
    "workbook_no_header": N_("The workbook has no row of headings. Make an empty one: birikme workbook members"),
    "workbook_not_xlsx": N_("This is not an Excel (.xlsx) file, or it is damaged."),
    "workbook_too_large": N_("The workbook is too large: at most {limit}."),
    "workbook_unsafe": N_("The workbook looks dangerous and was not opened."),
}

OBSERVATIONS = {
    "acquainted_before_lesson": N_("She cannot have read it before the lesson was given ({held})."),
    "aspect_scored": N_("Sheets have scored this aspect: {count}. Switch it off instead: Space."),
    "finished_before_begin": N_("The study cannot be finished before it began ({begins})."),
    "not_a_lesson": N_("Only an open lesson or a visit has an analysis sheet."),
    "part_known": N_("This is among what was looked at already."),
    "present_more_than_listed": N_("More are present than the class has: {listed}."),
    "score_outside_scale": N_("A score is from 1 to {highest} here."),
}

PLAN = {
    "approval_order": N_("This step cannot be before the one before it ({day})."),
    "line_cancelled": N_("This line was taken out of the plan."),
    "line_done": N_("This line is done already. Open it again first."),
    "line_has_proofs": N_("Something proves this line: take the proof away first, or cancel the line."),
    "line_open": N_("Nothing was noted about this line yet."),
    "meeting_not_held": N_("Meeting № {number} was not held: it proves nothing."),
    "owner_left": N_("No longer a member at that time: {name}. Choose somebody else."),
    "plan_empty": N_("There is nothing in this plan yet."),
    "plan_missing": N_("There is no plan of the year before."),
    "plan_not_empty": N_("There are lines in this year's plan already: {count}."),
    "plan_part_unknown": N_("There is no such quarter or month."),
    "plan_unchanged": N_("Nothing has changed since version {version}."),
    "number_not_typed": N_("Type the number {count}, or press Esc: then nothing changes."),
    "not_happened": N_("It is not marked as held (a document as studied, a study as finished): do that first."),
    "proof_known": N_("This proves the line already."),
    "proof_missing": N_(
        "Choose what did it: a meeting, its question, a task, a lesson or an event, a test, a document."
    ),
    "section_not_empty": N_("There are lines in this section: {count}. Move them first."),
    "section_number_taken": N_("There is a section {number} already."),
    "task_open": N_("This task is not closed yet: it proves nothing."),
    "term_day_missing": N_("Write the day, for example 15,11."),
    "term_month_unknown": N_("The month is a number from 1 to 12."),
    "term_quarter_unknown": N_("The quarter is a number from 1 to 4."),
    "term_same": N_("This is the term that the line has now."),
}

EVENTS = {
    "activity_cancelled": N_("This was called off. Take that back first: 6."),
    "activity_held": N_("This was held already. Take that back first: 6."),
    "activity_in_use": N_("A lesson analysis, the plan or a study leans on this: it stays. Call it off instead: 5."),
    "activity_not_yet": N_("Its day has not come yet: {day}. Move it first: 4."),
    "day_same": N_("This is the day that it has now."),
    "result_unclear": N_("Write whose result it is: a pupil's name or a class, for example 4А 1 place."),
    "part_of_wrong": N_("This cannot be a part of that week."),
    "week_not_empty": N_("There are events in this week: {count}. Remove them first."),
}

NORMS = {
    "file_empty": N_("This file is empty (0 bytes): {file}"),
    "file_larger": N_("The file is larger than {limit} MB and was not copied: {file}"),
    "file_unreadable": N_("This file cannot be read: {file}"),
    "item_parked": N_("This question was put off. Choose one that was heard."),
    "norm_circle": N_("That document was itself replaced by this one."),
    "norm_known": N_("This document is in the register already: the same title, number and day."),
    "norm_used": N_("A change of the curriculum rests on this document: choose another one there first."),
    "read_before_issue": N_("This day is before the document's own day."),
    "study_before_issue": N_("This day is before the document's own day."),
}

TESTS = {
    "list_unknown": N_("How many are on the list? Write it before the marks: 27 6 10 8 1 2."),
    "listed_missing": N_("How many pupils are on the list? Write it first, for example 28 26 6 10 8 2."),
    "mark_unknown": N_("There is no such mark on this scale."),
    "marks_unequal": N_("The marks are {total}, but {wrote} wrote: both must be the same."),
    "same_over": N_("There can be at most {limit} of these pupils."),
    "mastered_over_wrote": N_("{wrote} wrote, so {mastered} cannot have mastered this: {text}"),
    "pupils_too_many": N_("There are at most {limit} pupils."),
    "requirements_too_many": N_("At most {limit} requirements fit."),
    "results_expected": N_("Type numbers: listed, wrote, then the marks, for example 28 26 6 10 8 2."),
    "test_cancelled": N_("This test was called off. Plan it again first."),
    "test_day_missing": N_("Write the day of the test first: F4."),
    "test_has_results": N_("This test has results. Take them away first."),
    "test_known": N_("Class {class_name} has this test on that day already."),
    "wrote_over_listed": N_("{wrote} wrote, but only {listed} are on the list."),
}
EVALUATIONS = {
    "appeal_answered": N_("This appeal was answered already."),
    "appeal_before": N_("An appeal cannot be before the announcement: {day}."),
    "appeal_criterion": N_("Choose the criterion whose points are changed."),
    "appeal_known": N_("She has an appeal about this criterion that is not answered yet."),
    "appeal_late": N_("One could appeal until {until}. Move the last day first: F4."),
    "appeals_closed": N_("One can appeal after the points were announced and before the evaluation is closed."),
    "appeals_open": N_("Appeals that are not answered yet: {count}."),
    "criteria_adopted": N_("Version {number} is adopted and stays as it is. Make a new version: 1."),
    "criteria_draft_known": N_("Version {number} is a draft still. Change it, or take it away first."),
    "criteria_empty": N_("There are no criteria in it yet: F7 adds one."),
    "criteria_missing": N_("There are no adopted criteria yet. Adopt them first: 2."),
    "criteria_used": N_("An evaluation goes by version {number}: it stays as it is."),
    "criterion_used": N_(
        "An evaluation goes by this criterion: {name}. Take it out of a new version; nothing is lost."
    ),
    "criterion_applies": N_("This criterion is for everybody: give 0 where there is nothing."),
    "day_before_period": N_("This day is before the period begins: {day}."),
    "day_missing": N_("Write the day."),
    "evaluation_announced": N_("The points were announced: only an appeal changes them. Or go back a step: 6."),
    "evaluation_begins": N_("This is the first step."),
    "evaluation_closes": N_("The next step is to close the evaluation."),
    "evaluation_known": N_("There is an evaluation of this period already."),
    "evaluation_missing": N_("There is no evaluation of this time."),
    "evaluation_not_announced": N_("An evaluation is closed after its points were announced."),
    "evaluation_not_closed": N_("This evaluation is not closed."),
    "reward_resolved": N_("The council has resolved already. Take its resolution back first: 3."),
    "evaluation_was_closed": N_("This evaluation was closed once: it is not taken away."),
    "figure_not_now": N_("These points are not given in this step. On the evaluation 1 goes on, 6 goes back."),
    "fund_negative": N_("A fund cannot be below zero."),
    "fund_too_large": N_("This fund is too large: at most {most} som."),
    "fund_zero": N_("The fund is 0. Leave it empty where there is none: then only points are counted."),
    "most_missing": N_("Write how many points it gives at most, for example 10."),
    "nobody_to_rate": N_("Nobody was a member in this period."),
    "points_below": N_("Here it is at least {least}."),
    "points_expected": N_("Points are expected here, for example 7 or 2,5."),
    "points_over_cap": N_("Here it is at most {most}."),
    "points_same": N_("These are the points that she has now."),
    "points_without_proof": N_("This criterion needs a proof: open it with Enter and write it first."),
    "proof_counted": N_("This counts already, for criterion {number}. One thing counts once on a sheet."),
    "reply_missing": N_("Write what was answered."),
    "step_figure_expected": N_("A figure is expected before the points, not «{word}»: 60 10; 45 7."),
    "step_over_cap": N_("{points} points are more than the criterion gives at most: {most}."),
    "rule_for_source": N_("Figures are counted by level, records by item or once: choose the rule that fits."),
    "step_word_unknown": N_("«{word}» is not known here. Known: {known}."),
    "steps_missing": N_("Write for which figure there are how many points: 60 10; 45 7; 30 4."),
    "steps_expected": N_("Type what for and how many points, separated by semicolons: 60 10; 45 7; 30 4."),
    "share_out_of_range": N_("A share is more than 0; of the period at most 1, of the load at most 3."),
}
TASKS = {
    "answer_before": N_("The answer cannot be before the day of the remark: {day}."),
    "deadline_before": N_("This day is before the day on which it was given: {day}."),
    "meeting_over": N_("Meeting № {number} is over: a question is put on the agenda of one to come."),
    "next_meeting_unknown": N_("No meeting is planned yet: type a day."),
    "said_at_meeting": N_("This was said at a meeting: its words are the protocol's."),
    "speech_not_remark": N_("This speech is neither a remark nor an opinion."),
    "task_of_decision": N_("This task is a decision's: it is changed in the meeting's protocol."),
}
"""Tasks, and what is made of other records."""
GROWTH = {
    "ends_before_begins": N_("The end is before the beginning."),
    "own_mentor": N_("Nobody is her own mentor: choose the young teacher."),
}
CURRICULUM = {
    "calendar_plan_known": N_("This teacher's plan for this subject and class is in the register already."),
    "change_known": N_("This change has been entered already: the same text, from the same day."),
    "class_unknown": N_("There is no such class: {text}. For example 4-А."),
    "classes_unknown": N_("Classes are expected here: 4А, 4Б, or 4-класс, 2–4-класс, or all."),
    "hours_week_unclear": N_("The hours a week are more than 0 and at most {most}."),
    "hours_year_unclear": N_("The hours a year are more than 0 and at most {most}."),
    "step_from_test": N_("The test's day comes from the test itself: link it with the key 1."),
}

MARKS = {
    "class_has_marks": N_("Class {name} has marks in this year: take them away first."),
    "class_taken": N_("There is a class {name} in this year already."),
    "exempt_over_listed": N_("More pupils are exempt ({exempt}) than are on the list ({listed})."),
    "grade_out_of_range": N_("A class is expected here, for example 4-А; grades go from 1 to 12."),
    "grade_unmarked": N_("Class {name} has no marks by the rules of the year: change these, or enter only the list."),
    "levels_reversed": N_("The least marks must go down: «5» above «4», «4» above «3»."),
    "marks_expected": N_("Type the marks, {count} numbers from the best one; behind them the not assessed."),
    "marks_no_header": N_(
        "The file has no column «Class» in its first ten rows. A ready table: birikme workbook marks."
    ),
    "marks_unlisted": N_("Counted: {total}, but {due} are due a mark: the list without the exempt."),
    "moves_unequal": N_("At the beginning {start}, came {arrived}, left {departed}: that does not make {listed}."),
    "period_unknown": N_("There is no such period: quarters 1–4, half-years 1–2, the year."),
    "result_over_listed": N_("Counted: {total}, more than are on the list ({listed})."),
    "marks_above_scale": N_("This year has marks above «5»: first take them away or change them."),
    "thresholds_reversed": N_("A fall that calls for attention must be smaller than the one that is an alarm."),
}
