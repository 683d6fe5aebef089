-- Whoever stands behind a topic was named all its readers, and the wall showed the readings of their own organisation alone: all
-- others looked as if they had not opened it. One door answers who may read and how far each has come.
drop function topic.readers(uuid);
create function topic.receipts(of uuid)
    returns table (person uuid, organisation uuid, version integer, first_at timestamptz, last_at timestamptz,
                   confirmed_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    them uuid[];
    mine uuid[] := membership.principals();
    all_of_them boolean := membership.at_centre() or topic.source(of);
begin
    select t.addressees into them from topic.topic t where t.id = of and t.addressees && mine;
    if them is null then
        return;
    end if;
    return query
    select b.person, b.organisation, r.version, r.first_at, r.last_at, r.confirmed_at
      from membership.people_behind(them) b
      left join lateral (select x.version, x.first_at, x.last_at, x.confirmed_at from topic.reading x
                          where x.topic = of and x.person = b.person
                          order by x.version desc limit 1) r on true
     where all_of_them or b.organisation = any (mine);
end $$;
revoke execute on function topic.receipts(uuid) from public;
grant execute on function topic.receipts(uuid) to ${app};
