-- A label that is permitted later changes what may go to machines. Who handed which bundle out is kept, so that collections
-- follow by themselves: what may go now goes, what may not is handed out no longer.
create table intel.handing (
    bundle       uuid not null references intel.bundle,
    collection   uuid not null references intel.collection,
    organisation uuid not null,
    by           uuid not null,
    at           timestamptz not null,
    primary key (bundle, collection)
);
comment on column intel.handing.by is 'for whom what may go later goes';

-- Objects whose label has changed; a job lets collections follow and takes the row away.
create table intel.relabelled (
    number bigint generated always as identity primary key,
    object uuid not null references intel.object
);

-- Both are read and written by the doors below alone.
alter table intel.handing enable row level security;
alter table intel.relabelled enable row level security;

insert into intel.handing (bundle, collection, organisation, by, at)
select distinct on (b.id, c.id) b.id, c.id, b.organisation, a.person, a.at
  from audit.entry a
  join intel.collection c on c.id = a.subject
  join intel.bundle b on b.id::text = a.detail ->> 'bundle' and b.organisation = a.organisation
 where a.act = 'intel.bundle-handed-out' and a.person is not null
 order by b.id, c.id, a.at desc;

create function intel.note_relabelled() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.relabelled (object)
    select c.id from changed c join before b on b.id = c.id where c.tlp <> b.tlp;
    return null;
end $$;
create trigger note_relabelled after update on intel.object
    referencing old table as before new table as changed for each statement execute function intel.note_relabelled();

-- For who acts for the organisation whose bundle it is; nothing for anybody else.
create function intel.note_handing(bundle_id uuid, collection_id uuid, moment timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.handing as h (bundle, collection, organisation, by, at)
    select b.id, collection_id, b.organisation, membership.reader(), moment
      from intel.bundle b
     where b.id = bundle_id and b.organisation = any (membership.principals())
        on conflict (bundle, collection) do update set by = excluded.by, at = excluded.at $$;

-- What has to follow: in collections where all read, what an organisation brought of it, and where it handed the bundle out.
create function intel.labels_waiting(at_most integer)
    returns table (number bigint, object uuid, collection uuid, bundle uuid, organisation uuid, by uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select w.number, o.id, p.collection, p.bundle, p.organisation, p.by
      from (select * from intel.relabelled r where membership.reader() is null order by r.number limit at_most) w
      join intel.object o on o.id = w.object
      left join lateral (
           select h.collection, h.bundle, h.organisation, h.by
             from intel.content k join intel.handing h on h.bundle = k.bundle
            where k.object = o.id and h.organisation = o.organisation
            union
           select f.collection, null, null, null
             from intel.shelf f
            where f.keeper is null
              and exists (select from intel.entry e
                           where e.shelf = f.id and e.stix_id = o.stix_id and e.source = o.organisation)) p on true
     order by w.number $$;

create function intel.labels_followed(numbers bigint[]) returns void
    language sql security definer
    set search_path = ''
    as $$ delete from intel.relabelled r where membership.reader() is null and r.number = any (numbers) $$;

-- Whether a label keeps what stands where all read from being handed out: stricter than the collection takes.
create function intel.stays_away(collection_id uuid, label text) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select coalesce((select label in ('AMBER_STRICT', 'RED')
                            or array_position(l.all_of, label) > array_position(l.all_of, c.tlp)
                       from intel.collection c
                      cross join (select array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'] as all_of) l
                      where c.id = collection_id), false) $$;

-- What an organisation's people handed out follows the label it has in the library: what may go on moves to the end, so that
-- nobody who polls misses it; what may not is held back. In the collection's turn; decides by what the library says.
create function intel.follow_labels(collection_id uuid, objects uuid[]) returns table (last bigint, changed integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    head_at bigint;
    ids     text[];
    touched integer;
begin
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    with due as (
        select x.shelf, x.state, x.position, x.stix_id, o.tlp, w.away,
               not w.away and (x.state < 4 or intel.stays_away(collection_id, x.tlp) and not intel.is_taken_back(x)) as goes
          from intel.shelf s
         cross join (select distinct u.id from unnest(objects) as u(id)) n
          join intel.object o on o.id = n.id and not o.marked and o.keeper = o.organisation
         cross join lateral (select intel.stays_away(collection_id, o.tlp) as away) w
         cross join lateral (select e.* from intel.entry e
                              where e.shelf = s.id and e.stix_id = o.stix_id offset 0) x
         where s.collection = collection_id and s.keeper is null and x.source = o.organisation
           and x.sha256 = decode(o.sha256, 'hex') and x.tlp <> o.tlp),
    followed as (
        update intel.entry e
           set tlp = case when d.tlp = 'RED' then 'AMBER_STRICT' else d.tlp end,
               state = case when d.away then 4 when d.goes and e.state = 4 then 3 else e.state end,
               position = case when d.goes then head_at + d.number else e.position end
          from (select *, row_number() over (partition by goes order by position) as number from due) d
         where e.shelf = d.shelf and e.state = d.state and e.position = d.position
        returning e.stix_id, d.goes)
    select array_agg(distinct f.stix_id), count(*), head_at + count(*) filter (where f.goes)
      into ids, touched, head_at
      from followed f;
    if touched = 0 then
        return query select head_at, 0;
        return;
    end if;
    update intel.head h set position = head_at where h.collection = collection_id;
    return query select intel.put_in_order(collection_id, ids), touched;
end $$;

-- As before; what its label keeps back is not released.
create or replace function intel.hold_back(collection_id uuid, ids text[])
    returns table (last bigint, held bigint, released bigint)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    head_at bigint;
    gone    bigint;
    back    bigint;
begin
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    update intel.entry e set state = 4
      from (select x.shelf, x.state, x.position from intel.shelf s join intel.entry x on x.shelf = s.id
             where s.collection = collection_id and x.stix_id = any (ids) and x.state < 4 and intel.is_taken_back(x)) c
     where e.shelf = c.shelf and e.state = c.state and e.position = c.position;
    get diagnostics gone = row_count;
    update intel.entry e set state = 3, position = case when c.newest then head_at + c.number else e.position end
      from (select x.shelf, x.position, row_number() over (order by x.position) as number,
                   not exists (select from intel.entry n
                                where n.shelf = x.shelf and n.stix_id = x.stix_id and n.lane = x.lane
                                  and n.version > x.version) as newest
              from intel.shelf s join intel.entry x on x.shelf = s.id
             where s.collection = collection_id and x.stix_id = any (ids) and x.state = 4
               and not intel.is_taken_back(x)
               and not (s.keeper is null and intel.stays_away(collection_id, x.tlp))) c
     where e.shelf = c.shelf and e.state = 4 and e.position = c.position;
    get diagnostics back = row_count;
    update intel.head set position = position + back where collection = collection_id and back > 0;
    return query select intel.put_in_order(collection_id, ids), gone, back;
end $$;

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
revoke execute on function intel.note_relabelled() from ${app};
revoke execute on function intel.stays_away(uuid, text) from ${app};
