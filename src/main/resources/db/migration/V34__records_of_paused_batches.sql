set local lock_timeout = '5s';
-- Whatever makes a record of a paused batch due (a call that is tried again, a claim that is over), it waits with the others. A pause that is
-- being ended at this moment holds nothing any more: to wait for that could end in a deadlock.
create function wait_with_batch() returns trigger language plpgsql as $$
begin
    perform 1 from work_pause where ended_at is null and batch_id = new.first_batch_id for share skip locked;
    if found then
        new.due_at = 'infinity';
    end if;
    return new;
end $$;
create trigger record_waits_with_batch before update on record for each row
    when (new.state = 'DUE' and new.due_at < 'infinity' and (old.state <> 'DUE' or old.due_at <> new.due_at))
    execute function wait_with_batch();
