CREATE TABLE account (
    id INTEGER PRIMARY KEY, login TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

CREATE TABLE assistance_case (
    id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person (id), town INTEGER NOT NULL,
    village INTEGER NOT NULL, live INTEGER NOT NULL, sort TEXT NOT NULL, categories INTEGER NOT NULL,
    visit_class INTEGER, version INTEGER NOT NULL, state BLOB NOT NULL, stage TEXT NOT NULL DEFAULT 'listed', goal INTEGER NOT NULL DEFAULT 0, counted INTEGER NOT NULL DEFAULT 1, helper INTEGER) STRICT;

CREATE INDEX assistance_case_counted ON assistance_case
(village, sort, id, counted) WHERE counted = 1;

CREATE INDEX assistance_case_counted_town ON assistance_case
(town, village, sort, id, counted) WHERE counted = 1;

CREATE INDEX assistance_case_goal ON assistance_case
(goal, village, sort, id, counted) WHERE counted = 1;

CREATE INDEX assistance_case_goal_town ON assistance_case
(goal, town, village, sort, id, counted) WHERE counted = 1;

CREATE INDEX assistance_case_helper ON assistance_case
(helper, village, sort, id, town, stage, goal, counted) WHERE helper IS NOT NULL;

CREATE INDEX assistance_case_ledger ON assistance_case
(village, sort, id, categories, visit_class, live) WHERE live = 1;

CREATE INDEX assistance_case_ledger_town ON assistance_case
(town, village, sort, id, categories, visit_class, live) WHERE live = 1;

CREATE UNIQUE INDEX assistance_case_live ON assistance_case (person) WHERE live = 1;

CREATE INDEX assistance_case_person ON assistance_case (person, live, id);

CREATE INDEX assistance_case_stage ON assistance_case (stage, village, sort, id, goal);

CREATE INDEX assistance_case_stage_town ON assistance_case (stage, town, village, sort, id, goal);

CREATE INDEX assistance_case_sum ON assistance_case
(village, stage, goal, helper, counted) WHERE counted = 1;

CREATE INDEX assistance_case_village ON assistance_case (village, id);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    account INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT,
    subject INTEGER,
    detail TEXT NOT NULL,
    link BLOB NOT NULL) STRICT;

CREATE INDEX audit_subject ON audit (subject_kind, subject, seq);

CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE calendar (year INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;

CREATE TABLE chain (name TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, link BLOB NOT NULL) STRICT;

CREATE TABLE counter (kind TEXT NOT NULL PRIMARY KEY, last INTEGER NOT NULL) STRICT;

CREATE TABLE credential (
    account INTEGER PRIMARY KEY, hash TEXT NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER) STRICT;

CREATE TABLE draft (
    sheet TEXT NOT NULL PRIMARY KEY, account INTEGER NOT NULL, interviewed INTEGER NOT NULL,
    content BLOB NOT NULL) STRICT;

CREATE INDEX draft_account ON draft (account, interviewed, sheet);

CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    rule TEXT NOT NULL,
    anchor INTEGER NOT NULL,
    period TEXT NOT NULL,
    unit INTEGER NOT NULL,
    town INTEGER NOT NULL,
    village INTEGER NOT NULL,
    person INTEGER,
    hardness INTEGER NOT NULL,
    owed INTEGER NOT NULL,
    opens INTEGER NOT NULL,
    due INTEGER NOT NULL,
    owner TEXT NOT NULL,
    lapses INTEGER NOT NULL,
    leaves INTEGER NOT NULL,
    pause_by INTEGER,
    pause_first INTEGER,
    pause_until INTEGER,
    clause TEXT NOT NULL,
    provisional INTEGER NOT NULL,
    need INTEGER NOT NULL,
    have INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    outcome_on INTEGER,
    outcome_entered INTEGER,
    outcome_by INTEGER,
    in_time INTEGER,
    entered_late INTEGER NOT NULL,
    grid TEXT,
    period_number INTEGER,
    period_first INTEGER,
    period_last INTEGER, account INTEGER,
    UNIQUE (subject_kind, subject, rule, anchor, period)) STRICT;

CREATE INDEX duty_late_entry ON duty (clause, subject_kind, subject, anchor, entered_late)
WHERE entered_late = 1;

CREATE INDEX duty_owed ON duty (unit, rule, owner, opens, due, lapses, leaves, pause_first, pause_until, account, owed) WHERE owed = 1;

CREATE INDEX duty_work ON duty (hardness, due, id, owner, rule, opens, lapses, leaves, pause_first, pause_until, owed, account) WHERE owed = 1;

