-- Who fetched what a holder brought keeps it until something newer arrives: where the source's version was there already, it
-- is given a new place behind all others, as what is released is. No row where nobody of the source may write there.
drop function intel.give_object(uuid, text, uuid, text, timestamptz);
create function intel.give_object(collection_id uuid, object_id text, source_id uuid, reason_of text, moment timestamptz)
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
    select h.position into head_at from intel.head h where h.collection = collection_id for update;
    holding := array(select distinct e.source from intel.entry e join intel.shelf s on s.id = e.shelf
                      where s.collection = collection_id and e.stix_id = object_id and e.source <> source_id);
    delete from intel.entry e using intel.shelf s
     where s.collection = collection_id and e.shelf = s.id and e.stix_id = object_id and e.source <> source_id;
    get diagnostics gone = row_count;
    update intel.entry e set state = r.state
      from (select v.shelf, v.position,
                   case when v.number = 1 and v.total = 1 then 0 when v.number = v.total then 1
                        when v.number = 1 then 2 else 3 end as state
              from (select o.shelf, o.position,
                           row_number() over (partition by o.shelf order by o.version) as number,
                           count(*) over (partition by o.shelf) as total
                      from intel.entry o join intel.shelf s on s.id = o.shelf
                     where s.collection = collection_id and o.stix_id = object_id and o.state < 4) v) r
     where e.shelf = r.shelf and e.position = r.position and e.stix_id = object_id and e.state <> r.state;
    if gone > 0 then
        update intel.entry e set position = head_at + c.number
          from (select x.shelf, x.state, x.position, row_number() over (order by x.position) as number
                  from intel.shelf s join intel.entry x on x.shelf = s.id
                 where s.collection = collection_id and x.stix_id = object_id and x.state < 2) c
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

revoke execute on function intel.give_object(uuid, text, uuid, text, timestamptz) from public;
grant execute on function intel.give_object(uuid, text, uuid, text, timestamptz) to ${app};
