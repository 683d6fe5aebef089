-- Objects of a collection that could not be taken into the library, and why: each by itself, so that none takes others along.
create table intel.left_outside (
    collection uuid not null references intel.collection,
    position   bigint not null,
    stix_id    text not null check (length(stix_id) <= 300),
    reason     text not null check (length(reason) <= 500),
    at         timestamptz not null,
    primary key (collection, position, stix_id)
);
alter table intel.left_outside enable row level security;
create policy readable on intel.left_outside for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
create policy by_administrators on intel.left_outside for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
grant select, insert on intel.left_outside to ${app};
