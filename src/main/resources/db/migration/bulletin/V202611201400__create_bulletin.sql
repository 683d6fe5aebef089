create schema bulletin;
grant usage on schema bulletin to ${app};

-- What the newsroom is writing. Readers never see it; publishing makes a topic of it.
create table bulletin.manuscript (
    id               uuid primary key,
    topic            uuid unique references topic.topic,
    version          integer not null default 1 check (version > 0),
    bundle           uuid,
    bundle_tlp       text check (bundle_tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    bundle_only      uuid,
    author           uuid not null,
    contributors     uuid[] not null,
    lock             integer not null default 1 check (lock > 0),
    information_kind text not null check (information_kind in
                         ('VULNERABILITY', 'ATTACK_FORESIGHT', 'MALWARE', 'ADVISORY', 'OBSERVATION_ANALYSIS',
                          'INCIDENT', 'EVENT_SCHEDULE', 'EMERGENCY', 'OTHER')),
    importance       text not null check (importance in ('IMPORTANT', 'INFO')),
    tlp              text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED')),
    confidentiality  smallint not null check (confidentiality in (1, 2)),
    audience         uuid[] not null check (array_position(audience, null) is null),
    copy             jsonb not null check (octet_length(copy::text) <= 2000000),
    state            text not null check (state in
                         ('writing', 'in_review', 'returned', 'approved', 'published', 'revising')),
    state_by         uuid,
    state_at         timestamptz,
    returned_for     text,
    started_at       timestamptz not null,
    changed_at       timestamptz not null,
    changed_by       uuid not null,
    check ((bundle is null) = (bundle_tlp is null)),
    check (bundle is not null or bundle_only is null),
    check (author = any (contributors) or version > 1),
    check ((version > 1 or state = 'published') = (topic is not null)),
    check (state <> 'writing' or version = 1),
    check (state <> 'revising' or version > 1),
    check ((state in ('writing', 'revising')) = (state_by is null)),
    check ((state_by is null) = (state_at is null)),
    check ((state = 'returned') = (returned_for is not null)),
    -- A second person: nobody approves or returns what they wrote themselves.
    check (state not in ('approved', 'returned') or (state_by <> author and not state_by = any (contributors)))
);
create index on bulletin.manuscript (changed_at desc);

-- What was published: one row for each version of a bulletin's topic, as the two levels were written.
create table bulletin.edition (
    topic         uuid not null references topic.topic,
    version       integer not null check (version > 0),
    copy          jsonb not null,
    source        text not null check (source in ('CENTRE', 'NEWS', 'VENDOR')),
    confidence    text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW', 'UNKNOWN')),
    release       text not null check (release in ('direct', 'approved', 'urgent')),
    released_by   uuid not null,
    released_at   timestamptz not null,
    organisation  uuid not null,
    contributors  uuid[] not null,
    reason        text,
    review_due_at timestamptz,
    reviewed_by   uuid,
    reviewed_at   timestamptz,
    verdict       text check (verdict in ('confirmed', 'objected')),
    remark        text,
    primary key (topic, version),
    check ((release = 'urgent') = (reason is not null)),
    check ((release = 'urgent') = (review_due_at is not null)),
    check (release <> 'direct' or reviewed_by is null),
    check (release <> 'approved' or reviewed_by is not null),
    check ((reviewed_by is null) = (reviewed_at is null)),
    check ((reviewed_by is not null and release = 'urgent') = (verdict is not null)),
    check ((verdict is not distinct from 'objected') = (remark is not null)),
    check (reviewed_by is null or (reviewed_by <> released_by or release = 'approved')
           and not reviewed_by = any (contributors))
);
create index on bulletin.edition (released_at desc, topic);
create index on bulletin.edition (review_due_at) where release = 'urgent' and reviewed_by is null;

-- How often the second review was chased; each step once.
create table bulletin.chase (
    topic   uuid not null,
    version integer not null,
    step    text not null check (step in ('halfway', 'overdue', 'escalated')),
    at      timestamptz not null,
    primary key (topic, version, step),
    foreign key (topic, version) references bulletin.edition
);

-- The newsroom: who holds the editors' or the approvers' office today.
create function bulletin.newsroom() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select membership.holds('editors') or membership.holds('approvers') $$;

alter table bulletin.manuscript enable row level security;
create policy newsroom on bulletin.manuscript to ${app}
    using (author = (select membership.reader()) or (select bulletin.newsroom()))
    with check (author = (select membership.reader()) or (select bulletin.newsroom()));

-- An edition is read by whoever reads the texts of its topic.
alter table bulletin.edition enable row level security;
create policy readable on bulletin.edition for select to ${app}
    using (exists (select from topic.topic t
                    where t.id = edition.topic and (t.state = 'published' or topic.source(t.id))));
create policy released on bulletin.edition for insert to ${app}
    with check (released_by = (select membership.reader()) and topic.source(topic));
create policy reviewed on bulletin.edition for update to ${app}
    using ((select bulletin.newsroom()))
    with check ((select bulletin.newsroom()) and reviewed_by = (select membership.reader()));

alter table bulletin.chase enable row level security;
create policy newsroom on bulletin.chase for select to ${app} using ((select bulletin.newsroom()));

-- For the job that chases: takes the steps that are due, each once, and says which. Ids, no content.
create function bulletin.chase_due(moment timestamptz)
    returns table (topic uuid, version integer, step text, released_by uuid, organisation uuid)
    language sql volatile security definer
    set search_path = ''
    as $$ with taken as (
              insert into bulletin.chase (topic, version, step, at)
              select e.topic, e.version, s.step, moment
                from bulletin.edition e
                join topic.topic t on t.id = e.topic and t.state = 'published'
               cross join lateral (values
                         ('halfway', e.released_at + (e.review_due_at - e.released_at) / 2),
                         ('overdue', e.review_due_at),
                         ('escalated', e.review_due_at + (e.review_due_at - e.released_at))) s (step, at)
               where e.release = 'urgent' and e.reviewed_by is null and s.at <= moment
               order by e.topic, e.version, s.at
              on conflict do nothing
              returning chase.topic, chase.version, chase.step)
          select k.topic, k.version, k.step, e.released_by, e.organisation
            from taken k join bulletin.edition e on e.topic = k.topic and e.version = k.version $$;

grant select, insert, update, delete on bulletin.manuscript to ${app};
grant select, insert on bulletin.edition to ${app};
grant select on bulletin.chase to ${app};
grant update (reviewed_by, reviewed_at, verdict, remark) on bulletin.edition to ${app};
