-- A search that somebody wants to do again; it finds what they may read on that day, and nobody else sees it.
create table topic.saved_search (
    id     uuid primary key default gen_random_uuid(),
    person uuid not null,
    name   text not null check (length(name) between 1 and 60),
    query  text not null check (length(query) between 1 and 2000),
    at     timestamptz not null,
    unique (person, name)
);
alter table topic.saved_search enable row level security;
create policy own on topic.saved_search to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));
grant select, insert, update, delete on topic.saved_search to ${app};
