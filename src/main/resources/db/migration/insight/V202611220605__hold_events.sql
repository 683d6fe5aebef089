-- An event that people prepare for: its days, whose it is, its markers and periods, and who takes part. What explains the
-- figures belongs to it, so that the charts carry it and the next event starts from the last.
do $$
declare
    one record;
begin
    for one in select c.conname from pg_constraint c
                where c.conrelid = 'insight.event'::regclass and c.contype = 'c'
                  and pg_get_constraintdef(c.oid) like '%kind%'
    loop
        execute format('alter table insight.event drop constraint %I', one.conname);
    end loop;
end $$;
alter table insight.event
    add mode text check (mode in ('quiet', 'event')),
    add owner uuid references membership.organisation,
    add part_of uuid references insight.event on delete cascade,
    add constraint event_of_kind_check check (kind in ('marker', 'period', 'holiday', 'normal', 'event')),
    add constraint event_has_end_check check ((kind in ('period', 'normal', 'event')) = (end_date is not null)),
    add constraint event_in_mode_check check ((kind = 'event') = (mode is not null)),
    add constraint event_owned_check check (owner is null or kind = 'event'),
    add constraint event_belongs_check check (part_of is null or kind in ('marker', 'period', 'normal'));
create index on insight.event (part_of) where part_of is not null;

-- Which organisations take part: for themselves, for the owner of the event, and for the Centre.
create table insight.taking_part (
    event        uuid not null references insight.event on delete cascade,
    organisation uuid not null references membership.organisation,
    by           uuid not null references membership.person,
    at           timestamptz not null,
    primary key (event, organisation)
);
alter table insight.taking_part enable row level security;
create policy readable on insight.taking_part for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           or (select membership.at_centre())
           or exists (select from insight.event e
                       where e.id = event and e.owner = any ((select membership.principals())::uuid[])));
create policy own on insight.taking_part for insert to ${app}
    with check (by = (select membership.reader())
                and ((organisation = any ((select membership.principals())::uuid[])
                      and (select membership.has_role('MEMBER_POC', 'ORG_ADMIN', 'LIAISON_OC')))
                     or ((select membership.at_centre())
                         and (select membership.has_role('ADMINISTRATOR', 'EDITOR', 'REPORTING', 'OVERALL_LEAD')))));
create policy given_up on insight.taking_part for delete to ${app}
    using ((organisation = any ((select membership.principals())::uuid[])
            and (select membership.has_role('MEMBER_POC', 'ORG_ADMIN', 'LIAISON_OC')))
           or ((select membership.at_centre())
               and (select membership.has_role('ADMINISTRATOR', 'EDITOR', 'REPORTING', 'OVERALL_LEAD'))));
grant select, insert, delete on insight.taking_part to ${app};
