-- Every working calendar that entries were decided under.
CREATE TABLE calendar (
    id TEXT NOT NULL PRIMARY KEY,
    content $blob NOT NULL
);

-- Dry runs, each with what was asked, how far it came and what it found.
CREATE TABLE dry_run (
    run_id $blob NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    state TEXT NOT NULL,
    started_at $int NOT NULL,
    held_until $int NOT NULL,
    holder $blob,
    asked $blob NOT NULL,
    progress $blob NOT NULL
);
CREATE INDEX dry_run_service ON dry_run (service, started_at, run_id);

-- The cases that a dry run would change, in its order.
CREATE TABLE dry_run_case (
    run_id $blob NOT NULL,
    ordinal $int NOT NULL,
    class TEXT NOT NULL,
    case_id $blob NOT NULL,
    content $blob NOT NULL,
    PRIMARY KEY (run_id, ordinal)
);
CREATE INDEX dry_run_case_class ON dry_run_case (run_id, class, ordinal);
