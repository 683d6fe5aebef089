-- An indicator with a value that warning lists name, or that is a member's own, stays near whoever brought it: on a shelf
-- of its bringer's own that nobody reads whom the bringer named.
alter table intel.shelf add column near boolean not null default false;
alter table intel.shelf add check (not near or keeper is not null);
alter table intel.shelf drop constraint shelf_collection_keeper_key;
alter table intel.shelf add unique nulls not distinct (collection, keeper, near);
comment on column intel.shelf.near is 'for its keeper alone, whomever the keeper names';

create or replace function intel.my_shelves() returns integer[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    who   text := current_setting('noroshi.person', true);
    kept  text;
    paged boolean := coalesce(current_setting('noroshi.principals', true), '') <> '';
    mine  uuid[];
    found integer[];
begin
    if paged then
        kept := current_setting('noroshi.shelves', true);
        if starts_with(kept, who || '{') then
            return substr(kept, length(who) + 1)::integer[];
        end if;
    end if;
    mine := membership.principals();
    found := array(
        select s.id
          from intel.collection c
          join intel.shelf s on s.collection = c.id
         where c.readers && mine
           and (s.keeper is null or s.keeper = any (mine)
                or not s.near and exists (select from intel.naming n
                                           where n.collection = c.id and n.source = s.keeper and n.named = any (mine))));
    if paged then
        perform set_config('noroshi.shelves', who || found::text, true);
    end if;
    return found;
end $$;

drop function intel.lanes_of(uuid);
create function intel.lanes_of(collection_id uuid)
    returns table (keeper uuid, near boolean, shelf integer, spec text, type text, lane integer)
    language sql stable security definer
    set search_path = ''
    as $$
    select s.keeper, s.near, s.id, l.spec, l.type, l.id
      from intel.shelf s join intel.lane l on l.shelf = s.id
     where s.collection = collection_id $$;

drop function intel.open_lane(uuid, uuid, text, text, uuid, uuid);
create function intel.open_lane(
    collection_id uuid, keeper_id uuid, near_of boolean, spec_of text, type_of text, account uuid, organisation_id uuid)
    returns table (shelf integer, lane integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    shelf_id integer;
    lane_id  integer;
begin
    if not intel.may_write(collection_id, account)
       or not exists (
            select from membership.seat t
             where t.person = account and t.organisation = organisation_id and (t.until is null or t.until > now()))
       or keeper_id is not null and not exists (
            select from membership.seat t
             where t.person = account and t.organisation = keeper_id and (t.until is null or t.until > now())) then
        raise exception 'may not write' using errcode = '42501';
    end if;
    insert into intel.shelf (collection, keeper, near) values (collection_id, keeper_id, near_of) on conflict do nothing;
    select s.id into shelf_id from intel.shelf s
     where s.collection = collection_id and s.keeper is not distinct from keeper_id and s.near = near_of;
    insert into intel.lane (shelf, spec, type, organisation) values (shelf_id, spec_of, type_of, organisation_id)
        on conflict do nothing;
    select l.id into lane_id from intel.lane l where l.shelf = shelf_id and l.spec = spec_of and l.type = type_of;
    return query select shelf_id, lane_id;
end $$;

-- Whom a keeper named did not get what stands near the keeper: it is not told that it did.
create or replace function intel.said_to(value_id uuid, organisation_id uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    own  uuid[] := array[organisation_id] || array(
        select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window');
    wide uuid[] := own || membership.everyone()
        || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
        || array(select c.id from community.community c
                  where c.closed_at is null
                    and exists (select from membership.belonging b
                                  join (select h.account from intel.held h
                                         where h.value = value_id and h.organisation = organisation_id
                                         union
                                        select k.account from intel.consumer k where k.organisation = organisation_id) a
                                    on a.account = b.person
                                 where b.principal = c.id and b.since <= now() and (b.until is null or b.until > now())));
begin
    return exists (
            select from intel.source s
             where s.value = value_id and s.withdrawn_at is null and (s.valid_until is null or s.valid_until > now())
               and s.tlp <> 'RED'
               and (s.addressees && own or s.tlp <> 'AMBER_STRICT' and s.addressees && wide
                    or exists (select from intel.consumer k
                                 join intel.collection c on c.id = k.collection and intel.sits_in(k.account, c.readers)
                                 join intel.shelf f on f.collection = k.collection
                                  and (f.keeper is null or f.keeper = organisation_id
                                       or not f.near and exists (
                                           select from intel.naming n
                                            where n.collection = k.collection and n.source = f.keeper
                                              and n.named = organisation_id))
                                 join intel.entry e on e.shelf = f.id and e.stix_id = s.stix_id and e.state < 4
                                where k.organisation = organisation_id)))
        or exists (
            select from intel.citation c
              join topic.topic t on t.id = c.topic and t.state = 'published'
             where c.value = value_id and c.withdrawn_at is null and t.tlp <> 'RED'
               and (t.addressees && own or t.tlp <> 'AMBER_STRICT' and t.addressees && wide));
end $$;

create or replace function intel.tell_recalls(numbers bigint[], run_id uuid, moment timestamptz) returns bigint
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    told bigint;
begin
    update intel.taken_back t set again_at = moment
     where t.again_at is null
       and t.value in (select r.value from intel.recall r where r.number = any (numbers))
       and intel.said_to(t.value, t.organisation);
    insert into intel.taken_back as t (organisation, value, type, word, run, at)
    select g.organisation, g.value, v.type, v.value, run_id, moment
      from (select w.value, h.organisation
              from (select distinct r.value from intel.recall r where r.number = any (numbers)) w
              join intel.held h on h.value = w.value and (h.until is null or h.until > moment - interval '30 days')
             union
            select w.value, k.organisation
              from (select distinct r.value, r.stix_id from intel.recall r
                     where r.number = any (numbers) and r.stix_id is not null) w
             cross join intel.shelf f
              join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
              join intel.consumer k on k.collection = f.collection
             where (f.keeper is null or f.keeper = k.organisation
                    or not f.near and exists (select from intel.naming n
                                               where n.collection = f.collection and n.source = f.keeper
                                                 and n.named = k.organisation))
               and exists (select from intel.delivery d
                            where d.account = k.account and d.collection = f.collection
                              and d.first <= e.position and d.last >= e.position)
               and intel.names(e, w.value)) g
      join intel.value v on v.id = g.value
     where not intel.said_to(g.value, g.organisation)
        on conflict (organisation, value) do update
       set run = excluded.run, at = excluded.at, again_at = null
     where t.again_at is not null;
    get diagnostics told = row_count;
    delete from intel.recall r where r.number = any (numbers);
    return told;
end $$;

create or replace function intel.fetched(value_id uuid)
    returns table (account uuid, collection uuid, title text, hour timestamptz, back boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select d.account, d.collection, c.title, min(d.hour), bool_and(e.state = 4)
      from (select distinct s.stix_id from intel.source s where s.value = value_id) w
     cross join intel.shelf f
      join intel.entry e on e.shelf = f.id and e.stix_id = w.stix_id
      join intel.collection c on c.id = f.collection
      join intel.delivery d on d.collection = f.collection and d.organisation = any (mine)
                           and d.first <= e.position and d.last >= e.position
     where (f.keeper is null or f.keeper = d.organisation
            or not f.near and exists (select from intel.naming n
                                       where n.collection = f.collection and n.source = f.keeper
                                         and n.named = d.organisation))
       and intel.names(e, value_id)
     group by d.account, d.collection, c.title
     order by 4 desc
     limit 100;
end $$;

-- Which of these values, by their place, may be published all the same. Not why: the reason is the Centre's to read.
create function intel.excepted(types text[], texts text[]) returns setof integer
    language sql stable security definer
    set search_path = ''
    as $$
    select f.place::integer
      from unnest(types, texts) with ordinality as f(type, value, place)
      join intel.warning_exception e on e.key = intel.key_of(f.type, f.value) $$;

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
