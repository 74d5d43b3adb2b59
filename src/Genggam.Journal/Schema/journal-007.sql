-- What became of a law, and that owners settled it for their services. Nothing is changed afterwards.
CREATE TABLE law_note (
    law TEXT NOT NULL,
    number $int NOT NULL,
    kind TEXT NOT NULL,
    day TEXT,
    service TEXT,
    note TEXT NOT NULL,
    actor TEXT NOT NULL,
    at $int NOT NULL,
    PRIMARY KEY (law, number)
);
