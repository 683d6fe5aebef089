-- What the members want to reach together, beside how they treat one another.
alter table community.community
    add goal_ja text not null default '' check (length(goal_ja) <= 4000),
    add goal_en text not null default '' check (length(goal_en) <= 4000);

-- When its members meet: study sessions, exercises, deadlines. For those who sit in it.
create table community.occasion (
    id        uuid primary key default gen_random_uuid(),
    community uuid not null references community.community,
    kind      text not null check (kind in ('study', 'news', 'check', 'exercise', 'meeting')),
    name_ja   text not null check (length(name_ja) between 1 and 100),
    name_en   text not null check (length(name_en) between 1 and 100),
    date      date not null
);
create index on community.occasion (community, date);
alter table community.occasion enable row level security;
create policy for_members on community.occasion for select to ${app}
    using (community = any ((select membership.principals())::uuid[]));
create policy kept_by_leads on community.occasion for insert to ${app} with check (community.leads(community));
create policy ended_by_leads on community.occasion for delete to ${app} using (community.leads(community));
grant select, insert, delete on community.occasion to ${app};

-- A secretariat starts a community by itself, and leads it.
alter policy founded on community.community
    with check ((select membership.has_role('ADMINISTRATOR', 'COMMUNITY_LEAD')));