CREATE INDEX duty_work_town ON duty (town, hardness, due, id, owner, rule, opens, lapses, leaves, pause_first, pause_until, owed, account) WHERE owed = 1;

CREATE INDEX duty_work_village ON duty (village, hardness, due, id, owner, rule, opens, lapses, leaves, pause_first, pause_until, owed, account) WHERE owed = 1;

CREATE TABLE employer (
    id INTEGER PRIMARY KEY, code TEXT, name TEXT NOT NULL, regular INTEGER NOT NULL, live INTEGER NOT NULL,
    version INTEGER NOT NULL, town INTEGER NOT NULL, village INTEGER NOT NULL,
    state BLOB NOT NULL) STRICT;

CREATE INDEX employer_code ON employer (code, id) WHERE live = 1;

CREATE INDEX employer_name ON employer (name, id) WHERE live = 1;

CREATE TABLE fair (
    id INTEGER PRIMARY KEY, day INTEGER NOT NULL, announced INTEGER NOT NULL, version INTEGER NOT NULL,
    town INTEGER NOT NULL, village INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

CREATE INDEX fair_day ON fair (day, id, announced, town, village);

CREATE TABLE household (
    id INTEGER PRIMARY KEY, village INTEGER NOT NULL, number TEXT NOT NULL, dissolved INTEGER NOT NULL,
    version INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

CREATE INDEX household_number ON household (village, number);

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, digest TEXT NOT NULL, town INTEGER NOT NULL, village INTEGER NOT NULL,
    undone INTEGER NOT NULL, version INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

CREATE INDEX import_batch_digest ON import_batch (digest, kind, undone, id);

CREATE INDEX import_batch_town ON import_batch (town, id);

CREATE INDEX import_batch_village ON import_batch (village, id);

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject INTEGER NOT NULL,
    act INTEGER NOT NULL,
    kind TEXT NOT NULL,
    shape INTEGER NOT NULL,
    occurred INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    account INTEGER NOT NULL,
    batch INTEGER,
    fields TEXT NOT NULL,
    refers INTEGER,
    withdraws INTEGER,
    payload BLOB NOT NULL,
    link BLOB NOT NULL,
    UNIQUE (subject_kind, subject, act)) STRICT;

CREATE INDEX journal_batch ON journal (batch, subject_kind, subject, act) WHERE batch IS NOT NULL;

CREATE INDEX journal_rules ON journal (subject_kind, subject)
WHERE kind NOT IN ('entered', 'corrected', 'moved', 'left', 'returned', 'merged', 'absorbed', 'unmerged', 'released', 'household-founded', 'household-split', 'household-relocated', 'household-dissolved', 'account-changed', 'file-imported', 'import-undone');

CREATE INDEX journal_visit ON journal (subject, occurred)
WHERE subject_kind = 'case' AND kind = 'visited';

CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END;

CREATE TABLE key_proof (id INTEGER PRIMARY KEY, sealed BLOB NOT NULL, keyed BLOB NOT NULL) STRICT;

CREATE TABLE match_answer (
    place INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, version INTEGER NOT NULL, offers INTEGER NOT NULL,
    unserved TEXT) STRICT;

CREATE UNIQUE INDEX match_answer_case ON match_answer (case_id);

CREATE TABLE match_run (
    id INTEGER PRIMARY KEY, round TEXT NOT NULL, account INTEGER NOT NULL, recorded INTEGER NOT NULL,
    day INTEGER NOT NULL, rules TEXT NOT NULL, figures TEXT NOT NULL) STRICT;

CREATE TRIGGER match_run_no_delete BEFORE DELETE ON match_run
BEGIN SELECT RAISE(ABORT, 'match_run is append-only'); END;

CREATE TRIGGER match_run_no_update BEFORE UPDATE ON match_run
BEGIN SELECT RAISE(ABORT, 'match_run is append-only'); END;

CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;

CREATE TABLE once (
    token TEXT NOT NULL PRIMARY KEY, subject_kind TEXT NOT NULL, subject INTEGER NOT NULL,
    recorded INTEGER NOT NULL) STRICT;

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY, system TEXT NOT NULL, kind TEXT NOT NULL, case_id INTEGER NOT NULL, act INTEGER NOT NULL,
    made INTEGER NOT NULL, state TEXT NOT NULL, file TEXT, account INTEGER, at INTEGER,
    reason TEXT NOT NULL, corrects INTEGER, town INTEGER NOT NULL, village INTEGER NOT NULL) STRICT;

CREATE INDEX outbox_act ON outbox (case_id, act);

