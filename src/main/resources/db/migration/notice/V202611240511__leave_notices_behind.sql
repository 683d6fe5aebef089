-- How many notices an organisation has not answered, for the Centre's administrators; a number.
create function notice.left_by(whose uuid) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer
            from notice.notice n join topic.topic t on t.id = n.topic and t.state = 'published'
           where (select membership.has_role('ADMINISTRATOR')) and n.organisation = whose
             and n.state in ('open', 'working') $$;

-- When the organisation withdraws nobody is left to answer: its open notices are taken back, so that no step of the
-- ladder is due and no call is to be made, and nobody looks again at what was settled. Says which.
create function notice.take_back_of(whose uuid, why text) returns setof uuid
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    those uuid[];
begin
    if not membership.has_role('ADMINISTRATOR') then
        raise exception 'only an administrator takes back the notices of an organisation' using errcode = '42501';
    end if;
    select array_agg(n.topic order by n.topic) into those
      from (select x.topic from notice.notice x join topic.topic t on t.id = x.topic and t.state = 'published'
             where x.organisation = whose and x.state in ('open', 'working') for update of x) n;
    perform topic.take_back(those, why);
    update notice.notice set recheck_at = null where organisation = whose and recheck_at is not null;
    return query select unnest(those);
end $$;

revoke execute on function notice.left_by(uuid), notice.take_back_of(uuid, text) from public;
grant execute on function notice.left_by(uuid), notice.take_back_of(uuid, text) to ${app};
