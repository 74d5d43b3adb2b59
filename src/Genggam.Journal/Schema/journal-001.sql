CREATE TABLE journal_head (
    name TEXT NOT NULL PRIMARY KEY,
    position $int NOT NULL
);
INSERT INTO journal_head (name, position) VALUES ('entry', 0), ('access', 0);

CREATE TABLE entry (
    position $int NOT NULL PRIMARY KEY,
    case_id $blob NOT NULL,
    sequence $int NOT NULL,
    at $int NOT NULL,
    kind TEXT NOT NULL,
    version $int NOT NULL,
    open $blob NOT NULL,
    sealed $blob NOT NULL,
    hash $blob NOT NULL
);
CREATE UNIQUE INDEX entry_case ON entry (case_id, sequence);

CREATE TABLE answered (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    body_hash $blob NOT NULL,
    result $blob NOT NULL,
    at $int NOT NULL,
    PRIMARY KEY (actor, key)
) $rowless;

CREATE TABLE outbox (
    effect_id TEXT NOT NULL PRIMARY KEY,
    case_id $blob NOT NULL,
    kind TEXT NOT NULL,
    open $blob NOT NULL,
    due_at $int,
    ready_at $int NOT NULL,
    attempts $int NOT NULL,
    lease $blob,
    state $int NOT NULL,
    error TEXT
);
CREATE INDEX outbox_ready ON outbox (ready_at, effect_id) WHERE state = 0;
CREATE INDEX outbox_case ON outbox (case_id);

CREATE TABLE case_summary (
    case_id $blob NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    service TEXT NOT NULL,
    release_hash TEXT NOT NULL,
    agency TEXT NOT NULL,
    region TEXT,
    state TEXT NOT NULL,
    outcome TEXT,
    opened_at $int NOT NULL,
    deadline $int,
    applicant $blob NOT NULL,
    follow_code_hash $blob,
    step TEXT,
    sequence $int NOT NULL,
    changed_at $int NOT NULL
);
CREATE UNIQUE INDEX case_number ON case_summary (number);
CREATE INDEX case_applicant ON case_summary (applicant, opened_at, case_id);
CREATE INDEX case_agency ON case_summary (agency, opened_at, case_id);
CREATE INDEX case_agency_service ON case_summary (agency, service, state, opened_at, case_id);
CREATE INDEX case_agency_state ON case_summary (agency, state, opened_at, case_id);
CREATE INDEX case_service ON case_summary (service, opened_at, case_id);

CREATE TABLE task (
    task_id TEXT NOT NULL PRIMARY KEY,
    case_id $blob NOT NULL,
    agency TEXT NOT NULL,
    role TEXT NOT NULL,
    service TEXT NOT NULL,
    element TEXT NOT NULL,
    case_number TEXT NOT NULL,
    opened_at $int NOT NULL,
    due_at $int NOT NULL,
    assignee TEXT
);
CREATE INDEX task_due ON task (agency, due_at, task_id);
CREATE INDEX task_assignee ON task (agency, assignee, due_at, task_id);
CREATE INDEX task_case ON task (case_id);
CREATE INDEX task_number ON task (agency, case_number);

CREATE TABLE case_term (
    term $blob NOT NULL,
    case_id $blob NOT NULL,
    subject_id $blob NOT NULL,
    PRIMARY KEY (term, case_id, subject_id)
) $rowless;
CREATE INDEX case_term_subject ON case_term (subject_id);

CREATE TABLE access (
    position $int NOT NULL PRIMARY KEY,
    case_id $blob NOT NULL,
    sequence $int NOT NULL,
    at $int NOT NULL,
    version $int NOT NULL,
    actor TEXT NOT NULL,
    role TEXT NOT NULL,
    agency TEXT NOT NULL,
    purpose TEXT NOT NULL,
    hash $blob NOT NULL
);
CREATE UNIQUE INDEX access_case ON access (case_id, sequence);

CREATE TABLE checkpoint (
    size $int NOT NULL,
    access_size $int NOT NULL,
    at $int NOT NULL,
    note TEXT NOT NULL,
    tree $blob NOT NULL,
    access_tree $blob NOT NULL,
    PRIMARY KEY (size, access_size)
);

CREATE TABLE application_draft (
    draft_id $blob NOT NULL PRIMARY KEY,
    owner $blob NOT NULL,
    service TEXT NOT NULL,
    release_hash TEXT NOT NULL,
    version $int NOT NULL,
    changed_at $int NOT NULL,
    sealed $blob NOT NULL
);
CREATE INDEX application_draft_owner ON application_draft (owner, changed_at);

CREATE TABLE blob (
    blob_id $blob NOT NULL PRIMARY KEY,
    subject_id $blob NOT NULL,
    case_id $blob,
    name_sealed $blob NOT NULL,
    media_type TEXT NOT NULL,
    size $int NOT NULL,
    content_hash $blob NOT NULL,
    chunks $int NOT NULL,
    at $int NOT NULL
);
CREATE INDEX blob_case ON blob (case_id);

CREATE TABLE blob_chunk (
    blob_id $blob NOT NULL,
    ordinal $int NOT NULL,
    sealed $blob NOT NULL,
    PRIMARY KEY (blob_id, ordinal)
);

CREATE TABLE issued_document (
    code TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL,
    case_id $blob NOT NULL,
    letter TEXT NOT NULL,
    content_hash $blob NOT NULL,
    holder $blob NOT NULL,
    holder_sealed $blob NOT NULL,
    status TEXT NOT NULL,
    issued_at $int NOT NULL,
    valid_until $int,
    reason TEXT,
    replaced_by TEXT,
    changed_at $int NOT NULL,
    effect_id TEXT NOT NULL
);
CREATE INDEX issued_document_hash ON issued_document (content_hash);
CREATE INDEX issued_document_case ON issued_document (case_id);
CREATE UNIQUE INDEX issued_document_effect ON issued_document (effect_id);

CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value $int NOT NULL
);
CREATE TABLE counter_number (
    name TEXT NOT NULL,
    effect_id TEXT NOT NULL,
    value $int NOT NULL,
    PRIMARY KEY (name, effect_id)
) $rowless;

CREATE TABLE erasure (
    subject_id $blob NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at $int NOT NULL
);
