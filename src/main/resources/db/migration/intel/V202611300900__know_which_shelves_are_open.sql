-- Which shelves somebody at a provider reads is known from look to look: among ten thousand collections a look takes a third of a
-- second, and what is to be done on open shelves is asked every second. A shelf that begins is opened with its first object.
alter table intel.outward_shelf add column open boolean not null default true;
comment on column intel.outward_shelf.open is 'whether somebody at a provider reads it, as of the last look';
update intel.outward_shelf set open = false where done = -9223372036854775808;

-- The shelves of a collection, or of all, that somebody at a provider reads.
create function intel.shelves_outside(collection_id uuid) returns table (shelf integer, head bigint)
    language sql stable security definer
    set search_path = ''
    as $$
    select s.id, coalesce(h.position, 0)
      from (select intel.outsiders() as ids offset 0) r
      join intel.collection c on c.readers && r.ids and (collection_id is null or c.id = collection_id)
      join intel.shelf s on s.collection = c.id
      left join intel.head h on h.collection = c.id
     where s.keeper is null or s.keeper = any (r.ids)
        or not s.near and exists (select from intel.naming n
                                   where n.collection = c.id and n.source = s.keeper and n.named = any (r.ids)) $$;

create function intel.open_with_first() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.outward_shelf (shelf, since, done)
    select f.shelf, f.head, -9223372036854775808
      from intel.shelves_outside(new.collection) f where f.shelf = new.id;
    return null;
end $$;
create trigger open_with_first after insert on intel.shelf
    for each row execute function intel.open_with_first();

-- Looks who reads now, for a job that is nobody. Of shelves that nobody at a provider reads any more copies keep where they stood
-- and lose their bytes, some at a time, and nobody is asked about their words; all is made anew when they are read again.
-- A provider that brought something reads it back.
create function intel.look_outside() returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    lowest constant bigint := -9223372036854775808;
    there  integer[];
    heads  bigint[];
    closed integer[];
begin
    if membership.reader() is not null then
        return;
    end if;
    select coalesce(array_agg(f.shelf), '{}'), coalesce(array_agg(f.head), '{}') into there, heads
      from intel.shelves_outside(null) f;
    with gone as (
        update intel.outward_shelf f set since = lowest, done = lowest, open = false
         where f.open and f.shelf <> all (there)
        returning f.shelf)
    select coalesce(array_agg(g.shelf), '{}') into closed from gone g;
    if cardinality(closed) > 0 then
        delete from intel.outward_due d where d.shelf = any (closed);
        delete from intel.cut c where c.shelf = any (closed) and c.released_at is null;
    end if;
    update intel.outward o set state = 4, raw = '', size = 0
      from (select x.shelf, x.stix_id, x.base, x.audience
              from intel.outward_shelf f
              join intel.outward x on x.shelf = f.shelf and x.state < 4
             where not f.open
             limit 5000 for update of x skip locked) w
     where o.shelf = w.shelf and o.stix_id = w.stix_id and o.base = w.base and o.audience = w.audience;
    insert into intel.outward_shelf (shelf, since, done)
    select r.id, r.position, lowest
      from unnest(there, heads) as r(id, position)
     where not exists (select from intel.outward_shelf x where x.shelf = r.id and x.open)
        on conflict (shelf) do update set open = true;
end $$;

-- The open shelves on which something is to be done, for the same job.
create or replace function intel.outward_waiting() returns table (shelf integer, head bigint)
    language sql stable security definer
    set search_path = ''
    as $$
    select f.shelf, h.position
      from intel.outward_shelf f
      join intel.shelf s on s.id = f.shelf
      join intel.head h on h.collection = s.collection
     where membership.reader() is null and f.open
       and (f.done < h.position or exists (select from intel.outward_due d where d.shelf = f.shelf))
     order by f.shelf $$;

revoke execute on function intel.shelves_outside(uuid), intel.open_with_first(), intel.look_outside() from public;
grant execute on function intel.look_outside() to ${app};
