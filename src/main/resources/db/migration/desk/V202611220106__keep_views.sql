-- Ways of looking at the board that somebody at the desk keeps under a name.
create table desk.view (
    id     uuid primary key default gen_random_uuid(),
    person uuid not null,
    name   text not null check (length(name) between 1 and 40),
    query  text not null check (length(query) <= 300),
    unique (person, name)
);
alter table desk.view enable row level security;
create policy own on desk.view to ${app}
    using (person = (select membership.reader()) and (select desk.staff()))
    with check (person = (select membership.reader()) and (select desk.staff()));
grant select, insert, delete on desk.view to ${app};
grant update (query) on desk.view to ${app};
