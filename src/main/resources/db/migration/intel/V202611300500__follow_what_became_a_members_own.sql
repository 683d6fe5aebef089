-- What became a member's own after it had arrived stays near its bringer from then on, and goes again when it is a member's own
-- no longer. Triggers note which assets changed, whatever the way; a job asks the rule that arrivals are asked, and collections
-- follow.

-- The host of a value, its letters turned around: all that lies beneath a name stands together. What is longer is no name, and
-- would not fit into an index.
create function intel.host_backwards(type_of text, value_of text) returns text
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select reverse(h.host)
      from (select case type_of
                   when 'domain' then value_of
                   when 'email' then substring(value_of from '@([^@]*)$')
                   when 'url' then lower(regexp_replace(substring(value_of from '://(?:[^/?#]*@)?([^/?#]*)'), ':[^]:]*$', ''))
                   end) as h(host)
     where length(h.host) <= 253 $$;

-- The address at which a URL is, where it says one and no name.
create function intel.address_of(type_of text, value_of text) returns inet
    language plpgsql immutable
    set search_path = ''
    as $$
declare
    host text := case when type_of = 'url' then reverse(intel.host_backwards(type_of, value_of)) end;
begin
    if host ~ '^((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.|$)){4}$' and host not like '%.' then
        return host::inet;
    elsif host ~ '^\[[0-9a-f.:]+\]$' then
        begin
            return btrim(host, '[]')::inet;
        exception when invalid_text_representation then
            return null; -- what only looks like one
        end;
    end if;
    return null;
end $$;

create index on intel.value ((intel.host_backwards(type, value)) collate "C") where type in ('domain', 'email', 'url');
create index on intel.value using gist ((intel.address_of(type, value)) inet_ops)
    where type = 'url' and intel.address_of(type, value) is not null;

-- Assets and values of which it may have changed whether they may be handed on; a job lets collections follow.
create table intel.guard_changed (
    number bigint generated always as identity primary key,
    asset  uuid,
    value  bytea,
    due_at timestamptz not null,
    check ((asset is null) <> (value is null))
);
create index on intel.guard_changed (due_at, number);
comment on column intel.guard_changed.value is 'the key of one for which an exception was made or lifted';
comment on column intel.guard_changed.due_at is
    'at once, and twice a while later, when what was still on its way into the library is there; and when the asset ends by itself';

-- Entries that are held back because of that, and the copy near their bringer.
create table intel.restrained (
    shelf   integer not null,
    stix_id text not null,
    version bigint not null,
    near    integer references intel.shelf,
    primary key (shelf, stix_id, version),
    foreign key (shelf, stix_id, version) references intel.entry (shelf, stix_id, version) on delete cascade
);
comment on column intel.restrained.near is 'the shelf of the copy; none where the bringer had it there, or got it no longer either';

-- Both are read and written by the doors below alone.
alter table intel.guard_changed enable row level security;
alter table intel.restrained enable row level security;

create function intel.note_guarded() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.guard_changed (asset, due_at)
    select new.id, d.at
      from unnest(array[now(), now() + interval '1 minute', now() + interval '10 minutes',
                        case when new.state = 'registered' then new.expires_at end]) as d(at)
     where d.at is not null;
    return null;
end $$;
create trigger note_registered after insert on asset.asset
    for each row when (new.state = 'registered') execute function intel.note_guarded();
create trigger note_guarded after update on asset.asset
    for each row when ((old.state = 'registered' or new.state = 'registered')
                       and (old.state <> new.state or old.expires_at is distinct from new.expires_at))
    execute function intel.note_guarded();

create function intel.note_exception() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.guard_changed (value, due_at) select c.key, now() from changed c;
    return null;
end $$;
create trigger note_exception after insert on intel.warning_exception
    referencing new table as changed for each statement execute function intel.note_exception();
create trigger note_lifted after delete on intel.warning_exception
    referencing old table as changed for each statement execute function intel.note_exception();

-- What is in force already, and its end.
insert into intel.guard_changed (asset, due_at)
select a.id, d.at from asset.asset a cross join lateral (values (now()), (a.expires_at)) as d(at)
 where a.state = 'registered' and a.expires_at > now();

