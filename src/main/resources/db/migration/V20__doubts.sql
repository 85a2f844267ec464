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

-- Which record a thing at the partner came of, such as an order: what is found there later is nobody else's, of no tenant.
create table placement (
    interface text   not null,
    row_key   text   not null,
    record_id bigint not null references record,
    primary key (interface, row_key)
);
create index placement_record on placement (record_id);

-- What a person decides about a write in doubt; carried out with the next turn. answer: what the partner would have answered if the write
-- was placed, such as {"order_ids": ["CS1"]}; null if that is not known.
create function decide_doubt(
    of_tenant text, of_interface text, of_document text, decided text, who text, why text, told json default null)
returns boolean language plpgsql as $$
declare
    doubtful bigint;
begin
    if decided not in ('PLACED', 'NOT_PLACED', 'REFUSED') then
        raise exception 'A verdict is PLACED, NOT_PLACED or REFUSED';
    end if;
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever decides has a name and a reason';
    end if;
    if told is not null and decided <> 'PLACED' then
        raise exception 'Only a write that was placed has an answer';
    end if;
    select id into doubtful from record
        where tenant = of_tenant and interface = of_interface and document = of_document and state = 'IN_DOUBT' for update;
    update doubt set verdict = decided, answer = told, decided_by = trim(who), reason = trim(why), decided_at = now()
        where record_id = doubtful and closed_at is null and decided_at is null;
    if not found then
        return false;
    end if;
    update record set due_at = now() where id = doubtful;
    return true;
end $$;
