-- What sources say follows the readers of collections. What somebody must not read any longer is said no more in the transaction
-- that takes it away; who joins is told by a job, some objects at a time, so that nobody waits for a whole collection.
create table intel.to_spread (
    number bigint generated always as identity primary key,
    shelf  integer not null references intel.shelf,
    after  text not null default 'indicator--'
);
comment on table intel.to_spread is 'shelves of which the library''s words are still to be said to whom reads them now';
comment on column intel.to_spread.after is 'the last id that was gone through';
alter table intel.to_spread enable row level security;

create or replace function intel.spread_for_readers() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not old.readers <@ new.readers then
        perform intel.spread_added(new.id, -1, 9223372036854775807);
    end if;
    insert into intel.to_spread (shelf)
    select s.id from intel.shelf s
     where s.collection = new.id
       and not exists (select from intel.to_spread t where t.shelf = s.id and t.after = 'indicator--');
    return null;
end $$;

-- What stands near its keeper is said to nobody who is named.
create or replace function intel.spread_named() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.to_spread (shelf)
    select distinct s.id from changed n
      join intel.shelf s on s.collection = n.collection and s.keeper = n.source and not s.near;
    return null;
end $$;

-- A step of the job that still reads the old names ends first.
create function intel.spread_unnamed() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    perform from intel.collection c where c.id in (select n.collection from changed n) for no key update;
    perform intel.take_turn_to_spread();
    perform intel.spread(array(
        select distinct e.stix_id
          from (select distinct n.collection, n.source from changed n) n
          join intel.shelf f on f.collection = n.collection and f.keeper = n.source and not f.near
          join intel.entry e on e.shelf = f.id
         where e.stix_id like 'indicator--%' and exists (select from intel.source s where s.stix_id = e.stix_id)));
    return null;
end $$;
drop trigger spread_unnamed on intel.naming;
create trigger spread_unnamed after delete on intel.naming
    referencing old table as changed for each statement execute function intel.spread_unnamed();

-- Says the next objects of what waits longest, and how far it came, in one transaction; whether there was anything to do. Who
-- takes readers away waits for the step, so that it does not say to them what it read before.
create function intel.spread_on(at_most integer) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it  intel.to_spread;
    ids text[];
begin
    select * into it from intel.to_spread t order by t.number limit 1 for update skip locked;
    if not found then
        return false;
    end if;
    perform from intel.collection c
      where c.id = (select s.collection from intel.shelf s where s.id = it.shelf) for share;
    ids := array(select distinct e.stix_id from intel.entry e
                  where e.shelf = it.shelf and e.stix_id > it.after and e.stix_id < 'indicator-.' order by e.stix_id limit at_most);
    perform intel.spread(array(
        select i.id from unnest(ids) as i(id) where exists (select from intel.source s where s.stix_id = i.id)));
    if cardinality(ids) < at_most then
        delete from intel.to_spread t where t.number = it.number;
    else
        update intel.to_spread t set after = ids[cardinality(ids)] where t.number = it.number;
    end if;
    return true;
end $$;

-- As before, without what stands near its source: nobody is named for that.
create or replace function intel.bring_anew(collection_id uuid, source_id uuid, moment bigint)
    returns table (last bigint, moved integer)
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    head_at bigint;
    touched integer;
begin
    if source_id <> all (membership.administered()) then
        raise exception 'may not name' using errcode = '42501';
    end if;
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    update intel.entry e set position = greatest(head_at, moment - c.total) + c.number
      from (select x.shelf, x.state, x.position, row_number() over (order by x.position) as number,
                   count(*) over () as total
              from intel.shelf s join intel.entry x on x.shelf = s.id and x.state < 4
             where s.collection = collection_id and s.keeper = source_id and not s.near) c
     where e.shelf = c.shelf and e.state = c.state and e.position = c.position;
    get diagnostics touched = row_count;
    update intel.head h set position = greatest(head_at, moment - touched) + touched
     where h.collection = collection_id and touched > 0
    returning h.position into head_at;
    return query select coalesce(head_at, (select h.position from intel.head h where h.collection = collection_id)), touched;
end $$;

revoke execute on function intel.spread_unnamed() from public;
revoke execute on function intel.spread_on(integer) from public;
grant execute on function intel.spread_on(integer) to ${app};
