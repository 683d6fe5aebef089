-- An id that collections shared is over in all of them, with one moment: whoever reads several finds it revoked in each, and
-- the last word of none is taken back by that of another. What is still cited follows under an id of the collection's own.
-- An id that stands in one collection alone stays.
with shared as (
    select k.collection, k.value,
           greatest(date_trunc('milliseconds', now()),
                    max(k.modified) over (partition by k.stix_id) + interval '1 millisecond') as moment
      from intel.cited k
     where k.state = 'told'
       and exists (select from intel.cited o
                    where o.value = k.value and o.collection <> k.collection
                      and (o.stix_id = k.stix_id or o.round > k.round))),
over as (
    update intel.cited k
       set state = 'revoked', said = '', round = k.round + 1, modified = s.moment, waits = true,
           object = (k.object::jsonb || jsonb_build_object(
               'modified', to_char(s.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'revoked', true))::text
      from shared s
     where k.collection = s.collection and k.value = s.value
    returning k.value)
insert into intel.cited_anew (value) select distinct o.value from over o;
