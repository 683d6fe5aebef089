-- Why the reader has each of these topics; the reader's principals are computed once for the whole list.
create function topic.reasons_for(wanted uuid[]) returns table (topic uuid, reasons uuid[])
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select t.id, array(select p from unnest(t.addressees) p where p = any (mine))
      from topic.topic t
     where t.id = any (wanted) and t.addressees && mine;
end $$;
