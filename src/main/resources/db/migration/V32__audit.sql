-- What people have done at the desk. Append-only: whoever did it, neither they nor the adapter can change it.
create table audit (
    id         bigint generated always as identity primary key,
    done_at    timestamptz not null default now(),
    -- login name and role
    done_by    text        not null,
    role       text        not null,
    -- such as decide-doubt
    action     text        not null,
    -- what it was done to; null: every, or nothing of the kind
    tenant     text,
    interface  text,
    document   text,
    -- as it was before and was to be after
    before     text,
    after      text,
    reason     text        not null
);
create index audit_document on audit (tenant, interface, document) where document is not null;
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
