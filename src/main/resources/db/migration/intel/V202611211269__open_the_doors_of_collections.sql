-- Doors behind the wall, called by the stores of collections only. Writing goes through them because one commit takes
-- envelopes of several machines: each door asks for every machine whether it may.

-- Whether this machine may write into the collection today.
create function intel.may_write(collection_id uuid, account uuid) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    before text := current_setting('noroshi.person', true);
    found  boolean;
begin
    perform set_config('noroshi.person', account::text, true);
    select exists (select from intel.collection c
                    where c.id = collection_id and c.writers && membership.principals()) into found;
    perform set_config('noroshi.person', coalesce(before, ''), true);
    return found;
end $$;

-- Takes the collection's turn for the length of the transaction and answers its last position.
create function intel.take_turn(collection_id uuid) returns bigint
    language sql security definer
    set search_path = ''
    as $$ select position from intel.head where collection = collection_id for update $$;

create function intel.position_of(collection_id uuid) returns bigint
    language sql stable security definer
    set search_path = ''
    as $$ select position from intel.head where collection = collection_id $$;

-- The versions that are known of some objects: first and last ones, and those with one of the versions asked for.
create function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    select e.stix_id, e.shelf, e.state, e.position, e.version, e.size, e.sha256
      from (select distinct w.id from unnest(ids) as w(id)) w
      cross join (select s.id from intel.shelf s where s.collection = collection_id) s
      join intel.entry e on e.shelf = s.id and e.stix_id = w.id and (e.state < 3 or e.version = any (versions)) $$;

create function intel.raw_of(shelf_id integer, position_of bigint) returns bytea
    language sql stable security definer
    set search_path = ''
    as $$ select e.raw from intel.entry e where e.shelf = shelf_id and e.position = position_of $$;

-- The shelves and lanes of a collection.
create function intel.lanes_of(collection_id uuid)
    returns table (keeper uuid, shelf integer, spec text, type text, lane integer)
    language sql stable security definer
    set search_path = ''
    as $$
    select s.keeper, s.id, l.spec, l.type, l.id
      from intel.shelf s join intel.lane l on l.shelf = s.id
     where s.collection = collection_id $$;

