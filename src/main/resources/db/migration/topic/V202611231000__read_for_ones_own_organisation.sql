-- Whoever opens a topic opens it for an organisation in which they have a seat; receipts are counted by organisation.
drop policy own on topic.reading;
create policy own on topic.reading for insert to ${app}
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[])
                and exists (select from topic.topic t where t.id = topic));
drop policy own on topic.view;
create policy own on topic.view for insert to ${app}
    with check (person = (select membership.reader())
                and organisation = any ((select membership.principals())::uuid[])
                and exists (select from topic.topic t where t.id = topic));
