create schema home;
grant usage on schema home to ${app};

-- Whether somebody's first steps stand on their first page where they said so themselves, and when they confirmed the
-- bulletin they practise with. Everything else of the list is looked up where it happens.
create table home.first_steps (
    person       uuid primary key references membership.person,
    shown        boolean,
    practised_at timestamptz
);
alter table home.first_steps enable row level security;
create policy own on home.first_steps to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));
grant select, insert, update on home.first_steps to ${app};
