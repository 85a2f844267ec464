-- Tries a document again that has failed for a technical reason: whoever was told so gets another answer. Only if no write was ever sent for
-- it: after a FAILED write the ERP may have sent another document in its place. False: it is not so.
create function try_again(of_tenant text, of_interface text, of_document text, who text, why text) returns boolean language plpgsql as $$
declare
    failed bigint;
begin
    if coalesce(trim(who), '') = '' or coalesce(trim(why), '') = '' then
        raise exception 'Whoever decides has a name and a reason';
    end if;
    select id into failed from record
        where tenant = of_tenant and interface = of_interface and document = of_document and state = 'FAILED'
            and not placed and emptied_at is null for update;
    if not found or exists (select 1 from attempt where record_id = failed and effect = 'WRITE') then
        return false;
    end if;
    perform tell_again(failed);
    delete from result_row where record_id = failed;
    update record set state = 'DUE', due_at = now(), changed_at = now(), tries = 0, restarts = 0, cursor = null, fields = '{}',
        waiting_since = null, code = null, text = null, text_zh = null
        where id = failed;
    return true;
end $$;