create function intel.is_restrained(e intel.entry) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (select from intel.restrained r
                    where r.shelf = e.shelf and r.stix_id = e.stix_id and r.version = e.version) $$;

create function intel.guards_waiting(at_most integer) returns table (number bigint)
    language sql stable security definer
    set search_path = ''
    as $$
    select g.number from intel.guard_changed g
     where membership.reader() is null and g.due_at <= now() order by g.due_at, g.number limit at_most $$;

create function intel.guard_followed(followed bigint) returns void
    language sql security definer
    set search_path = ''
    as $$ delete from intel.guard_changed g where membership.reader() is null and g.number = followed $$;

-- What could not follow is tried again, after the others.
create function intel.guard_later(failed bigint) returns void
    language sql security definer
    set search_path = ''
    as $$
    update intel.guard_changed g set due_at = now() + interval '5 minutes'
     where membership.reader() is null and g.number = failed $$;

-- Where indicators stand with a value that touches what has changed, behind an id: what may touch it, the rule decides.
create function intel.guarded_places(changed bigint, after text, at_most integer)
    returns table (stix_id text, collection uuid, maker uuid)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    key_of text;
    own    asset.asset;
    turned text[];
    deep   text;
begin
    if membership.reader() is not null then
        return;
    end if;
    select encode(g.value, 'hex') into key_of from intel.guard_changed g where g.number = changed;
    select a.* into own from intel.guard_changed g join asset.asset a on a.id = g.asset where g.number = changed;
    turned := array(select reverse(h) from unnest(own.hosts) as h);
    deep := case when own.kind = 'DOMAIN' then reverse(own.host) end;
    return query
    select i.stix_id, c.id, c.created_by
      from (select distinct s.stix_id
              from (select v.id from intel.value v where v.key = decode(key_of, 'hex')
                     union all
                    select v.id from intel.value v
                     where v.type in ('domain', 'email', 'url')
                       and intel.host_backwards(v.type, v.value) collate "C" = any (turned)
                       and (own.kind <> 'URL' or v.type <> 'url'
                            or starts_with(split_part(v.value, '://', 2), split_part(own.value, '://', 2)))
                     union all
                    select v.id from intel.value v
                     where v.type in ('domain', 'email', 'url')
                       and intel.host_backwards(v.type, v.value) collate "C" >= deep || '.'
                       and intel.host_backwards(v.type, v.value) collate "C" < deep || '/'
                     union all
                    select v.id from intel.value v
                     where v.network is not null and (v.network <<= own.network or v.network >>= own.network)
                     union all
                    select v.id from intel.value v
                     where v.type = 'url' and intel.address_of(v.type, v.value) is not null
                       and intel.address_of(v.type, v.value) <<= own.network) w
              join intel.source s on s.value = w.id
             where s.stix_id > after
             order by s.stix_id limit at_most) i
      left join intel.collection c on exists (
               select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = i.stix_id
                where f.collection = c.id and not f.near)
     order by i.stix_id;
end $$;

