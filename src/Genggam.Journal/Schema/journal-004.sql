-- Which release of a service is in force when.
CREATE TABLE publication (
    service TEXT NOT NULL,
    number $int NOT NULL,
    kind TEXT NOT NULL,
    hash TEXT NOT NULL,
    starts TEXT NOT NULL,
    at $int NOT NULL,
    actor TEXT NOT NULL,
    change_id $blob,
    note TEXT,
    undoes $int,
    PRIMARY KEY (service, number)
);

-- A change of a service: what was done, and the files that it wrote, each under the step that wrote it.
CREATE TABLE service_change (
    change_id $blob NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    title TEXT NOT NULL,
    state TEXT NOT NULL,
    actor TEXT NOT NULL,
    steps $int NOT NULL,
    changed_at $int NOT NULL
);
CREATE INDEX service_change_of ON service_change (service, changed_at, change_id);

CREATE TABLE change_step (
    change_id $blob NOT NULL,
    number $int NOT NULL,
    at $int NOT NULL,
    actor TEXT NOT NULL,
    body $blob NOT NULL,
    PRIMARY KEY (change_id, number)
);

CREATE TABLE change_file (
    change_id $blob NOT NULL,
    number $int NOT NULL,
    path TEXT NOT NULL,
    content $blob,
    PRIMARY KEY (change_id, number, path)
);

CREATE INDEX case_release ON case_summary (service, release_hash, opened_at, case_id);
