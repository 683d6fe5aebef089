-- Whether an object says of itself that it is revoked: what stands deeper in it is somebody's own. Read as JSON only where
-- the bytes look like it, and without escapes, of which PostgreSQL knows fewer than JSON does.
create function intel.says_revoked(raw bytea) returns boolean
    language sql immutable parallel safe
    return case when convert_from(raw, 'UTF8') ~ '"revoked"\s*:\s*true'
                then coalesce(regexp_replace(convert_from(raw, 'UTF8'), '\\.', '_', 'g')::json ->> 'revoked' = 'true', false)
                else false end;

-- As before, with that.
create or replace function intel.put_in_order(collection_id uuid, ids text[]) returns bigint
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
                                   v.spec <> case when v.final < v.latest and intel.says_revoked(v.final_raw)
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

revoke execute on function intel.says_revoked(bytea) from public;
