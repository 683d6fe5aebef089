-- A bundle of any size is handed out by steps; how far it is stands beside who hands it out, and a job goes on where it stood.
alter table intel.handing
    add column state    text not null default 'DONE' check (state in ('GOING', 'DONE', 'STOPPED')),
    add column complete boolean not null default true,
    add column objects  integer not null default 0 check (objects >= 0),
    add column position integer not null default 0 check (position >= 0),
    add column taken    integer not null default 0 check (taken >= 0),
    add column known    integer not null default 0 check (known >= 0),
    add column stayed   integer not null default 0 check (stayed >= 0),
    add column reason   text not null default '' check ((state = 'STOPPED') = (reason <> ''));
comment on column intel.handing.complete is 'whether it once went to its end: then labels that change later are followed';
comment on column intel.handing.objects is 'how many objects of the bundle there are to go';
comment on column intel.handing.position is 'the place in the file up to which it has come';
comment on column intel.handing.stayed is 'how many did not go; the first of them are in intel.stayed';
create index on intel.handing (at) where state = 'GOING';

update intel.handing h
   set taken = e.taken, known = e.known, stayed = e.stayed, objects = e.taken + e.known + e.stayed
  from (select distinct on (a.subject, a.detail ->> 'bundle') a.subject, a.detail ->> 'bundle' as bundle,
               (a.detail ->> 'taken')::integer as taken, (a.detail ->> 'known')::integer as known,
               (a.detail ->> 'stayed')::integer as stayed
          from audit.entry a
         where a.act = 'intel.bundle-hand-out-ended'
         order by a.subject, a.detail ->> 'bundle', a.at desc) e
 where e.subject = h.collection and e.bundle = h.bundle::text;

-- What began and never ended before there were steps: whoever handed it out learns that it went half-way.
update intel.handing h set state = 'STOPPED', reason = 'intel.handout.stopped.halfway'
 where (select max(a.id) from audit.entry a
         where a.act = 'intel.bundle-handed-out' and not a.detail ? 'taken' and a.subject = h.collection
           and a.detail ->> 'bundle' = h.bundle::text)
     > coalesce((select max(a.id) from audit.entry a
                  where a.act = 'intel.bundle-hand-out-ended' and a.subject = h.collection
                    and a.detail ->> 'bundle' = h.bundle::text), 0);

-- Editors of the organisation that took the bundle in see how far it is; so does the job, which acts for one of them.
create policy of_its_editors on intel.handing for select to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy while_going on intel.handing for update to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (organisation = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
grant select on intel.handing to ${app};
grant update (state, complete, position, taken, known, stayed) on intel.handing to ${app};

-- The first of what did not go, each with its reason.
create table intel.stayed (
    number       bigint generated always as identity primary key,
    bundle       uuid not null,
    collection   uuid not null,
    organisation uuid not null,
    position     integer not null,
    stix_id      text not null,
    reason       text not null,
    arguments    jsonb not null,
    foreign key (bundle, collection) references intel.handing
);
create index on intel.stayed (bundle, collection);
alter table intel.stayed enable row level security;
create policy of_its_editors on intel.stayed to ${app}
    using (organisation = any ((select membership.principals())::uuid[])
           and (select membership.has_role('EDITOR', 'ADMINISTRATOR')))
    with check (organisation = any ((select membership.principals())::uuid[])
                and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
grant select, insert on intel.stayed to ${app};

-- For who acts for the organisation whose bundle it is: it begins, from the first object; not while it is under way.
drop function intel.note_handing(uuid, uuid, timestamptz);
create function intel.begin_handing(bundle_id uuid, collection_id uuid, moment timestamptz) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.handing as h (bundle, collection, organisation, by, at, state, complete, objects)
    select b.id, collection_id, b.organisation, membership.reader(), moment, 'GOING', false, b.taken + b.known
      from intel.bundle b
     where b.id = bundle_id and b.organisation = any (membership.principals())
        on conflict (bundle, collection) do update
           set by = excluded.by, at = excluded.at, state = 'GOING', objects = excluded.objects, position = 0, taken = 0,
               known = 0, stayed = 0, reason = ''
         where h.state <> 'GOING';
    if not found then
        return false;
    end if;
    delete from intel.stayed s where s.bundle = bundle_id and s.collection = collection_id;
    return true;
end $$;

-- It goes no further, and what was done so far. For whoever hands it out, also without any right left, and for editors of the
-- same organisation.
create function intel.stop_handing(bundle_id uuid, collection_id uuid, why text)
    returns table (taken integer, known integer, stayed integer)
    language sql security definer
    set search_path = ''
    as $$
    update intel.handing h set state = 'STOPPED', reason = why
     where h.bundle = bundle_id and h.collection = collection_id and h.state = 'GOING'
       and (h.by = membership.reader()
            or h.organisation = any (membership.principals()) and membership.has_role('EDITOR', 'ADMINISTRATOR'))
    returning h.taken, h.known, h.stayed $$;

create function intel.handings_going() returns table (bundle uuid, collection uuid, organisation uuid, by uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select h.bundle, h.collection, h.organisation, h.by
      from intel.handing h where membership.reader() is null and h.state = 'GOING' order by h.at $$;

-- As before; what was stopped before its end is followed no further than it went.
create or replace function intel.labels_waiting(at_most integer)
    returns table (number bigint, object uuid, collection uuid, bundle uuid, organisation uuid, by uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select w.number, o.id, p.collection, p.bundle, p.organisation, p.by
      from (select * from intel.relabelled r where membership.reader() is null order by r.number limit at_most) w
      join intel.object o on o.id = w.object
      left join lateral (
           select h.collection, h.bundle, h.organisation, h.by
             from intel.content k join intel.handing h on h.bundle = k.bundle and (h.complete or h.state = 'GOING')
            where k.object = o.id and h.organisation = o.organisation
            union
           select f.collection, null, null, null
             from intel.shelf f
            where f.keeper is null
              and exists (select from intel.entry e
                           where e.shelf = f.id and e.stix_id = o.stix_id and e.source = o.organisation)) p on true
     order by w.number $$;

do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
