-- What an operator has paused: nothing of it is claimed, and the partner is called for none of it, by no replica and over restarts. Rows
-- stay as history. What rests because the partner wants it so stands in "pause".
create table work_pause (
    id         bigint      generated always as identity primary key,
    -- null: every
    tenant     text,
    interface  text,
    set_by     text        not null,
    reason     text        not null,
    set_at     timestamptz not null default now(),
    -- it ends by itself then; null: when somebody ends it
    until      timestamptz,
    ended_by   text,
    end_reason text,
    ended_at   timestamptz
);
create index work_pause_open on work_pause (id) where ended_at is null;

create function work_is_paused(of_tenant text, of_interface text) returns boolean language sql stable as $$
    select exists (
        select 1 from work_pause
        where ended_at is null and (until is null or until > now())
            and (tenant is null or tenant = of_tenant) and (interface is null or interface = of_interface))
$$;

-- Ends the pause that was set for exactly these; wider and narrower ones stay. False: there was none.
create function resume_work(of_tenant text, of_interface text, who text, why text) returns boolean language plpgsql as $$
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever ends a pause has a name and a reason';
    end if;
    update work_pause set ended_by = trim(who), end_reason = trim(why), ended_at = now()
        where ended_at is null and (until is null or until > now())
            and tenant is not distinct from nullif(trim(of_tenant), '')
            and interface is not distinct from nullif(trim(of_interface), '');
    return found;
end $$;

-- Pauses an interface of a tenant; null: every. Takes the place of a pause of exactly these. Gives its id.
create function pause_work(of_tenant text, of_interface text, who text, why text, up_to timestamptz default null)
returns bigint language plpgsql as $$
declare
    made bigint;
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever pauses work has a name and a reason';
    end if;
    if up_to <= now() then
        raise exception 'A pause ends later than now';
    end if;
    perform resume_work(of_tenant, of_interface, who, 'Paused anew: ' || trim(why));
    insert into work_pause (tenant, interface, set_by, reason, until)
        values (nullif(trim(of_tenant), ''), nullif(trim(of_interface), ''), trim(who), trim(why), up_to)
        returning id into made;
    return made;
end $$;
