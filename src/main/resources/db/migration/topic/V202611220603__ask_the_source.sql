-- Readers ask the source whether something may go further: to whom, and for what. What was agreed stays with the topic
-- for all of its readers; who asked is between them and the source.
create table topic.onward (
    id          uuid primary key default gen_random_uuid(),
    topic       uuid not null references topic.topic,
    version     integer not null,
    community   uuid,
    audience    text not null check (length(audience) between 1 and 200),
    purpose     text not null check (length(purpose) between 1 and 1000),
    asked_at    timestamptz not null,
    answer      text check (answer in ('yes', 'sanitised', 'no')),
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null))
);
create index on topic.onward (topic, asked_at);
create index on topic.onward (asked_at) where answer is null;
create table topic.asker (
    onward       uuid primary key references topic.onward,
    person       uuid not null,
    organisation uuid not null
);
create index on topic.asker (person);

alter table topic.asker enable row level security;
alter table topic.onward enable row level security;

-- Is the reader the source that this was asked of?
create function topic.answers(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.onward o where o.id = wanted and topic.source(o.topic)) $$;

create policy own_or_source on topic.asker for select to ${app}
    using (person = (select membership.reader()) or topic.answers(onward));
create policy as_oneself on topic.asker for insert to ${app}
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[]));

-- Did the reader ask this?
create function topic.asked(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.asker a where a.onward = wanted and a.person = membership.reader()) $$;

create policy readable on topic.onward for select to ${app}
    using (exists (select from topic.topic t where t.id = topic)
           and (answer in ('yes', 'sanitised') or topic.asked(id) or topic.source(topic)));
create policy by_readers on topic.onward for insert to ${app}
    with check (answer is null
                and exists (select from topic.topic t
                             where t.id = topic and t.state = 'published' and t.kind in ('POST', 'QUESTION', 'BULLETIN'))
                and not topic.source(topic)
                and (community is null or community = any ((select membership.principals())::uuid[])));
create policy answered_by_source on topic.onward for update to ${app}
    using (answer is null and topic.source(topic)) with check (topic.source(topic));
grant select, insert on topic.onward, topic.asker to ${app};
grant update (answer, answered_at) on topic.onward to ${app};

-- What the reader, as the source, has to answer: the longest waiting first.
create function topic.onward_waiting() returns table (onward uuid, topic uuid)
    language sql stable security definer
    set search_path = ''
    as $$ select o.id, o.topic from topic.onward o
            join topic.topic t on t.id = o.topic and t.state = 'published' and t.addressees && membership.principals()
           where o.answer is null and topic.source(o.topic)
           order by o.asked_at, o.id limit 100 $$;

revoke execute on function topic.answers(uuid), topic.asked(uuid), topic.onward_waiting() from public;
grant execute on function topic.answers(uuid), topic.asked(uuid), topic.onward_waiting() to ${app};
