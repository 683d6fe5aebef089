-- A lead moderates what was addressed to communities that they lead, and to nobody else. What reaches further is the
-- duty desk's to look after.
create function topic.moderates(of uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.topic t
                          where t.id = of and t.kind in ('POST', 'QUESTION') and t.addressees && membership.principals())
             and exists (select from topic.audience a where a.topic = of)
             and not exists (select from topic.audience a where a.topic = of and not community.leads(a.principal)) $$;

-- A comment that somebody else took away says so, and why.
alter table topic.comment
    add removal text check (length(removal) between 1 and 1000),
    add removed_as text check (removed_as in ('lead', 'duty_desk')),
    add check ((removal is null) = (removed_as is null)),
    add check (removal is null or removed_at is not null);

create function topic.moderate(what uuid, why text) returns boolean
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    of      uuid := (select c.topic from topic.comment c where c.id = what);
    done    boolean;
    on_duty boolean := membership.holds('duty_desk')
                       and exists (select from topic.topic t where t.id = of and t.addressees && membership.principals());
begin
    if not (on_duty or topic.moderates(of)) then
        raise exception 'only the duty desk or the community''s lead moderates' using errcode = '42501';
    end if;
    update topic.comment
       set removed_at = now(), removed_by = membership.reader(), removal = why,
           removed_as = case when on_duty then 'duty_desk' else 'lead' end
     where id = what and removed_at is null;
    done := found;
    delete from topic.words where document = what;
    update topic.topic set accepted = null where id = of and accepted = what;
    return done;
end $$;

create or replace function topic.withdraw(wanted uuid, why text) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not (topic.source(wanted) or topic.moderates(wanted) or exists (
        select from topic.topic t
         where t.id = wanted and t.addressees && membership.principals() and membership.holds('duty_desk'))) then
        raise exception 'only the source, the duty desk or the community''s lead withdraws a topic' using errcode = '42501';
    end if;
    update topic.topic set state = 'withdrawn', withdrawal = why where id = wanted;
    delete from topic.addressee where topic = wanted;
    delete from topic.words where topic = wanted;
end $$;

-- What a community's leads keep at the top of its page.
create table topic.pin (
    community uuid not null,
    topic     uuid not null references topic.topic,
    by        uuid not null,
    at        timestamptz not null,
    primary key (community, topic)
);
alter table topic.pin enable row level security;
create policy readable on topic.pin for select to ${app}
    using (community = any ((select membership.principals())::uuid[])
           and exists (select from topic.topic t where t.id = topic));
create policy by_leads on topic.pin for insert to ${app}
    with check (by = (select membership.reader()) and community.leads(community)
                and community = any (topic.reasons(topic)));
create policy unpinned_by_leads on topic.pin for delete to ${app} using (community.leads(community));
grant select, insert, delete on topic.pin to ${app};

-- A community in figures, for those who lead it: counts, nobody's name.
create function topic.community_figures(of uuid, since timestamptz, before timestamptz)
    returns table (posts bigint, questions bigint, answered bigint, helped bigint, comments bigint, writers bigint,
                   readers bigint, first_answer interval)
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    if not community.leads(of) then
        return;
    end if;
    return query
    with here as materialized (
        select t.id, t.kind, t.author, t.hidden, t.accepted, t.published_at from topic.addressee a
          join topic.topic t on t.id = a.topic
         where a.principal = of and a.revised_at >= since and t.kind in ('POST', 'QUESTION', 'BULLETIN')
           and t.published_at >= since and t.published_at < before),
    said as materialized (
        select c.topic, c.author, c.hidden, c.at from topic.comment c join here h on h.id = c.topic
         where c.removed_at is null),
    first as (
        select h.id, min(s.at) - h.published_at as took from here h
          join said s on s.topic = h.id and (s.hidden or h.hidden or s.author <> h.author)
         where h.kind = 'QUESTION' group by h.id, h.published_at)
    select (select count(*) from here h where h.kind <> 'QUESTION'),
           (select count(*) from here h where h.kind = 'QUESTION'),
           (select count(*) from first),
           (select count(*) from here h where h.kind = 'QUESTION' and h.accepted is not null),
           (select count(*) from said),
           (select count(distinct w.author) from (select h.author from here h union all select s.author from said s) w
             where w.author is not null),
           (select count(distinct r.person) from topic.reading r join here h on h.id = r.topic),
           (select percentile_cont(0.5) within group (order by f.took) from first f);
end $$;

revoke execute on function topic.moderates(uuid), topic.moderate(uuid, text),
    topic.community_figures(uuid, timestamptz, timestamptz) from public;
grant execute on function topic.moderates(uuid), topic.moderate(uuid, text),
    topic.community_figures(uuid, timestamptz, timestamptz) to ${app};
