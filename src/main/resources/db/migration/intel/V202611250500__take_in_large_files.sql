-- A large file on its way into the library: kept, checked, taken in some objects at a time. What became of the objects and
-- how far it is are written together. Each person sees their own.
create table intel.import (
    id            uuid primary key,
    person        uuid not null references membership.person,
    organisation  uuid not null references membership.organisation,
    name          text not null check (length(name) <= 400),
    size          bigint not null check (size >= 0),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    at            timestamptz not null,
    state         text not null check (state in ('CHECKING', 'WAITING', 'TAKING', 'DONE', 'REFUSED')),
    asks          boolean not null,
    permitted_tlp text check (permitted_tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    permitted_by  text not null default '',
    permitted_why text not null default '',
    objects       integer not null default 0,
    checked       integer not null default 0,
    done          integer not null default 0,
    refused       integer not null default 0,
    tlp           text check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    reason        text not null default '',
    arguments     jsonb not null default '[]',
    bundle        uuid references intel.bundle,
    check ((permitted_tlp is null) = (permitted_by = '')),
    check ((permitted_tlp is null) = (permitted_why = ''))
);
create index on intel.import (person, at);
create index on intel.import (at) where state not in ('DONE', 'REFUSED');

alter table intel.import enable row level security;
create policy own on intel.import to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
grant select, insert on intel.import to ${app};
grant update (state, permitted_tlp, permitted_by, permitted_why, objects, checked, done, refused, tlp, reason, arguments,
              bundle)
    on intel.import to ${app};

-- What is still to be done and for whom, for a job that is nobody.
create function intel.imports_unended()
    returns table (id uuid, person uuid, organisation uuid, state text, at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$ select i.id, i.person, i.organisation, i.state, i.at
            from intel.import i where i.state not in ('DONE', 'REFUSED') $$;
revoke execute on function intel.imports_unended() from public;
grant execute on function intel.imports_unended() to ${app};

-- The bundle of such a file grows until all of it is in the library.
alter table intel.bundle add column unfinished boolean not null default false;
comment on column intel.bundle.unfinished is 'whether more of the file is still on its way into the library';
create policy while_unfinished on intel.bundle for update to ${app}
    using (unfinished and imported_by = (select membership.reader())
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (imported_by = (select membership.reader()));
grant update (taken, known, refused, unfinished) on intel.bundle to ${app};
