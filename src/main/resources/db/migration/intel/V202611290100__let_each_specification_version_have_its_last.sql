-- An object may stand in a collection in several versions of STIX. Who does not say which gets the latest of these alone, so
-- first and last are told within each, and what stands in an older one is told apart by its state: no page has to look.
alter table intel.entry drop constraint entry_state_check;
alter table intel.entry add constraint entry_state_check check (state between -4 and 4) not valid;
comment on column intel.entry.state is
    'among its object''s entries in one version of STIX: 0 the only version, 1 the last of several, 2 the first of several, '
    '3 between; where the shelf has the object in a later version of STIX -1 the only, -2 the last, -3 the first, -4 between; '
    '4 held back';

-- Puts the states of objects in order after what stands there has changed. What a later version of STIX hid until now goes
-- to the end, so that nobody who polls misses it. An object whose last version of all is revoked is over: its latest version of
-- STIX is the one that says so. In the collection's turn; answers its last position.
create function intel.put_in_order(collection_id uuid, ids text[]) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    head_at bigint;
    shown   bigint;
begin
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    with settled as (
    update intel.entry e set state = r.state, position = case when r.shown then head_at + r.number else e.position end
      from (select q.*, row_number() over (partition by q.shown order by q.position) as number
              from (select p.shelf, p.position, p.before, p.before < 0 and not p.older as shown,
                           (case when p.older then -1 - p.place else p.place end)::smallint as state
                      from (select v.shelf, v.position, v.before,
                                   v.spec <> case when v.final < v.latest
                                                       and convert_from(v.final_raw, 'UTF8') ~ '"revoked"\s*:\s*true'
                                                  then v.final else v.latest end as older,
                                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                                        when v.number = 1 then 2 else 3 end as place
                              from (select o.shelf, o.position, o.state as before, l.spec,
                                           max(l.spec) over (partition by o.shelf, o.stix_id) as latest,
                                           first_value(l.spec) over whole as final,
                                           first_value(o.raw) over whole as final_raw,
                                           row_number() over (partition by o.shelf, o.stix_id, l.spec
                                                              order by o.version) as number,
                                           count(*) over (partition by o.shelf, o.stix_id, l.spec) as total
                                      from (select s.id from intel.shelf s where s.collection = collection_id) s
                                     cross join (select distinct i.id from unnest(ids) as i(id)) w
                                     cross join lateral (select x.* from intel.entry x
                                                          where x.shelf = s.id and x.stix_id = w.id and x.state < 4
                                                         offset 0) o
                                      join intel.lane l on l.id = o.lane
                                    window whole as (partition by o.shelf, o.stix_id order by o.version desc)) v) p) q
             where q.state <> q.before) r
     where e.shelf = r.shelf and e.state = r.before and e.position = r.position
    returning r.shown as moved)
    select count(*) filter (where s.moved) into shown from settled s;
    if shown > 0 then
        update intel.head set position = head_at + shown where collection = collection_id;
    end if;
    return head_at + shown;
end $$;

-- The same for who has just written.
create function intel.settle_entries(collection_id uuid, accounts uuid[], ids text[]) returns bigint
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
    return intel.put_in_order(collection_id, ids);
end $$;

-- As before, with the version of STIX of each.
drop function intel.known_versions(uuid, text[], bigint[]);
create function intel.known_versions(collection_id uuid, ids text[], versions bigint[])
    returns table (stix_id text, shelf integer, state smallint, "position" bigint, version bigint, size integer,
                   sha256 bytea, keeper uuid, owner uuid, spec text)
    language sql stable security definer
    set search_path = ''
    as $$
    select k.stix_id, k.shelf, k.state, k.position, k.version, k.size, k.sha256, s.keeper, k.owner,
           (select l.spec from intel.lane l where l.id = k.lane)
      from (select distinct w.id from unnest(ids) as w(id)) w
      left join intel.given g on g.collection = collection_id and g.stix_id = w.id
      cross join (select s.id, s.keeper from intel.shelf s where s.collection = collection_id) s
      cross join lateral (
          select e.stix_id, e.shelf, e.lane, e.state, e.position, e.version, e.size, e.sha256,
                 first_value(e.source) over (order by e.source is distinct from g.source, e.position) as owner
            from (select * from intel.entry i
                   where i.shelf = s.id and i.stix_id = w.id
                   order by i.version offset 0) e) k
     where k.state not in (3, -4) or k.version = any (versions)
    union all
    select g.stix_id, null, null, null, null, null, null, h.holder, g.source, null
      from intel.given g left join lateral unnest(g.holders) as h(holder) on true
     where g.collection = collection_id and g.stix_id = any (ids) $$;

