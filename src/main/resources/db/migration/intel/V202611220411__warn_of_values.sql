-- Lists of values that are no sign of an attack, in the format of MISP. A name's list that was not replaced is in force.
create table intel.warning_list (
    id          uuid primary key default gen_random_uuid(),
    name        text not null check (length(name) between 1 and 300),
    version     bigint not null,
    description text not null default '' check (length(description) <= 4000),
    kind        text not null check (kind in ('string', 'substring', 'hostname', 'cidr', 'regex')),
    types       text[] not null,
    entries     text[] not null,
    size        integer not null,
    left_out    integer not null default 0,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at   timestamptz not null,
    loaded_by   uuid not null,
    replaced_at timestamptz,
    replaced_by uuid
);
create unique index on intel.warning_list (name) where replaced_at is null;
create index on intel.warning_list (loaded_at desc);

-- A value that may be published all the same, and why.
create table intel.warning_exception (
    key    bytea primary key,
    type   text not null,
    value  text not null,
    reason text not null check (length(reason) between 1 and 1000),
    by     uuid not null,
    at     timestamptz not null
);

alter table intel.warning_list enable row level security;
create policy readable on intel.warning_list for select to ${app} using ((select membership.reader()) is not null);
create policy by_editors on intel.warning_list for insert to ${app}
    with check (loaded_by = (select membership.reader())
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy replaced_by_editors on intel.warning_list for update to ${app}
    using ((select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check ((select membership.has_role('EDITOR', 'ADMINISTRATOR')));

-- The reason may tell what only the Centre reads.
alter table intel.warning_exception enable row level security;
create policy at_the_centre on intel.warning_exception for select to ${app} using ((select membership.at_centre()));
create policy by_editors on intel.warning_exception for insert to ${app}
    with check (by = (select membership.reader()) and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy lifted_by_editors on intel.warning_exception for delete to ${app}
    using ((select membership.has_role('EDITOR', 'ADMINISTRATOR')));

grant select, insert on intel.warning_list to ${app};
grant update (replaced_at, replaced_by) on intel.warning_list to ${app};
grant select, insert, delete on intel.warning_exception to ${app};
