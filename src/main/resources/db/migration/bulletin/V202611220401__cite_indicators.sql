-- What bulletins name, from the current version of each: once for those that were published before values were gathered,
-- and for a world that is loaded whole.
create function bulletin.cite_editions() returns void
    language sql
    set search_path = ''
    as $$
with named as (
    select e.topic, e.released_at,
           (select min(f.released_at) from bulletin.edition f where f.topic = e.topic) as first_at,
           lower(replace(i.value ->> 'type', '_', '-')) as type, i.value ->> 'value' as value,
           coalesce(i.value ->> 'role', '') as role,
           case i.value ->> 'confidence' when 'HIGH' then 85 when 'MEDIUM' then 50 when 'LOW' then 15 end as confidence
      from bulletin.edition e
      join topic.topic t on t.id = e.topic and t.version = e.version
     cross join lateral jsonb_array_elements(coalesce(e.copy -> 'indicators', '[]')) as i(value)
), known as (
    select n.*, row_number() over () as place from named n
), ids as (
    select * from intel.name_values((select array_agg(type order by place) from known),
                                    (select array_agg(value order by place) from known))
)
insert into intel.citation (topic, value, role, confidence, first_at, last_at)
select distinct on (k.topic, i.id) k.topic, i.id, left(k.role, 200), k.confidence, k.first_at, k.released_at
  from known k join ids i on i.place = k.place
 order by k.topic, i.id
    on conflict do nothing $$;
revoke execute on function bulletin.cite_editions() from public;
select bulletin.cite_editions();