create function intel.open_lane(collection_id uuid, keeper_id uuid, spec_of text, type_of text, account uuid)
    returns table (shelf integer, lane integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    shelf_id integer;
    lane_id  integer;
begin
    if not intel.may_write(collection_id, account) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    insert into intel.shelf (collection, keeper) values (collection_id, keeper_id) on conflict do nothing;
    select s.id into shelf_id from intel.shelf s
     where s.collection = collection_id and s.keeper is not distinct from keeper_id;
    insert into intel.lane (shelf, spec, type) values (shelf_id, spec_of, type_of) on conflict do nothing;
    select l.id into lane_id from intel.lane l where l.shelf = shelf_id and l.spec = spec_of and l.type = type_of;
    return query select shelf_id, lane_id;
end $$;

-- Adds entries in the order given, at consecutive positions from the first; the turn has been taken.
create function intel.add_entries(
    collection_id uuid, accounts uuid[], first bigint,
    shelves integer[], lanes integer[], states smallint[], ids text[], versions bigint[], digits smallint[],
    sources uuid[], starts integer[], sizes integer[], bytes bytea) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    account uuid;
begin
    foreach account in array accounts loop
        if not intel.may_write(collection_id, account) then
            raise exception 'may not write' using errcode = '42501';
        end if;
    end loop;
    insert into intel.entry (position, version, shelf, lane, size, state, digits, source, sha256, stix_id, raw)
    select first + n.k - 1, coalesce(n.version, first + n.k - 1), n.shelf, n.lane, n.size, n.state, n.digits, n.source,
           sha256(r.raw), n.id, r.raw
      from unnest(shelves, lanes, states, ids, versions, digits, sources, starts, sizes) with ordinality
           as n(shelf, lane, state, id, version, digits, source, start, size, k)
      cross join lateral (select substring(bytes from n.start for n.size) as raw offset 0) r
     order by n.k;
    update intel.head set position = first + cardinality(ids) - 1 where collection = collection_id;
end $$;

-- What was the only or last version is so no longer.
create function intel.move_entries(shelves integer[], positions bigint[], befores smallint[], afters smallint[])
    returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.entry e set state = n.after
      from unnest(shelves, positions, befores, afters) as n(shelf, position, before, after)
     where e.shelf = n.shelf and e.state = n.before and e.position = n.position $$;

-- Removes versions of an object that came from the machine's own organisation; what remains is put in order again.
create function intel.remove_entries(collection_id uuid, account uuid, own uuid, object_id text, positions bigint[])
    returns integer
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    removed integer;
begin
    if not intel.may_write(collection_id, account) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.position = any (positions)
       and e.source = own
       and exists (select from membership.seat t
                    where t.person = account and t.organisation = own and (t.until is null or t.until > now()));
    get diagnostics removed = row_count;
    update intel.entry e set state = r.state
      from (select v.shelf, v.position,
                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                        when v.number = 1 then 2 else 3 end as state
              from (select o.shelf, o.position,
                           row_number() over (partition by o.shelf order by o.version) as number,
                           count(*) over (partition by o.shelf) as total
                      from intel.entry o join intel.shelf s on s.id = o.shelf
                     where s.collection = collection_id and o.stix_id = object_id) v) r
     where e.shelf = r.shelf and e.position = r.position and e.stix_id = object_id and e.state <> r.state;
    return removed;
end $$;

create function intel.add_statuses(
    collection_id uuid, ids uuid[], accounts uuid[], organisations uuid[], at timestamptz, totals integer[],
    takens integer[], knowns integer[], faileds integer[], firsts bigint[], details text[]) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.status (id, collection, account, organisation, at, total, taken, known, failed, first, detail)
    select n.id, collection_id, n.account, n.organisation, at, n.total, n.taken, n.known, n.failed, n.first,
           n.detail::jsonb
      from unnest(ids, accounts, organisations, totals, takens, knowns, faileds, firsts, details)
           as n(id, account, organisation, total, taken, known, failed, first, detail) $$;

-- What a machine has brought with one envelope, as far as it is still there.
create function intel.taken_with(status_id uuid)
    returns table (stix_id text, "position" bigint, version bigint, digits smallint)
    language sql stable security definer
    set search_path = ''
    as $$
    select e.stix_id, e.position, e.version, e.digits
      from intel.status t
      join intel.shelf s on s.collection = t.collection
      cross join generate_series(0, 3) as w(state)
      join intel.entry e on e.shelf = s.id and e.state = w.state
           and e.position >= t.first and e.position < t.first + t.taken
     where t.id = status_id and t.account = membership.reader()
     order by e.position $$;

-- Counts what machines have asked for and got since the last time.
create function intel.count_deliveries(
    accounts uuid[], organisations uuid[], collections uuid[], at timestamptz, askeds bigint[], delivereds bigint[],
    firsts bigint[], lasts bigint[]) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.consumer as c (account, organisation, collection, first_at, last_at, asked, delivered)
    select n.account, n.organisation, n.collection, at, at, n.asked, n.delivered
      from unnest(accounts, organisations, collections, askeds, delivereds)
           as n(account, organisation, collection, asked, delivered)
        on conflict (account, collection) do update
       set last_at = excluded.last_at, asked = c.asked + excluded.asked, delivered = c.delivered + excluded.delivered,
           organisation = excluded.organisation;
    insert into intel.delivery as d (account, organisation, collection, hour, asked, delivered, first, last)
    select n.account, n.organisation, n.collection, date_trunc('hour', at), n.asked, n.delivered, n.first, n.last
      from unnest(accounts, organisations, collections, askeds, delivereds, firsts, lasts)
           as n(account, organisation, collection, asked, delivered, first, last)
        on conflict (account, collection, hour) do update
       set asked = d.asked + excluded.asked, delivered = d.delivered + excluded.delivered,
           first = least(d.first, excluded.first), last = greatest(d.last, excluded.last) $$;

-- Old answers and old hours go.
create function intel.forget_deliveries(before timestamptz) returns void
    language sql security definer
    set search_path = ''
    as $$
    delete from intel.status where at < before;
    delete from intel.delivery where hour < before $$;

-- The first position of a collection that is made now.
create function intel.begin_head() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.head (collection, position) values (new.id, 0);
    return new;
end $$;
create trigger begin_head after insert on intel.collection
    for each row execute function intel.begin_head();

-- These doors are for the application's role alone, and the last one for nobody.
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
revoke execute on function intel.begin_head() from ${app};
