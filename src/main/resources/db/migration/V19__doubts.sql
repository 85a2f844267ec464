set local lock_timeout = '5s';
-- What became of a write in doubt is asked of the partner by reads: ASKING while a replica does so. Not validated: the old check was stricter.
alter table record drop constraint record_state_check;
alter table record add constraint record_state_check
    check (state in ('DUE', 'CLAIMED', 'SENT', 'ASKING', 'OK', 'PARTIAL', 'REFUSED', 'FAILED', 'IN_DOUBT')) not valid;

-- A write whose outcome is unknown, from then on until somebody says what became of it: the partner's reads, or a person. Writes that
-- were in doubt before this table are answered for good and have no row.
create table doubt (
    id         bigint generated always as identity primary key,
    record_id  bigint      not null references record,
    attempt_id bigint      not null references attempt,
    opened_at  timestamptz not null default now(),
    -- where the question goes on; null: at its beginning
    cursor     json,
    -- rounds of reads that have come to a verdict, and how many of them in a row said that nothing was placed
    rounds     int         not null default 0,
    proofs     int         not null default 0,
    -- what the last round saw, in words
    evidence   text,
    -- nobody asks the partner any more
    left_at    timestamptz,
    verdict    text check (verdict in ('PLACED', 'NOT_PLACED', 'REFUSED')),
    -- a person's decision, with what the partner would have answered if the write was placed
    decided_by text,
    reason     text,
    answer     json,
    decided_at timestamptz,
    closed_at  timestamptz
);
create unique index doubt_open on doubt (record_id) where closed_at is null;
create index doubt_record on doubt (record_id);

-- Which record a thing at the partner came of, such as an order: what is found there later is nobody else's.
create table placement (
    tenant    text   not null,
    interface text   not null,
    row_key   text   not null,
    record_id bigint not null references record,
    primary key (tenant, interface, row_key)
);
create index placement_record on placement (record_id);