-- As before, in every state: also what is held back is compared with what arrives.
create or replace function intel.raw_of(collection_id uuid, shelf_id integer, position_of bigint) returns bytea
    language sql stable security definer
    set search_path = ''
    as $$
    select e.raw
      from intel.shelf s
      cross join generate_series(-4, 4) as w(state)
      join intel.entry e on e.shelf = s.id and e.state = w.state and e.position = position_of
     where s.id = shelf_id and s.collection = collection_id $$;

create or replace function intel.taken_with(status_id uuid)
    returns table (stix_id text, "position" bigint, version bigint, digits smallint)
    language sql stable security definer
    set search_path = ''
    as $$
    select e.stix_id, e.position, e.version, e.digits
      from intel.status t
      join intel.shelf s on s.collection = t.collection
      cross join generate_series(-4, 3) as w(state)
      join intel.entry e on e.shelf = s.id and e.state = w.state
           and e.position >= t.first and e.position < t.first + t.taken
     where t.id = status_id and t.account = membership.reader()
     order by e.position $$;

create or replace function intel.veil_entries(
    collection_id uuid, shelves integer[], positions bigint[], withouts bytea[], veiled boolean) returns integer
    language sql security definer
    set search_path = ''
    as $$
    with kept as (
    update intel.entry e
       set veil = v.veil, unnamed = case when v.veil > 0 then n.without end
      from unnest(shelves, positions, withouts) as n(shelf, position, without)
      join intel.shelf s on s.id = n.shelf and s.collection = collection_id
     cross join unnest(array[-4, -3, -2, -1, 0, 1, 2, 3, 4]::smallint[]) as t(state)
      join intel.entry k on k.shelf = n.shelf and k.state = t.state and k.position = n.position
     cross join lateral (select intel.veil_of(k.source) as veil offset 0) v
     where e.shelf = k.shelf and e.state = k.state and e.position = k.position and (v.veil > 0) = veiled
    returning e.position)
    select count(*)::integer from kept $$;

-- As before; the word that says so counts for entries in its own version of STIX: who asks for another does not get it.
create or replace function intel.is_taken_back(e intel.entry) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (
        select from intel.source s
         cross join lateral (select (extract(epoch from s.version) * 1000000)::bigint as version) m
         where s.stix_id = e.stix_id
           and (s.keeper = e.source
                or exists (select from membership.organisation o where o.id = s.keeper and o.part = 'CENTRE'))
           and (s.withdrawn_how = 'person' and e.version <= m.version
                   and (s.bringer is null or s.bringer = e.source
                        or intel.names(e, s.value)
                           and not exists (select from intel.source o
                                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.bringer = e.source
                                              and o.withdrawn_at is null))
                or s.withdrawn_how = 'revoked' and e.version < m.version
                   and (s.bringer is null or s.bringer = e.source))
           and not exists (select from intel.entry n
                            where n.shelf = e.shelf and n.stix_id = e.stix_id and n.lane = e.lane
                              and n.version > e.version
                              and (n.version > m.version or s.withdrawn_how = 'revoked' and n.version = m.version))
           and not exists (select from intel.source o
                            where o.keeper = s.keeper and o.stix_id = s.stix_id and o.bringer is not distinct from s.bringer
                              and o.withdrawn_at is null)) $$;

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
               and not intel.is_taken_back(x)) c
     where e.shelf = c.shelf and e.state = 4 and e.position = c.position;
    get diagnostics back = row_count;
    update intel.head set position = position + back where collection = collection_id and back > 0;
    return query select intel.put_in_order(collection_id, ids), gone, back;
