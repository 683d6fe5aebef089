-- Whom a source names later polls from where it stands, beyond what came before: in the collection's turn the source's own
-- TLP:AMBER+STRICT moves to the end, with places of now. Only for who administers that source; tells numbers.
create function intel.bring_anew(collection_id uuid, source_id uuid, moment bigint)
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
             where s.collection = collection_id and s.keeper = source_id) c
     where e.shelf = c.shelf and e.state = c.state and e.position = c.position;
    get diagnostics touched = row_count;
    update intel.head h set position = greatest(head_at, moment - touched) + touched
     where h.collection = collection_id and touched > 0
    returning h.position into head_at;
    return query select coalesce(head_at, (select h.position from intel.head h where h.collection = collection_id)), touched;
end $$;

revoke execute on function intel.bring_anew(uuid, uuid, bigint) from public;
grant execute on function intel.bring_anew(uuid, uuid, bigint) to ${app};
