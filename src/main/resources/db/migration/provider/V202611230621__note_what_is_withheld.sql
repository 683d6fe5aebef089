-- What a round did not bring because of its label, so that its source can be asked. The latest ones are kept.
create table provider.withheld (
    provider uuid not null references provider.provider on delete cascade,
    stix_id  text not null,
    name     text not null,
    tlp      text not null check (tlp in ('AMBER', 'AMBER_STRICT')),
    at       timestamptz not null,
    primary key (provider, stix_id)
);
create index on provider.withheld (provider, at desc);
alter table provider.withheld enable row level security;
create policy readable on provider.withheld for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR', 'EDITOR')));
create policy insert_by_administrators on provider.withheld for insert to ${app}
    with check ((select membership.has_role('ADMINISTRATOR')));
create policy update_by_administrators on provider.withheld for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))) with check ((select membership.has_role('ADMINISTRATOR')));
create policy delete_by_administrators on provider.withheld for delete to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));
grant select, insert, update, delete on provider.withheld to ${app};