CREATE INDEX outbox_file ON outbox (file, id) WHERE file IS NOT NULL;

CREATE INDEX outbox_state ON outbox (system, state, id, town, village);

CREATE TABLE paper (
    case_id INTEGER NOT NULL, kind TEXT NOT NULL, act INTEGER NOT NULL, unit INTEGER NOT NULL,
    year INTEGER NOT NULL, number INTEGER NOT NULL, issued INTEGER NOT NULL, account INTEGER NOT NULL,
    PRIMARY KEY (case_id, kind, act)) STRICT;

CREATE UNIQUE INDEX paper_series ON paper (unit, kind, year, number);

CREATE TRIGGER paper_no_delete BEFORE DELETE ON paper
BEGIN SELECT RAISE(ABORT, 'paper is append-only'); END;

CREATE TRIGGER paper_no_update BEFORE UPDATE ON paper
BEGIN SELECT RAISE(ABORT, 'paper is append-only'); END;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    town INTEGER NOT NULL,
    village INTEGER NOT NULL,
    household INTEGER NOT NULL,
    roll INTEGER NOT NULL,
    sort TEXT NOT NULL,
    name TEXT NOT NULL,
    presence TEXT NOT NULL,
    left_on INTEGER,
    merged_into INTEGER,
    working_from INTEGER NOT NULL,
    working_until INTEGER NOT NULL,
    survey_round INTEGER,
    survey_state TEXT,
    survey_act INTEGER,
    survey_on INTEGER,
    survey_edition INTEGER,
    identity_key BLOB,
    tail_key BLOB,
    mobile_key BLOB,
    home_key BLOB,
    version INTEGER NOT NULL,
    case_id INTEGER,
    categories INTEGER NOT NULL DEFAULT 0,
    visit_class INTEGER,
    card BLOB NOT NULL,
    state BLOB NOT NULL) STRICT;

CREATE INDEX person_home ON person (home_key) WHERE home_key IS NOT NULL;

CREATE INDEX person_household ON person (household, roll);

CREATE INDEX person_identity ON person (identity_key) WHERE identity_key IS NOT NULL;

CREATE INDEX person_listed ON person (sort, id, categories, visit_class)
WHERE case_id IS NOT NULL;

CREATE INDEX person_listed_town ON person (town, sort, id, categories, visit_class)
WHERE case_id IS NOT NULL;

CREATE INDEX person_listed_village ON person (village, sort, id, categories, visit_class)
WHERE case_id IS NOT NULL;

CREATE INDEX person_mobile ON person (mobile_key) WHERE mobile_key IS NOT NULL;

CREATE INDEX person_namesake ON person (sort, working_from, roll) WHERE roll = 1;

CREATE INDEX person_order ON person (roll, sort, id);

CREATE INDEX person_order_town ON person (roll, town, sort, id);

CREATE INDEX person_order_village ON person (roll, village, sort, id);

CREATE INDEX person_survey ON person
(roll, village, survey_round, survey_state, working_from, working_until);

CREATE INDEX person_tail ON person (tail_key, town, village) WHERE tail_key IS NOT NULL;

CREATE INDEX person_working ON person (working_until, roll) WHERE roll = 1;

CREATE VIRTUAL TABLE person_text USING fts5(terms, tokenize = 'ascii');

CREATE TABLE print_paper (
    run INTEGER NOT NULL, place INTEGER NOT NULL, case_id INTEGER NOT NULL, act INTEGER NOT NULL,
    reprint INTEGER NOT NULL, PRIMARY KEY (run, place)) STRICT;

CREATE TRIGGER print_paper_no_delete BEFORE DELETE ON print_paper
BEGIN SELECT RAISE(ABORT, 'print_paper is append-only'); END;

CREATE TRIGGER print_paper_no_update BEFORE UPDATE ON print_paper
BEGIN SELECT RAISE(ABORT, 'print_paper is append-only'); END;

CREATE TABLE print_run (
    id INTEGER PRIMARY KEY, token TEXT NOT NULL, kind TEXT NOT NULL, unit INTEGER NOT NULL, shape TEXT NOT NULL,
    account INTEGER NOT NULL, recorded INTEGER NOT NULL, day INTEGER NOT NULL) STRICT;

CREATE INDEX print_run_account ON print_run (account, id);

CREATE UNIQUE INDEX print_run_token ON print_run (token);

CREATE TRIGGER print_run_no_delete BEFORE DELETE ON print_run
BEGIN SELECT RAISE(ABORT, 'print_run is append-only'); END;

CREATE TRIGGER print_run_no_update BEFORE UPDATE ON print_run
BEGIN SELECT RAISE(ABORT, 'print_run is append-only'); END;

