create schema audit;
grant usage on schema audit to ${app};

-- Every act and every opening of a restricted item, written in the transaction of the act.
create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null default now(),
    person       uuid,
    organisation uuid,
    via          text not null,
    act          text not null check (act ~ '^[a-z]+(\.[a-z-]+)+$'),
    subject      uuid,
    detail       jsonb not null default '{}',
    sealed       boolean not null default false
);
create index on audit.entry (at desc);
create index on audit.entry (person, at desc);
create index on audit.entry (subject, at desc);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger append_only before update or delete or truncate on audit.entry
    for each statement execute function audit.refuse_change();

alter table audit.entry enable row level security;
create policy write on audit.entry for insert to ${app} with check (true);
-- Sealed entries would undo a hidden organisation; only the custodians open them.
create policy read on audit.entry for select to ${app} using (
    case when sealed then (select membership.holds('custodians'))
         else person = (select membership.reader())
              or (select membership.has_role('ADMINISTRATOR', 'AUDITOR'))
              or organisation = any ((select membership.administered())::uuid[])
    end);

grant select, insert on audit.entry to ${app};
