-- A walk through the draft of a change: one for each change and person, and gone with the change.
CREATE TABLE draft_walk (
    change_id $blob NOT NULL,
    actor TEXT NOT NULL,
    version $int NOT NULL,
    changed_at $int NOT NULL,
    content $blob NOT NULL,
    PRIMARY KEY (change_id, actor)
);
