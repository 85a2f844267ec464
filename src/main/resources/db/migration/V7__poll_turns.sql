-- Whose turn it is to look into a folder of the ERP: one replica at a time, so that no file is read or moved by two.
create table poll_turn (
    folder text        primary key,
    node   text        not null,
    -- a replica that died keeps nobody waiting for longer
    until  timestamptz not null
);