-- The entries of these objects that do not stand near already, for a job that asks whether they may be handed on.
create function intel.entries_to_ask(collection_id uuid, ids text[])
    returns table (shelf integer, stix_id text, version bigint, raw bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    select e.shelf, e.stix_id, e.version, e.raw
      from intel.shelf f
     cross join (select distinct u.id from unnest(ids) as u(id)) w
     cross join lateral (select x.* from intel.entry x where x.shelf = f.id and x.stix_id = w.id offset 0) e
     where membership.reader() is null and f.collection = collection_id and not f.near $$;

-- In the collection's turn: what may be handed on no longer is held back, and stands near its bringer beside it; what may again
-- goes again. What its bringer removed meanwhile does not come back. Both are noted to be told as anything is that was taken
-- back, by the values that were asked for; not why.
create function intel.restrain(
    collection_id uuid, shelves integer[], ids text[], versions bigint[], withheld boolean[], types text[], texts text[])
    returns table (last bigint, changed bigint)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    each   record;
    place  integer;
    about  text[] := '{}';
begin
    if membership.reader() is not null then
        raise exception 'may not restrain' using errcode = '42501';
    end if;
    perform from intel.head h where h.collection = collection_id for update;
    for each in
        select e.shelf, e.stix_id, e.version, e.state, e.source, l.spec, l.type, w.kept
          from unnest(shelves, ids, versions, withheld) as w(shelf, stix_id, version, kept)
          join intel.shelf f on f.id = w.shelf and f.collection = collection_id and not f.near
          join intel.entry e on e.shelf = w.shelf and e.stix_id = w.stix_id and e.version = w.version
          join intel.lane l on l.id = e.lane
         where w.kept <> intel.is_restrained(e)
    loop
        about := about || each.stix_id;
        place := null;
        if each.kept then
            if each.state < 4 then
                insert into intel.shelf (collection, keeper, near) values (collection_id, each.source, true)
                    on conflict do nothing;
                select f.id into place from intel.shelf f
                 where f.collection = collection_id and f.keeper = each.source and f.near;
                insert into intel.lane (shelf, spec, type, organisation) values (place, each.spec, each.type, each.source)
                    on conflict do nothing;
                insert into intel.entry (position, version, shelf, lane, size, state, digits, source, sha256, stix_id, raw,
                                         tlp, veil, unnamed)
                select e.position, e.version, l.shelf, l.id, e.size, 3, e.digits, e.source, e.sha256, e.stix_id, e.raw,
                       'AMBER_STRICT', e.veil, e.unnamed
                  from intel.entry e
                  join intel.lane l on l.shelf = place and l.spec = each.spec and l.type = each.type
                 where e.shelf = each.shelf and e.stix_id = each.stix_id and e.version = each.version
                    on conflict do nothing;
                if not found then
                    place := null;
                end if;
            end if;
            insert into intel.restrained (shelf, stix_id, version, near)
            values (each.shelf, each.stix_id, each.version, place);
        else
            delete from intel.restrained r
             where r.shelf = each.shelf and r.stix_id = each.stix_id and r.version = each.version
            returning r.near into place;
            if place is not null then
                delete from intel.entry e
                 where e.shelf = place and e.stix_id = each.stix_id and e.version = each.version;
                if not found then
                    delete from intel.entry e
                     where e.shelf = each.shelf and e.stix_id = each.stix_id and e.version = each.version;
                end if;
            end if;
        end if;
    end loop;
    return query select f.last, cardinality(about)::bigint from intel.hold_back(collection_id, about) f;
    perform intel.spread(about);
    insert into intel.recall (value, keeper, stix_id)
    select s.value, s.keeper, s.stix_id
      from intel.source s
      join intel.value v on v.id = s.value
     where s.stix_id = any (about) and s.withdrawn_at is null
       and v.key in (select intel.key_of(t.type, t.value) from unnest(types, texts) as t(type, value));
end $$;

-- As before; what may not be handed on is not released.
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
             where s.collection = collection_id and x.stix_id = any (ids) and x.state < 4
               and (intel.is_taken_back(x) or intel.is_restrained(x))) c
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
               and not intel.is_restrained(x)
               and not (s.keeper is null and intel.stays_away(collection_id, x.tlp))) c
     where e.shelf = c.shelf and e.state = 4 and e.position = c.position;
    get diagnostics back = row_count;
    update intel.head set position = position + back where collection = collection_id and back > 0;
    return query select intel.put_in_order(collection_id, ids), gone, back;
end $$;

-- As before; the same.
create or replace function intel.follow_labels(collection_id uuid, objects uuid[]) returns table (last bigint, changed integer)
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
               not w.away and (x.state < 4 or intel.stays_away(collection_id, x.tlp) and not intel.is_taken_back(x)
                                               and not intel.is_restrained(x)) as goes
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
revoke execute on function intel.host_backwards(text, text) from ${app};
revoke execute on function intel.address_of(text, text) from ${app};
revoke execute on function intel.note_guarded() from ${app};
revoke execute on function intel.note_exception() from ${app};
revoke execute on function intel.is_restrained(intel.entry) from ${app};
