-- A kept search whose owner wants to be told: from when on, and until when it was looked through last.
alter table topic.saved_search
    add told_since timestamptz,
    add looked_at  timestamptz,
    add constraint looked_at_when_told check ((told_since is null) = (looked_at is null));
create index on topic.saved_search (looked_at) where told_since is not null;

-- What a search has found and its owner was told of, once for each topic.
create table topic.search_match (
    search uuid not null references topic.saved_search on delete cascade,
    person uuid not null,
    topic  uuid not null,
    at     timestamptz not null,
    primary key (search, topic)
);
alter table topic.search_match enable row level security;
create policy own on topic.search_match to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));
grant select, insert on topic.search_match to ${app};

-- Takes the searches that are to be looked through, each once, for a job that then looks with the eyes of their owners.
-- Looks back an hour further than it has to: what was being written then is found, and nothing is told twice.
create function topic.take_searches(moment timestamptz, before timestamptz, at_most integer)
    returns table (search uuid, person uuid, since timestamptz)
    language sql volatile security definer
    set search_path = ''
    as $$
    with due as (
        select s.id, s.looked_at from topic.saved_search s
         where s.told_since is not null and s.looked_at < before
         order by s.looked_at limit at_most
           for update skip locked)
    update topic.saved_search s set looked_at = moment from due
     where s.id = due.id
    returning s.id, s.person, greatest(s.told_since, due.looked_at - interval '1 hour') $$;

revoke execute on function topic.take_searches(timestamptz, timestamptz, integer) from public;
grant execute on function topic.take_searches(timestamptz, timestamptz, integer) to ${app};
