-- What changed is looked at value by value. Where everything may have changed, the job walks through the values in their order,
-- some at a time: each is joined with the collections once. Only what has become different is written.
create index on intel.cited_anew (number) where value is null;

-- Another walk is of use only when none is to be made yet.
create or replace function intel.cite_all_anew() returns void
    language sql security definer
    set search_path = ''
    as $$
    insert into intel.cited_anew (value)
    select null where intel.tells_citations() and not exists (select from intel.cited_anew q where q.value is null) $$;

-- As before. A walk that is under way may have passed what changes now: this always asks for one.
create or replace function intel.cite_for_collection_anew() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    insert into intel.cited_anew (value) select null where intel.tells_citations();
    return null;
end $$;

-- Some of what may have changed, and all that asks for a walk.
drop function intel.cited_anew_up_to(integer);
create function intel.cited_anew_up_to(at_most integer) returns table (number bigint, value uuid)
    language sql stable security definer
    set search_path = ''
    as $$
    (select q.number, q.value from intel.cited_anew q where q.value is not null order by q.number limit at_most)
     union all
    (select q.number, null from intel.cited_anew q where q.value is null order by q.number) $$;

-- The next values that are cited, or stand in a collection: one look into each index for each of them.
create function intel.cited_values(after uuid, at_most integer) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    with recursive walk as (
        select after as value, 0 as number
         union all
        select least((select x.value from intel.citation x where x.value > w.value order by x.value limit 1),
                     (select k.value from intel.cited k where k.value > w.value order by k.value limit 1)), w.number + 1
          from walk w where w.number < at_most and w.value is not null)
    select array(select w.value from walk w where w.number > 0 and w.value is not null order by w.number) $$;

drop function intel.citations_due(bigint[], integer);
alter table intel.cited drop column checked_at;

revoke execute on function intel.cited_anew_up_to(integer) from public;
revoke execute on function intel.cited_values(uuid, integer) from public;
grant execute on function intel.cited_anew_up_to(integer) to ${app};
grant execute on function intel.cited_values(uuid, integer) to ${app};
