-- The partner's quotas, shared by all replicas: when a lane (tenant and API) has sent last and will send next, in order, as far as
-- its quota looks back. Not logged: after a crash of the database nothing of it is worth keeping, and no call waits for a disk.
create unlogged table lane_slot (
    tenant text          not null,
    api    text          not null,
    slots  timestamptz[] not null,
    primary key (tenant, api)
) with (fillfactor = 50);
