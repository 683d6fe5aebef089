-- When the administrators of an organisation were asked whether somebody still takes part.
create table membership.reminder (
    person       uuid not null references membership.person,
    organisation uuid not null references membership.organisation,
    by           uuid not null references membership.person,
    at           timestamptz not null,
    primary key (person, organisation)
);
alter table membership.reminder enable row level security;
create policy looked_after on membership.reminder for select to ${app}
    using (organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
create policy asked on membership.reminder for insert to ${app}
    with check (by = (select membership.reader()) and (select membership.has_role('ADMINISTRATOR')));
create policy asked_again on membership.reminder for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR')))
    with check (by = (select membership.reader()) and (select membership.has_role('ADMINISTRATOR')));
create policy answered on membership.reminder for delete to ${app}
    using (organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
grant select, insert, update, delete on membership.reminder to ${app};
