-- How a tenant's records move from the old endpoints to the new ones, as people steer it at the desk. No row: as the tenant is configured.
create table cutover (
    tenant          text        primary key,
    -- of 100 reads that either generation can answer, how many the other generation is asked for as well, to compare
    shadow          int         not null default 0 check (shadow between 0 and 100),
    -- of 100 records that either generation can take, how many go to the new one
    reads           int         not null default 0 check (reads between 0 and 100),
    writes          int         not null default 0 check (writes between 0 and 100),
    set_by          text        not null,
    reason          text        not null,
    set_at          timestamptz not null default clock_timestamp(),
    -- why the adapter has taken both back to 0; null: it has not, or a person has set them since
    stepped_back    text,
    stepped_back_zh text,
    constraint reads_before_writes check (writes = 0 or reads = 100)
);

-- A difference between the generations that somebody has explained: it is known from then on.
create table explained_difference (
    tenant       text        not null,
    interface    text        not null,
    -- of row; "result" for what is told once of a document
    kind         text        not null,
    -- column; "*" for a row that one generation tells and the other does not
    field        text        not null,
    explained_by text        not null,
    reason       text        not null,
    explained_at timestamptz not null default now(),
    primary key (tenant, interface, kind, field)
);

-- A read that one generation has answered, and the other is asked for as well. The ERP hears nothing of it.
create table shadow_read (
    id            bigint      generated always as identity primary key,
    record_id     bigint      not null,
    tenant        text        not null,
    interface     text        not null,
    document      text        not null,
    -- which generation has answered
    answered      text        not null check (answered in ('old', 'new')),
    created_at    timestamptz not null default now(),
    due_at        timestamptz not null default now(),
    tries         int         not null default 0,
    claim         bigint      not null default 0,
    claimed_by    text,
    claimed_until timestamptz,
    -- SAME, KNOWN, DIFFERENT, FAILED; null: not compared yet
    verdict       text,
    known         int         not null default 0,
    unexplained   int         not null default 0,
    text          text,
    text_zh       text,
    ended_at      timestamptz
);
create index shadow_read_open on shadow_read (due_at, id) where ended_at is null;
create index shadow_read_record on shadow_read (record_id);
create index shadow_read_ended on shadow_read (tenant, ended_at) where ended_at is not null;

-- Where the two answers differ, and nobody has explained that: the first of them, without what tells of a person.
create table shadow_difference (
    shadow_id bigint not null references shadow_read on delete cascade,
    position  int    not null,
    kind      text   not null,
    row_key   text   not null,
    field     text   not null,
    answered  text,
    shadowed  text,
    primary key (shadow_id, position)
);

-- Which attempts were made for it.
create table shadow_call (
    attempt_id bigint primary key,
    shadow_id  bigint not null references shadow_read on delete cascade
);
create index shadow_call_shadow on shadow_call (shadow_id);
