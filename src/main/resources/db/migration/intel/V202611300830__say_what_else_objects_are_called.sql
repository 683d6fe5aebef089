-- What an object is called besides its name: aliases, the ids that others gave it, the names that a translation holds. Found by
-- it, and shown when it was that what found the object.
create function intel.other_names(object jsonb) returns text[]
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select array(select left(x.value #>> '{}', 300)
                   from (values (1, '$.aliases[*]'::jsonpath), (2, '$.x_mitre_aliases[*]'),
                                (3, '$.external_references[*].external_id'), (4, '$.contents.*.name')) p(number, path)
                  cross join lateral jsonb_path_query(object, p.path) with ordinality as x(value, place)
                  where jsonb_typeof(x.value) = 'string'
                  order by p.number, x.place
                  limit 50) $$;
revoke execute on function intel.other_names(jsonb) from public;
grant execute on function intel.other_names(jsonb) to ${app};

-- As before; what else they are called is said in one place.
create or replace function intel.unworded(at_most integer) returns table (object uuid, name text, others text[])
    language sql stable security definer
    set search_path = ''
    as $$
    select o.id, case when o.type = 'relationship' then '' else o.name end, intel.other_names(o.json)
      from (select c.object from intel.called c
             where c.words is null and membership.reader() is null order by c.object limit at_most) w
      join intel.object o on o.id = w.object $$;
