CREATE TABLE key_store (
    store_id $blob NOT NULL PRIMARY KEY,
    master_check $blob NOT NULL
);
