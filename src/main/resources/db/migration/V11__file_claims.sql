-- The ERP's files that were renamed into .taking: whose they are, and what has been decided. A row goes when its file is put aside.
create table file_claim (
    -- begins the file's name in .taking
    id        text        primary key,
    interface text        not null,
    -- as the answer is named after it
    file_name text        not null,
    -- why the file is refused without being read
    rule      text,
    -- as it was looked at last, in bytes and in seconds of the server's clock; what differs later is not complete
    size      bigint      not null,
    modified  bigint      not null,
    -- null until the ledger has the batch
    outcome   text        check (outcome in ('done', 'refused')),
    node      text        not null,
    -- a replica that died keeps its files for no longer
    until     timestamptz not null
);
