set local lock_timeout = '5s';
-- Since when the content of a record that has ended is not kept any more. Its key, the hash of its content, its state and its code
-- stay: the same document is the same record, and is not worked on again. Null: all is there.
alter table record add column emptied_at timestamptz;

-- Attempts are deleted together with their record's key, by whoever says so for the transaction, and in no other way.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('ledger.forgets_keys', true) = 'on' then
        return old;
    end if;
    raise exception '% is append-only', tg_table_name;
end $$;
