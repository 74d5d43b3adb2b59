-- Moves of running cases to another release. What the journal of a case says counts; the rows say how far a move came.
CREATE TABLE migration (
    migration_id $blob NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    state TEXT NOT NULL,
    cases $int NOT NULL,
    at $int NOT NULL,
    changed_at $int NOT NULL,
    body $blob NOT NULL
);
CREATE INDEX migration_service ON migration (service, at, migration_id);
CREATE INDEX migration_state ON migration (state, at, migration_id);

CREATE TABLE migration_case (
    migration_id $blob NOT NULL,
    case_id $blob NOT NULL,
    result TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (migration_id, case_id)
);
CREATE INDEX migration_case_result ON migration_case (migration_id, result, case_id);
