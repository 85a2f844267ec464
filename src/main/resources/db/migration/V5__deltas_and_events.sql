-- Deltas: what changed since the last finished record of the same tenant, interface and scope; and the changes as events.

-- When the record began to read what it has read so far: a list that was finished meanwhile by another record is not compared with it.
alter table record add column reading_since timestamptz;

create table snapshot (
    id        bigint generated always as identity primary key,
    tenant    text        not null,
    interface text        not null,
    scope     text        not null,
    record_id bigint      references record,
    -- null until the first record has finished
    taken_at  timestamptz,
    unique (tenant, interface, scope)
);

create table snapshot_row (
    snapshot_id bigint not null references snapshot,
    row_key     text   not null,
    content     json   not null,
    primary key (snapshot_id, row_key)
);

-- One change each, in the order of the tenant's and interface's changes; committed with the record that found it.
create table event (
    id         bigint generated always as identity primary key,
    event_id   uuid        not null unique default gen_random_uuid(),
    tenant     text        not null,
    interface  text        not null,
    document   text        not null,
    row_key    text        not null,
    change     text        not null check (change in ('NEW', 'CHANGED', 'GONE')),
    kind       text        not null,
    content    json        not null,
    created_at timestamptz not null default now(),
    sent_at    timestamptz
);
create index event_unsent on event (tenant, interface, id) where sent_at is null;

-- One replica sends the events of a tenant and interface, so that they keep their order.
create table event_lane (
    tenant        text not null,
    interface     text not null,
    sending_until timestamptz not null,
    primary key (tenant, interface)
);