end $$;

-- As before, with the last position after it.
drop function intel.remove_entries(uuid, uuid, uuid, text, bigint[]);
create function intel.remove_entries(
    collection_id uuid, account uuid, own uuid, object_id text, positions bigint[])
    returns table (last bigint, removed integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    gone integer;
begin
    if not intel.may_write(collection_id, account) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.position = any (positions)
       and e.source = own
       and exists (select from membership.seat t
                    where t.person = account and t.organisation = own and (t.until is null or t.until > now()));
    get diagnostics gone = row_count;
    return query select intel.put_in_order(collection_id, array[object_id]), gone;
end $$;

create or replace function intel.give_object(
    collection_id uuid, object_id text, source_id uuid, reason_of text, moment timestamptz)
    returns table (last bigint, removed integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    holding uuid[];
    head_at bigint;
    gone    integer;
    moved   integer := 0;
begin
    if not membership.has_role('ADMINISTRATOR') then
        raise exception 'may not give' using errcode = '42501';
    end if;
    if not exists (select from intel.collection c
                    where c.id = collection_id
                      and (c.writers && array[source_id, membership.everyone()]
                           or exists (select from membership.seat t
                                       where t.organisation = source_id and (t.until is null or t.until > now())
                                         and (t.person = any (c.writers)
                                              or exists (select from membership.belonging b
                                                          where b.person = t.person and b.principal = any (c.writers)
                                                            and (b.until is null or b.until > now())))))) then
        return;
    end if;
    perform from intel.head h where h.collection = collection_id for update;
    holding := array(select distinct e.source from intel.entry e join intel.shelf s on s.id = e.shelf
                      where s.collection = collection_id and e.stix_id = object_id and e.source <> source_id);
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.source <> source_id;
    get diagnostics gone = row_count;
    head_at := intel.put_in_order(collection_id, array[object_id]);
    if gone > 0 then
        update intel.entry e set position = head_at + c.number
          from (select x.shelf, x.state, x.position, row_number() over (order by x.position) as number
                  from intel.shelf s join intel.entry x on x.shelf = s.id
                 where s.collection = collection_id and x.stix_id = object_id and x.state in (0, 1, -1, -2)) c
         where e.shelf = c.shelf and e.state = c.state and e.position = c.position;
        get diagnostics moved = row_count;
        update intel.head h set position = h.position + moved where h.collection = collection_id and moved > 0;
    end if;
    insert into intel.given (collection, stix_id, source, holders, reason, at, by)
    values (collection_id, object_id, source_id, holding, reason_of, moment, membership.reader())
    on conflict (collection, stix_id) do update
       set source = excluded.source, reason = excluded.reason, at = excluded.at, by = excluded.by,
           holders = array(select distinct h from unnest(intel.given.holders || excluded.holders
                                                         || intel.given.source) h
                            where h <> excluded.source);
    return query select head_at + moved, gone;
end $$;

-- What stands in several versions of STIX already.
do $$
declare
    each record;
begin
    for each in
        select s.collection, array_agg(distinct e.stix_id) as ids
          from intel.shelf s
          join intel.lane a on a.shelf = s.id
          join intel.lane b on b.shelf = s.id and b.type = a.type and b.spec > a.spec
          join intel.entry e on e.lane = a.id
         where exists (select from intel.entry n where n.shelf = s.id and n.stix_id = e.stix_id and n.lane = b.id)
         group by s.collection
    loop
        perform intel.put_in_order(each.collection, each.ids);
    end loop;
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
revoke execute on function intel.put_in_order(uuid, text[]) from ${app};
