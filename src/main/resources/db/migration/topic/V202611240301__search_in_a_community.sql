-- A search may keep to what came through one of the reader's own principals, such as a community; to nobody else's.
drop function topic.search(tsquery, text, text, text, text, timestamptz, text, integer, integer);
create function topic.search(asked tsquery, partial text, of_kind text, of_information text, of_tlp text,
                             of_principal uuid, since timestamptz, sort text, start integer, at_most integer)
    returns table (document uuid, topic uuid, rank real, revised_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if of_principal is not null then
        mine := array(select p from unnest(mine) p where p = of_principal);
    end if;
    return query
    select w.document, w.topic, ts_rank(w.words, asked), w.revised_at
      from topic.words w
     where w.addressees && mine
       and ((numnode(asked) > 0 and w.words @@ asked) or (partial is not null and w.plain like partial))
       and (of_kind is null or w.kind = of_kind)
       and (of_information is null or w.information_kind = of_information)
       and (of_tlp is null or w.tlp = of_tlp)
       and (since is null or w.revised_at >= since)
     order by case when sort = 'rank' then -ts_rank(w.words, asked) end, w.revised_at desc, w.document
    offset start limit at_most;
end $$;

revoke execute on function topic.search(tsquery, text, text, text, text, uuid, timestamptz, text, integer, integer)
    from public;
grant execute on function topic.search(tsquery, text, text, text, text, uuid, timestamptz, text, integer, integer)
    to ${app};
