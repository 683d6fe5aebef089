-- Files that wait with a manuscript; published, they belong to its topic.
create table bulletin.enclosure (
    id         uuid primary key,
    manuscript uuid not null references bulletin.manuscript on delete cascade,
    version    integer not null check (version > 0),
    name       text not null check (length(name) between 1 and 200),
    media_type text not null,
    size       bigint not null check (size > 0),
    sha256     bytea not null,
    storage    uuid not null unique,
    nonce      bytea not null,
    level      text not null check (level in ('ALL', 'PRO', 'GENERAL')),
    at         timestamptz not null
);
create index on bulletin.enclosure (manuscript);

alter table bulletin.enclosure enable row level security;
create policy with_the_manuscript on bulletin.enclosure to ${app}
    using (exists (select from bulletin.manuscript m where m.id = manuscript))
    with check (exists (select from bulletin.manuscript m where m.id = manuscript));

grant select, insert, delete on bulletin.enclosure to ${app};
