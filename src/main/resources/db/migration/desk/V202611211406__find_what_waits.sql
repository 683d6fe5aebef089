-- The frame of every page and the first page ask what waits: they look at what waits, not at every matter there ever was.
create index on desk.reporter (matter) where recorded_by is not null and confirmed_at is null;
create index on desk.proposal (matter) where verdict is null;
create index on desk.support (office) where verdict is null and ended_at is null;
create index on desk.standing (matter) where until is null and status = 'SUBMITTED';
create index on desk.matter (waiting_since) where waiting_since is not null;