CREATE TABLE proposal (
    case_id INTEGER NOT NULL, place INTEGER NOT NULL, vacancy INTEGER NOT NULL, score INTEGER NOT NULL,
    PRIMARY KEY (case_id, place)) STRICT;

CREATE TABLE recommendation (
    case_id INTEGER NOT NULL, act INTEGER NOT NULL, phase TEXT NOT NULL, since INTEGER NOT NULL,
    level TEXT NOT NULL, employer TEXT NOT NULL, vacancy INTEGER, interview_day INTEGER,
    interviewed INTEGER NOT NULL, hired INTEGER NOT NULL, town INTEGER NOT NULL, village INTEGER NOT NULL,
    PRIMARY KEY (case_id, act)) STRICT;

CREATE INDEX recommendation_interview ON recommendation
(interview_day, case_id, act, town, village) WHERE interview_day IS NOT NULL;

CREATE INDEX recommendation_phase ON recommendation
(phase, since, case_id, act, level, employer, town, village);

CREATE INDEX recommendation_town ON recommendation
(town, phase, since, case_id, act, level, employer);

CREATE INDEX recommendation_vacancy ON recommendation (vacancy, interviewed, hired)
WHERE vacancy IS NOT NULL;

CREATE INDEX recommendation_village ON recommendation
(village, phase, since, case_id, act, level, employer);

CREATE TABLE round (
    id INTEGER PRIMARY KEY, village INTEGER NOT NULL, year INTEGER NOT NULL, version INTEGER NOT NULL,
    state BLOB NOT NULL) STRICT;

CREATE UNIQUE INDEX round_village ON round (village, year);

CREATE INDEX round_year ON round (year, id);

CREATE TABLE serial (
    unit INTEGER NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
    case_id INTEGER NOT NULL, act INTEGER NOT NULL,
    PRIMARY KEY (unit, series, year, number)) STRICT;

CREATE UNIQUE INDEX serial_act ON serial (case_id, act, series);

CREATE TRIGGER serial_no_delete BEFORE DELETE ON serial
BEGIN SELECT RAISE(ABORT, 'serial is append-only'); END;

CREATE TRIGGER serial_no_update BEFORE UPDATE ON serial
BEGIN SELECT RAISE(ABORT, 'serial is append-only'); END;

CREATE TABLE session (
    digest TEXT NOT NULL PRIMARY KEY, account INTEGER NOT NULL, began INTEGER NOT NULL,
    last_seen INTEGER NOT NULL, seed TEXT NOT NULL) STRICT;

CREATE INDEX session_account ON session (account);

CREATE TABLE set_aside (
    case_id INTEGER NOT NULL, vacancy INTEGER NOT NULL, reason TEXT NOT NULL, account INTEGER NOT NULL,
    recorded INTEGER NOT NULL, PRIMARY KEY (case_id, vacancy)) STRICT;

CREATE TRIGGER set_aside_no_delete BEFORE DELETE ON set_aside
BEGIN SELECT RAISE(ABORT, 'set_aside is append-only'); END;

CREATE TRIGGER set_aside_no_update BEFORE UPDATE ON set_aside
BEGIN SELECT RAISE(ABORT, 'set_aside is append-only'); END;

CREATE TABLE sheet (
    sheet TEXT NOT NULL PRIMARY KEY, person INTEGER NOT NULL, act INTEGER NOT NULL,
    round INTEGER NOT NULL) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY, level TEXT NOT NULL, parent INTEGER, code TEXT, since_day INTEGER NOT NULL, until_day INTEGER,
    version INTEGER NOT NULL, state BLOB NOT NULL) STRICT;

CREATE INDEX unit_parent ON unit (parent, level, id);

CREATE TABLE vacancy (
    id INTEGER PRIMARY KEY, employer INTEGER NOT NULL, closed INTEGER NOT NULL, seats INTEGER NOT NULL,
    valid_through INTEGER NOT NULL, verified_on INTEGER, level TEXT NOT NULL,
    occupation TEXT NOT NULL, education INTEGER NOT NULL, shift TEXT, pay_through INTEGER NOT NULL,
    place INTEGER, version INTEGER NOT NULL, town INTEGER NOT NULL, village INTEGER NOT NULL,
    state BLOB NOT NULL) STRICT;

CREATE INDEX vacancy_employer ON vacancy (employer, id);

CREATE INDEX vacancy_offered ON vacancy
(id, valid_through, verified_on, level, occupation, education, shift, pay_through, place, town,
village, employer, seats, closed) WHERE closed = 0 AND seats > 0;
