-- How much a reader wants to hear of what comes to them through a community; what they say of a topic goes before it.
create table topic.community_follow (
    community uuid not null,
    person    uuid not null,
    mode      text not null check (mode in ('all', 'mentions', 'muted')),
    primary key (community, person)
);
alter table topic.community_follow enable row level security;
create policy own on topic.community_follow to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader()) and community = any ((select membership.principals())::uuid[]));
grant select, insert, update, delete on topic.community_follow to ${app};
