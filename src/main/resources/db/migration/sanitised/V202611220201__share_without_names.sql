create schema sanitised;
grant usage on schema sanitised to ${app};

-- A copy of a matter without names: a manuscript of the newsroom, and what it tells about whose it is.
create table sanitised.copy (
    manuscript uuid primary key references bulletin.manuscript on delete cascade,
    begun_at   timestamptz not null,
    begun_by   uuid not null,
    told       jsonb not null default '[]',
    public_at  text not null default '' check (length(public_at) <= 500)
);

-- Which matter it was made of: for the Centre's desk and the reporter, never for the newsroom or for readers.
create table sanitised.chain (
    manuscript uuid primary key references sanitised.copy on delete cascade,
    matter     uuid not null unique references desk.matter
);

-- What the reporter was shown when they were asked, word by word.
create table sanitised.asking (
    id         uuid primary key,
    manuscript uuid not null references sanitised.copy on delete cascade,
    at         timestamptz not null,
    by         uuid not null,
    shown      jsonb not null check (octet_length(shown::text) <= 2000000),
    digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
    fits       integer not null check (fits >= 0),
    told       jsonb not null,
    public_at  text not null,
    unique (id, manuscript)
);
create index on sanitised.asking (manuscript, at desc);

create table sanitised.answer (
    asking     uuid not null,
    manuscript uuid not null,
    at         timestamptz not null,
    by         uuid not null,
    agreed     boolean not null,
    knowing    boolean not null,
    words      text not null default '' check (length(words) <= 2000),
    primary key (asking, at),
    foreign key (asking, manuscript) references sanitised.asking (id, manuscript) on delete cascade,
    check (agreed or not knowing)
);

-- A second person takes it on themselves that few organisations fit.
create table sanitised.override (
    asking     uuid primary key,
    manuscript uuid not null,
    at         timestamptz not null,
    by         uuid not null,
    reason     text not null check (length(reason) between 1 and 1000),
    foreign key (asking, manuscript) references sanitised.asking (id, manuscript) on delete cascade
);

-- Whether the reader is on the side of the reporter whose matter a manuscript was made of.
create function sanitised.on_its_side(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from sanitised.chain c where c.manuscript = wanted and desk.ours(c.matter)) $$;
revoke execute on function sanitised.on_its_side(uuid) from public;
grant execute on function sanitised.on_its_side(uuid) to ${app};

-- Whoever works on copies: the desk, and the newsroom that writes and judges manuscripts.
create function sanitised.at_work() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select desk.staff() or bulletin.newsroom() $$;
revoke execute on function sanitised.at_work() from public;
grant execute on function sanitised.at_work() to ${app};

-- The matter behind a manuscript still stands: its reporter has not taken it back. Says nothing else of it.
create function sanitised.stands(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from sanitised.chain c join desk.matter m on m.topic = c.matter
         where c.manuscript = wanted and m.status <> 'WITHDRAWN'
           and (bulletin.newsroom() or desk.staff() or desk.ours(c.matter))) $$;
revoke execute on function sanitised.stands(uuid) from public;
grant execute on function sanitised.stands(uuid) to ${app};

alter table sanitised.chain enable row level security;
create policy of_the_desk_and_the_reporter on sanitised.chain for select to ${app}
    using ((select desk.staff()) or sanitised.on_its_side(manuscript));
create policy begun on sanitised.chain for insert to ${app} with check ((select desk.staff()));

alter table sanitised.copy enable row level security;
create policy concerned on sanitised.copy for select to ${app}
    using ((select sanitised.at_work()) or sanitised.on_its_side(manuscript));
create policy begun on sanitised.copy for insert to ${app}
    with check ((select desk.staff()) and begun_by = (select membership.reader()));
create policy told on sanitised.copy for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));

alter table sanitised.asking enable row level security;
create policy concerned on sanitised.asking for select to ${app}
    using ((select sanitised.at_work()) or sanitised.on_its_side(manuscript));
create policy asked on sanitised.asking for insert to ${app}
    with check ((select desk.staff()) and by = (select membership.reader()));

alter table sanitised.answer enable row level security;
create policy concerned on sanitised.answer for select to ${app}
    using ((select sanitised.at_work()) or sanitised.on_its_side(manuscript));
create policy answered on sanitised.answer for insert to ${app}
    with check (by = (select membership.reader()) and sanitised.on_its_side(manuscript));

alter table sanitised.override enable row level security;
create policy concerned on sanitised.override for select to ${app}
    using ((select sanitised.at_work()) or sanitised.on_its_side(manuscript));
create policy by_a_second_person on sanitised.override for insert to ${app}
    with check (by = (select membership.reader()) and (select membership.holds('approvers')));

grant select, insert on sanitised.copy, sanitised.chain, sanitised.asking, sanitised.answer, sanitised.override
    to ${app};
grant update (told, public_at) on sanitised.copy to ${app};
