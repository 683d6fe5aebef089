-- Matters that belong together: known to the desk alone, as the tickets are.
create table desk.link (
    matter uuid not null references desk.ticket,
    other  uuid not null references desk.ticket,
    kind   text not null check (kind in ('RELATED', 'RECURRENCE', 'SPLIT')),
    at     timestamptz not null,
    by     uuid not null,
    primary key (matter, other),
    check (matter <> other)
);
create index on desk.link (other);
comment on column desk.link.kind is 'the matter is related to the other, is the same thing again, or was split from it';

alter table desk.link enable row level security;
create policy desk_only on desk.link to ${app} using ((select desk.staff())) with check ((select desk.staff()));
grant select, insert, delete on desk.link to ${app};

alter table desk.note drop constraint note_kind_check;
alter table desk.note add check (kind in ('NOTE', 'DECISION', 'CALL', 'TASK', 'TIME', 'EVIDENCE'));
