-- What may touch a change is gathered once, and followed page by page; what has followed is left away. Before, each page
-- gathered it again from the beginning.
create table intel.guard_found (
    number  bigint not null references intel.guard_changed on delete cascade,
    stix_id text not null,
    primary key (number, stix_id)
);
comment on table intel.guard_found is 'indicators that may have to do with a change and have not followed yet';
alter table intel.guard_changed add column gathered boolean not null default false;

-- Read and written by the doors below alone.
alter table intel.guard_found enable row level security;

drop function intel.guarded_places(bigint, text, integer);

-- Which indicators have a value that touches what has changed: what may touch it, the rule decides.
create function intel.gather_guarded(changed bigint) returns void
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
      join intel.source s on s.value = w.id
        on conflict do nothing;
    update intel.guard_changed g set gathered = true where g.number = changed;
end $$;

-- Where the first of those stand that have not followed, in the order of ids; nowhere for what is in the library alone.
create function intel.guarded_places(changed bigint, at_most integer)
    returns table (stix_id text, collection uuid, maker uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    select i.stix_id, c.id, c.created_by
      from (select f.stix_id from intel.guard_found f
             where membership.reader() is null and f.number = changed order by f.stix_id limit at_most) i
      left join intel.collection c on exists (
               select from intel.shelf f join intel.entry e on e.shelf = f.id and e.stix_id = i.stix_id
                where f.collection = c.id and not f.near)
     order by i.stix_id $$;

-- They have followed, up to this one.
create function intel.guard_left(changed bigint, last text) returns void
    language sql security definer
    set search_path = ''
    as $$
    delete from intel.guard_found f where membership.reader() is null and f.number = changed and f.stix_id <= last $$;

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
