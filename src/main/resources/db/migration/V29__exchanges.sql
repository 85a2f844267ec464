set local lock_timeout = '5s';
-- What was sent and received with an attempt: a row for each, neither changed afterwards. Without a reference to the attempt, which would
-- cost each call two more looks; what goes by age goes earlier than the attempts, and whoever deletes an attempt deletes this.
create table exchange (
    attempt_id  bigint      not null,
    way         text        not null check (way in ('SENT', 'RECEIVED')),
    at          timestamptz not null default clock_timestamp(),
    -- The attempt of another record that went into the same call, with which the content stands. Null: here.
    shared_with bigint,
    -- Of the key that the content is encrypted with. Null: it is not, and holds nothing but what is known to be harmless.
    key_id      text,
    content     bytea,
    -- Bytes of the whole body, if not all of them are kept.
    cut_from    int,
    -- What was found out about a refused signature, in both languages.
    finding     text,
    finding_zh  text,
    primary key (attempt_id, way)
);
-- It is compressed already.
alter table exchange alter column content set storage external;
