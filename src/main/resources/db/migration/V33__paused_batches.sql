set local lock_timeout = '5s';
-- A batch that an operator holds. Null: a pause of tenants and interfaces.
alter table work_pause add column batch_id bigint;

create or replace function work_is_paused(of_tenant text, of_interface text) returns boolean language sql stable as $$
    select exists (
        select 1 from work_pause
        where ended_at is null and (until is null or until > now()) and batch_id is null
            and (tenant is null or tenant = of_tenant) and (interface is null or interface = of_interface))
$$;

create function batch_is_paused(of_batch bigint) returns boolean language sql stable as $$
    select exists (select 1 from work_pause where ended_at is null and batch_id = of_batch)
$$;

create or replace function resume_work(of_tenant text, of_interface text, who text, why text) returns boolean language plpgsql as $$
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever ends a pause has a name and a reason';
    end if;
    update work_pause set ended_by = trim(who), end_reason = trim(why), ended_at = now()
        where ended_at is null and (until is null or until > now()) and batch_id is null
            and tenant is not distinct from nullif(trim(of_tenant), '')
            and interface is not distinct from nullif(trim(of_interface), '');
    return found;
end $$;

-- Nothing more of a batch is sent until somebody ends that. What is due is not due until then: so a claim does not have to pass by it, however
-- long the batch. False: there is no such batch, it is answered, or paused already.
create function pause_batch(of_batch bigint, who text, why text) returns boolean language plpgsql as $$
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever pauses work has a name and a reason';
    end if;
    perform id from batch where id = of_batch and verdict = 'ACCEPTED' and answered_at is null for update;
    if not found or batch_is_paused(of_batch) then
        return false;
    end if;
    insert into work_pause (batch_id, tenant, interface, set_by, reason)
        select id, tenant, interface, trim(who), trim(why) from batch where id = of_batch;
    update record set due_at = 'infinity' where first_batch_id = of_batch and state = 'DUE';
    return true;
end $$;

-- False: it is not paused.
create function resume_batch(of_batch bigint, who text, why text) returns boolean language plpgsql as $$
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever ends a pause has a name and a reason';
    end if;
    update work_pause set ended_by = trim(who), end_reason = trim(why), ended_at = now()
        where ended_at is null and batch_id = of_batch;
    if not found then
        return false;
    end if;
    update record set due_at = now() where first_batch_id = of_batch and state = 'DUE' and due_at = 'infinity';
    return true;
end $$;
