-- The second wall. The application owns nothing, so these policies hold for every statement it sends.

alter table topic.topic enable row level security;
create policy readable on topic.topic for select to ${app}
    using (addressees && (select membership.principals()));

-- Did the reader write this document, openly or with the organisation hidden?
create function topic.mine(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (select from topic.topic t where t.id = wanted and t.author = membership.reader())
              or exists (select from topic.comment c where c.id = wanted and c.author = membership.reader())
              or exists (select from topic.concealed x where x.document = wanted and x.person = membership.reader()) $$;

-- The source of a topic: its author, or for a bulletin the editors' office.
create function topic.source(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select topic.mine(wanted)
              or ((select t.kind from topic.topic t where t.id = wanted) = 'BULLETIN'
                  and (membership.holds('editors') or membership.holds('approvers'))) $$;

create policy by_source on topic.topic for update to ${app}
    using (topic.source(id)) with check (topic.source(id));
create policy as_oneself on topic.topic for insert to ${app}
    with check (case when hidden then true else author = (select membership.reader()) end);

-- Child rows are seen through their topic. The probe is by primary key: a thread has dozens of rows, while the
-- set of all readable topics may have hundreds of thousands.

alter table topic.version enable row level security;
create policy readable on topic.version for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy by_source on topic.version for insert to ${app} with check (topic.source(topic));

alter table topic.text enable row level security;
create policy readable on topic.text for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
create policy by_source on topic.text for insert to ${app} with check (topic.source(topic));

alter table topic.comment enable row level security;
create policy readable on topic.comment for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy as_oneself on topic.comment for insert to ${app}
    with check (exists (select from topic.topic t where t.id = topic)
                and case when hidden then true else author = (select membership.reader()) end);
create policy own on topic.comment for update to ${app}
    using (topic.mine(id) or (select membership.holds('duty_desk')))
    with check (topic.mine(id) or (select membership.holds('duty_desk')));

alter table topic.comment_edit enable row level security;
create policy readable on topic.comment_edit for select to ${app}
    using (exists (select from topic.comment c where c.id = comment));
create policy own on topic.comment_edit for insert to ${app} with check (topic.mine(comment));

alter table topic.concealed enable row level security;
create policy as_oneself on topic.concealed for insert to ${app}
    with check (person = (select membership.reader()));

alter table topic.audience enable row level security;
create policy by_source on topic.audience for select to ${app} using (topic.source(topic));

alter table topic.mention enable row level security;
create policy readable on topic.mention for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy write on topic.mention for insert to ${app}
    with check (exists (select from topic.topic t where t.id = topic));

alter table topic.reaction enable row level security;
create policy own on topic.reaction to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader())
                and exists (select from topic.topic t where t.id = topic));

alter table topic.follow enable row level security;
create policy own on topic.follow to ${app}
    using (person = (select membership.reader()))
    with check (person = (select membership.reader())
                and exists (select from topic.topic t where t.id = topic));

-- One's own reading, that of one's own organisation, and for the Centre and the source that of all.
alter table topic.reading enable row level security;
create policy receipts on topic.reading for select to ${app}
    using ((person = (select membership.reader())
            or organisation = any ((select membership.principals())::uuid[])
            or (select membership.at_centre()))
           and exists (select from topic.topic t where t.id = topic));
create policy own on topic.reading for insert to ${app}
    with check (person = (select membership.reader())
                and exists (select from topic.topic t where t.id = topic));
create policy own_again on topic.reading for update to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));

alter table topic.view enable row level security;
create policy own on topic.view for insert to ${app}
    with check (person = (select membership.reader())
                and exists (select from topic.topic t where t.id = topic));
create policy counted on topic.view for select to ${app} using ((select membership.at_centre()));

alter table topic.file enable row level security;
create policy readable on topic.file for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
create policy write on topic.file for insert to ${app}
    with check (topic.mine(coalesce(comment, topic)) or (comment is null and topic.source(topic)));
create policy own on topic.file for update to ${app}
    using (topic.mine(coalesce(comment, topic)) or topic.source(topic))
    with check (topic.mine(coalesce(comment, topic)) or topic.source(topic));

alter table topic.draft enable row level security;
create policy own on topic.draft to ${app}
    using (person = (select membership.reader())) with check (person = (select membership.reader()));

-- Behind the wall altogether: lists and search reach these through the functions of the next migration.
alter table topic.addressee enable row level security;
alter table topic.words enable row level security;

-- Who else may read is information too: the set itself cannot be selected.
grant select (id, kind, information_kind, parent, author, organisation, hidden, tlp, confidentiality, importance,
              state, withdrawal, version, title, accepted, published_at, revised_at) on topic.topic to ${app};
grant insert (id, kind, information_kind, parent, author, organisation, hidden, tlp, confidentiality, importance,
              version, title, published_at, revised_at) on topic.topic to ${app};
grant update (version, title, importance, accepted, revised_at, state, withdrawal, information_kind)
    on topic.topic to ${app};
grant select, insert on topic.version, topic.text, topic.comment_edit, topic.mention, topic.view to ${app};
grant insert on topic.concealed to ${app};
grant select on topic.audience to ${app};
grant select, insert on topic.comment, topic.file, topic.reading to ${app};
grant update (body, edited_at, removed_at, removed_by) on topic.comment to ${app};
grant update (removed_at) on topic.file to ${app};
grant update (level, last_at, confirmed_at) on topic.reading to ${app};
grant select, insert, update, delete on topic.reaction, topic.follow, topic.draft to ${app};
