-- The ledger: the adapter's only memory. Every step of a record is a committed row here.

-- The mapping files a batch was taken in with; a batch finishes with the mapping it started with.
create table mapping_file (
    interface text  not null,
    version   text  not null,
    path      text  not null,
    content   bytea not null,
    primary key (interface, version, path)
);

-- One file, message or scheduled pull as taken in: accepted whole or refused whole.
create table batch (
    id              bigint generated always as identity primary key,
    interface       text        not null,
    tenant          text,
    content_hash    text        not null,
    mapping_version text        not null,
    header          json        not null,
    verdict         text        not null check (verdict in ('ACCEPTED', 'REFUSED')),
    received_at     timestamptz not null default now(),
    answered_at     timestamptz,
    check (verdict = 'REFUSED' or tenant is not null)
);
-- The same content again is the same batch. A refused file may be dropped again, once its cause is mended.
create unique index batch_content on batch (interface, content_hash) where verdict = 'ACCEPTED';
create index batch_unanswered on batch (id) where answered_at is null;

-- Why a batch was refused: every bad line, field, value and rule.
create table batch_problem (
    batch_id bigint not null references batch,
    ordinal  bigint generated always as identity,
    line     bigint not null,
    field    text   not null,
    value    text   not null,
    rule     text   not null,
    primary key (batch_id, ordinal)
);

-- A file name under which a batch came; each gets the batch's answer.
create table arrival (
    id           bigint generated always as identity primary key,
    batch_id     bigint      not null references batch,
    file_name    text        not null,
    arrived_at   timestamptz not null default now(),
    delivered_at timestamptz,
    -- a replica is uploading the answer: no other may write the same temporary file
    delivering_until timestamptz
);
create index arrival_batch on arrival (batch_id, id);
create unique index arrival_open on arrival (batch_id, file_name) where delivered_at is null;

-- One document of the ERP: one unit of work with one answer. The business key makes it the same record when it comes again.
create table record (
    id             bigint generated always as identity primary key,
    tenant         text        not null,
    interface      text        not null,
    document       text        not null,
    content_hash   text        not null,
    content        json        not null,
    first_batch_id bigint      not null references batch,
    state          text        not null,
    generation     text,
    cursor         json,
    placed         boolean     not null default false,
    fields         json        not null default '{}',
    code           text,
    text           text,
    tries          int         not null default 0,
    restarts       int         not null default 0,
    steps          int         not null default 0,
    due_at         timestamptz not null default now(),
    claim          bigint      not null default 0,
    claimed_by     text,
    claimed_until  timestamptz,
    changed_at     timestamptz not null default now(),
    constraint business_key unique (tenant, interface, document),
    check (state in ('DUE', 'CLAIMED', 'SENT', 'OK', 'PARTIAL', 'REFUSED', 'FAILED', 'IN_DOUBT'))
);
create index record_due on record (tenant, interface, due_at, id) where state = 'DUE';
create index record_claimed on record (claimed_until) where state in ('CLAIMED', 'SENT');
create index record_open on record (first_batch_id) where state in ('DUE', 'CLAIMED', 'SENT');
create index record_first_batch on record (first_batch_id);

-- Which record answers which line of a batch.
create table batch_record (
    batch_id  bigint  not null references batch,
    position  int     not null,
    line      bigint  not null,
    record_id bigint  not null references record,
    -- the document number is taken by other content: this line is refused, the record stays untouched
    conflict  boolean not null,
    primary key (batch_id, position)
);
create index batch_record_record on batch_record (record_id);

-- Append-only: the intent is committed before a call is sent, its outcome after the answer was judged.
create table attempt (
    id         bigint generated always as identity primary key,
    record_id  bigint      not null references record,
    claim      bigint      not null,
    opened_at  timestamptz not null default clock_timestamp(),
    node       text        not null,
    api        text        not null,
    endpoint   text        not null,
    generation text,
    effect     text        not null check (effect in ('READ', 'WRITE')),
    body_hash  text        not null
);
create index attempt_record on attempt (record_id);

create table attempt_outcome (
    attempt_id    bigint primary key references attempt,
    closed_at     timestamptz not null default clock_timestamp(),
    verdict       text        not null,
    outcome_known boolean     not null,
    http_status   int,
    code          text,
    text          text,
    request_id    text,
    duration_ms   bigint      not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger attempt_append_only before update or delete on attempt for each row execute function refuse_change();
create trigger attempt_outcome_append_only before update or delete on attempt_outcome for each row execute function refuse_change();

-- Canonical rows a record has gathered so far, in the order of arrival; unique, however often a page is read.
create table result_row (
    id        bigint generated always as identity,
    record_id bigint not null references record,
    row_key   text   not null,
    kind      text   not null,
    content   json   not null,
    primary key (record_id, row_key)
);
create index result_row_order on result_row (record_id, id);

-- The answer as the ERP gets it, in parts, so that neither composing nor delivering holds it in memory.
create table answer_part (
    batch_id bigint not null references batch,
    part     int    not null,
    content  bytea  not null,
    primary key (batch_id, part)
);

-- A lane or credential that the partner asked to leave alone for a while.
create table pause (
    tenant text        not null,
    scope  text        not null,
    until  timestamptz not null,
    strikes int        not null,
    reason text        not null,
    primary key (tenant, scope)
);

-- File names that are no safe path segment: never touched, reported once.
create table refused_name (
    interface text        not null,
    name_hash text        not null,
    name      text        not null,
    rule      text        not null,
    seen_at   timestamptz not null default now(),
    primary key (interface, name_hash)
);
