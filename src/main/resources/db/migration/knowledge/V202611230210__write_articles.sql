create schema knowledge;
grant usage on schema knowledge to ${app};

-- What the Centre has learned, written down: for the desk, and for everybody once a version of it is published.
create table knowledge.article (
    id           uuid primary key default gen_random_uuid(),
    latest       integer not null check (latest > 0),
    published    integer check (published between 1 and latest),
    published_at timestamptz,
    published_by uuid,
    ended_at     timestamptz,
    ended_by     uuid,
    check ((published is null) = (published_at is null) and (published is null) = (published_by is null)),
    check ((ended_at is null) = (ended_by is null)),
    check (ended_at is null or published is null)
);

create table knowledge.version (
    article uuid not null references knowledge.article,
    number  integer not null check (number > 0),
    open    boolean not null default false,
    title   text not null check (length(title) between 1 and 200),
    body    text not null check (length(body) between 1 and 50000),
    words   tsvector not null,
    at      timestamptz not null,
    by      uuid not null,
    primary key (article, number)
);
comment on column knowledge.version.open is 'this version is the published one, which everybody reads';
create index on knowledge.version using gin (words);

-- Which matters it was learned from: known to the desk alone, as the tickets are.
create table knowledge.matter (
    article uuid not null references knowledge.article,
    matter  uuid not null references desk.ticket,
    at      timestamptz not null,
    by      uuid not null,
    primary key (article, matter)
);
create index on knowledge.matter (matter);

alter table knowledge.article enable row level security;
create policy readable on knowledge.article for select to ${app}
    using ((select desk.staff()) or (published is not null and (select membership.reader()) is not null));
create policy written on knowledge.article for insert to ${app} with check ((select desk.staff()));
create policy kept on knowledge.article for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));

alter table knowledge.version enable row level security;
create policy readable on knowledge.version for select to ${app}
    using ((select desk.staff()) or (open and (select membership.reader()) is not null));
create policy written on knowledge.version for insert to ${app}
    with check ((select desk.staff()) and by = (select membership.reader()));
create policy opened on knowledge.version for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));

alter table knowledge.matter enable row level security;
create policy desk_only on knowledge.matter to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));

grant select, insert on knowledge.article, knowledge.version to ${app};
grant select, insert, delete on knowledge.matter to ${app};
grant update (latest, published, published_at, published_by, ended_at, ended_by) on knowledge.article to ${app};
grant update (open) on knowledge.version to ${app};
