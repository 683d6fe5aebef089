-- Out of every list at once; the doors that may do so for many topics share it.
create function topic.take_back(those uuid[], why text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    update topic.topic set state = 'withdrawn', withdrawal = why where id = any (those) and state = 'published';
    delete from topic.addressee where topic = any (those);
    delete from topic.words where topic = any (those) $$;

-- What an organisation shared with its name and still stands, for the Centre's administrators; counts only. What it
-- shared hidden is not counted: the number would tell whose it is.
create function topic.left_by(whose uuid) returns table (shared integer, unanswered integer)
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer, (count(*) filter (where t.kind = 'QUESTION' and t.accepted is null))::integer
            from topic.topic t
           where (select membership.has_role('ADMINISTRATOR')) and t.organisation = whose and not t.hidden
             and t.kind in ('POST', 'QUESTION') and t.state = 'published' $$;

-- Takes all of that back when the organisation withdraws and wishes it; says what.
create function topic.take_back_of(whose uuid, why text) returns setof uuid
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    those uuid[];
begin
    if not membership.has_role('ADMINISTRATOR') then
        raise exception 'only an administrator takes back what an organisation leaves behind' using errcode = '42501';
    end if;
    select array_agg(t.id order by t.id) into those
      from (select x.id from topic.topic x
             where x.organisation = whose and not x.hidden and x.kind in ('POST', 'QUESTION') and x.state = 'published'
               for update) t;
    perform topic.take_back(those, why);
    return query select unnest(those);
end $$;

revoke execute on function topic.take_back(uuid[], text), topic.left_by(uuid), topic.take_back_of(uuid, text) from public;
grant execute on function topic.left_by(uuid), topic.take_back_of(uuid, text) to ${app};
