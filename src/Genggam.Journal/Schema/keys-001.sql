CREATE TABLE subject_key (
    subject_id $blob NOT NULL PRIMARY KEY,
    wrapped $blob NOT NULL,
    at $int NOT NULL
);

CREATE TABLE subject_nik (
    blind $blob NOT NULL PRIMARY KEY,
    subject_id $blob NOT NULL
);
CREATE INDEX subject_nik_subject ON subject_nik (subject_id);

CREATE TABLE destroyed (
    subject_id $blob NOT NULL PRIMARY KEY,
    reason TEXT NOT NULL,
    at $int NOT NULL
);
