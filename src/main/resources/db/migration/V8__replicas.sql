-- Processes that work on this ledger. What one has claimed is its own as long as its lease holds; a beat every second prolongs it.
create sequence replica_epoch;
create table replica (
    -- node and epoch: stands in record.claimed_by, and is never given to another process, whatever it calls itself
    name        text        primary key,
    node        text        not null,
    epoch       bigint      not null,
    started_at  timestamptz not null default now(),
    -- since when it has been heard of without a gap: who was away himself does not call others dead
    alive_since timestamptz not null default now(),
    alive_until timestamptz not null
);
