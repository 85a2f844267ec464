set local lock_timeout = '5s';
-- A record whose next call could not be made for long, for a reason that is not its own: PARKED, until a person decides. Not validated: the
-- old check was stricter.
alter table record drop constraint record_state_check;
alter table record add constraint record_state_check
    check (state in ('DUE', 'CLAIMED', 'SENT', 'ASKING', 'PARKED', 'OK', 'PARTIAL', 'REFUSED', 'FAILED', 'IN_DOUBT')) not valid;
-- Since when its next call is put off again and again without being counted; "code" and "text" say why. Null: it is not.
alter table record add column waiting_since timestamptz;

create table parking (
    id         bigint      generated always as identity primary key,
    record_id  bigint      not null references record,
    parked_at  timestamptz not null default now(),
    -- the last technical failure
    code       text,
    text       text,
    verdict    text        check (verdict in ('RETRY', 'REFUSE')),
    decided_by text,
    reason     text,
    decided_at timestamptz
);
create unique index parking_open on parking (record_id) where decided_at is null;
create index parking_record on parking (record_id);

-- Another edition of the answer is owed to everybody who was told of the record. Who is being told at this moment is waited for.
create function tell_again(of_record bigint) returns void language plpgsql as $$
begin
    perform id from batch where id in (select batch_id from batch_record where record_id = of_record and not conflict)
        order by id for no key update;
    update batch set pending = true from batch_record
        where batch_id = batch.id and record_id = of_record and not conflict and answered_at is not null;
end $$;

-- What a person decides about a parked document. RETRY: it is due, and may wait as long as a new one. REFUSE: it is answered so, with the
-- name and the reason. False: it is not parked.
create function decide_parked(of_tenant text, of_interface text, of_document text, decided text, who text, why text)
returns boolean language plpgsql as $$
declare
    parked bigint;
begin
    if decided not in ('RETRY', 'REFUSE') then
        raise exception 'A decision is RETRY or REFUSE';
    end if;
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever decides has a name and a reason';
    end if;
    select id into parked from record
        where tenant = of_tenant and interface = of_interface and document = of_document and state = 'PARKED' for update;
    if not found then
        return false;
    end if;
    update parking set verdict = decided, decided_by = trim(who), reason = trim(why), decided_at = now()
        where record_id = parked and decided_at is null;
    perform tell_again(parked);
    if decided = 'RETRY' then
        update record set state = 'DUE', due_at = now(), changed_at = now(), tries = 0, restarts = 0,
            code = null, text = null, text_zh = null
            where id = parked;
    else
        update record set state = 'REFUSED', changed_at = now(), code = 'BRIDGE.DECIDED', text = trim(who) || ': ' || trim(why), text_zh = null,
            content = case when one_time is null then content
                else (select coalesce(json_object_agg(key, value), '{}') from json_each(content) where key <> all (one_time)) end,
            one_time = null
            where id = parked;
    end if;
    return true;
end $$;
