-- Words the desk writes again and again; the desk keeps them.
create table desk.macro (
    id       uuid primary key default gen_random_uuid(),
    name     text not null check (length(name) between 1 and 60),
    body     text not null check (length(body) between 1 and 5000),
    ended_at timestamptz
);
create unique index on desk.macro (name) where ended_at is null;
alter table desk.macro enable row level security;
create policy desk_only on desk.macro to ${app} using ((select desk.staff())) with check ((select desk.staff()));
grant select, insert on desk.macro to ${app};
grant update (ended_at) on desk.macro to ${app};
