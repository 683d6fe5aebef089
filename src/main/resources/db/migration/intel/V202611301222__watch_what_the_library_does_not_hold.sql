-- What becomes a member's own, or is named by a list, after it arrived stays near its bringer also where the library does not hold
-- it: in collections that their maker does not read, and in STIX 2.0. A job reads such entries once and keeps their values.
create table intel.standing (
    value   uuid not null references intel.value,
    stix_id text not null,
    primary key (value, stix_id)
);
comment on table intel.standing is 'values of indicators that stand in a collection in a version that the library does not hold';
create table intel.watched (
    collection uuid primary key references intel.collection,
    position   bigint not null
);
comment on table intel.watched is 'up to which position the entries of a collection were asked for such values';

-- Both are read and written by the doors below alone.
alter table intel.standing enable row level security;
alter table intel.watched enable row level security;

-- Collections with entries that were not asked, and up to where they can be: what the library has passed, and what it has
-- had two minutes for.
create function intel.collections_to_watch() returns table (collection uuid, watched bigint, upto bigint)
    language sql stable security definer
    set search_path = ''
    as $$
    select c.id, w.position, w.upto
      from (select h.collection as id, coalesce(n.position, -1) as position,
                   least(h.position, greatest(e.position,
                                              (extract(epoch from now() - interval '2 minutes') * 1000000)::bigint)) as upto
              from intel.head h
              left join intel.entered e on e.collection = h.collection
              left join intel.watched n on n.collection = h.collection) w
      join intel.collection c on c.id = w.id
     where membership.reader() is null and w.upto > w.position $$;

-- The next indicators there that everybody may get, in their order; without bytes those that the library holds. Some megabytes at
-- a time, but one at least.
create function intel.entries_to_watch(collection_id uuid, after bigint, upto bigint, at_most integer, most_bytes bigint)
    returns table ("position" bigint, stix_id text, raw bytea)
    language sql stable security definer
    set search_path = ''
    as $$
    select q.position, q.stix_id, case when not q.held then q.raw end
      from (select p.*, sum(p.bytes) over (order by p.position rows unbounded preceding) - p.bytes as before
              from (select e.position, e.stix_id, e.raw, o.held, case when o.held then 0 else e.size end as bytes
                      from (select x.*
                              from intel.shelf f
                              join intel.lane l on l.shelf = f.id and l.type = 'indicator'
                             cross join generate_series(-4, 4) as s(state)
                             cross join lateral (select i.* from intel.entry i
                                                  where i.lane = l.id and i.state = s.state
                                                    and i.position > after and i.position <= upto
                                                  order by i.position limit at_most) x
                             where membership.reader() is null and f.collection = collection_id and not f.near
                             order by x.position limit at_most) e
                     cross join lateral (select exists (select from intel.object n
                                                         where n.stix_id = e.stix_id
                                                           and n.sha256 = encode(e.sha256, 'hex')) as held) o) p) q
     where q.before < most_bytes
     order by q.position $$;

create function intel.note_standing(ids text[], types text[], texts text[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        raise exception 'may not note' using errcode = '42501';
    end if;
    insert into intel.standing (value, stix_id)
    select distinct n.id, ids[n.place] from intel.name_values(types, texts) n
        on conflict do nothing;
end $$;

create function intel.watched_up_to(collection_id uuid, position_of bigint) returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.watched as w (collection, position)
    select collection_id, position_of where membership.reader() is null
        on conflict (collection) do update set position = greatest(w.position, excluded.position) $$;

-- Which indicators speak of a value: those of the library, and those that stand in collections alone.
create function intel.naming(value_id uuid) returns setof text
    language sql stable security definer
    set search_path = ''
    as $$
    select s.stix_id from intel.source s where s.value = value_id
     union
    select n.stix_id from intel.standing n where n.value = value_id $$;

-- As before, with what stands in collections alone.
create or replace function intel.gather_guarded(changed bigint) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    key_of text;
    own    asset.asset;
    turned text[];
    deep   text;
begin
    if membership.reader() is not null then
        raise exception 'may not gather' using errcode = '42501';
    end if;
    if not exists (select from intel.guard_changed g where g.number = changed and not g.gathered for update) then
        return;
    end if;
    select encode(g.value, 'hex') into key_of from intel.guard_changed g where g.number = changed;
    select a.* into own from intel.guard_changed g join asset.asset a on a.id = g.asset where g.number = changed;
    turned := array(select reverse(h) from unnest(own.hosts) as h);
    deep := case when own.kind = 'DOMAIN' then reverse(own.host) end;
    insert into intel.guard_found (number, stix_id)
    select distinct changed, s.stix_id
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
     cross join lateral intel.naming(w.id) as s(stix_id)
        on conflict do nothing;
    update intel.guard_changed g set gathered = true where g.number = changed;
end $$;

create or replace function intel.guard_looked(changed bigint, last uuid, named_values uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        raise exception 'may not look' using errcode = '42501';
    end if;
    insert into intel.guard_found (number, stix_id)
    select distinct changed, s.stix_id from unnest(named_values) as w(id) cross join lateral intel.naming(w.id) as s(stix_id)
        on conflict do nothing;
    update intel.guard_changed g
       set behind = last,
           named = g.named + (select count(*) from unnest(named_values) as w(id)
                               where exists (select from intel.source s
                                              where s.value = w.id and s.withdrawn_at is null
                                                and (s.valid_until is null or s.valid_until > now())))
     where g.number = changed and g.behind < last;
end $$;

-- What stands there already follows what is in force already, once it was looked through.
insert into intel.guard_changed (asset, due_at)
select a.id, d.at from asset.asset a cross join (values (now() + interval '10 minutes'), (now() + interval '1 hour')) as d(at)
 where a.state = 'registered' and a.expires_at > now();
insert into intel.guard_changed (list, due_at)
select l.id, d.at from intel.warning_list l cross join (values (now() + interval '10 minutes'), (now() + interval '1 hour')) as d(at)
 where l.replaced_at is null;

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
revoke execute on function intel.naming(uuid) from ${app};
