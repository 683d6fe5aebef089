-- Names, addresses, telephone numbers and reasons of people who ask to take part: whoever decides reads them, nobody else.
alter table membership.application enable row level security;

create policy readable on membership.application for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR')));

-- Anybody may ask, also those whom nobody knows yet; nobody answers themselves.
create policy addable on membership.application for insert to ${app}
    with check (decided_at is null and decided_by is null);

create policy decidable on membership.application for update to ${app}
    using ((select membership.has_role('ADMINISTRATOR')))
    with check ((select membership.has_role('ADMINISTRATOR')));
