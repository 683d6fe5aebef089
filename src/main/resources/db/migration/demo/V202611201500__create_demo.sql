create schema demo;
grant usage on schema demo to ${app};

-- One row when this database holds the demo world. What lies before its first day is synthetic: the source gives
-- only totals for those months.
create table demo.world (
    one         boolean primary key default true check (one),
    first_day   date not null,
    last_day    date not null check (last_day > first_day),
    moved_weeks integer not null,
    loaded_at   timestamptz not null default now()
);
grant select on demo.world to ${app};
