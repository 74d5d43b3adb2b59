-- Effects that are not tried any more are few and counted once a minute.
CREATE INDEX outbox_given_up ON outbox (effect_id) WHERE state = 3;
