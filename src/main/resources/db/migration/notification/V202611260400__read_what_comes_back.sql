-- What other mail servers wrote back of a message of ours, each notification once. Their words, never ours.
create table notification.bounce (
    mail   uuid not null references notification.mail,
    print  bytea not null check (length(print) = 32),
    kind   text not null check (kind in ('refused', 'given_up', 'delayed')),
    status text not null check (length(status) <= 20),
    said   text not null check (length(said) <= 500),
    at     timestamptz not null,
    primary key (mail, print)
);
alter table notification.bounce enable row level security;
create policy of_mail on notification.bounce for select to ${app}
    using (exists (select from notification.mail m where m.id = mail));
grant select on notification.bounce to ${app};

-- A notification about a message that had left: for good it is refused or given up, a delay is noted. What never left,
-- was taken back already or waits to leave again stays as it is, and so does everything the second time.
create function notification.came_back(of_mail uuid, how text, code text, words text, fingerprint bytea,
                                       moment timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    stands text;
begin
    select m.state into stands from notification.mail m where m.id = of_mail for update;
    if stands is null or stands in ('kept', 'dropped') then
        return 'unknown';
    end if;
    if exists (select from notification.bounce b where b.mail = of_mail and b.print = fingerprint) then
        return 'known';
    end if;
    -- It comes while the message is on its way once more: until that ends nobody can say of which leaving it speaks.
    if stands = 'leaving' then
        return 'later';
    end if;
    -- Whoever holds the message could go on writing such notifications for ever.
    if stands <> 'sent' or (select count(*) from notification.bounce b where b.mail = of_mail) >= 20 then
        return 'settled';
    end if;
    insert into notification.bounce (mail, print, kind, status, said, at)
    values (of_mail, fingerprint, how, left(code, 20), left(words, 500), moment);
    if how <> 'delayed' then
        update notification.mail set state = how, done_at = moment, reply = left(words, 500) where id = of_mail;
    end if;
    return how;
end $$;

-- Whether somebody stands hidden behind what a message is about: to whom it went would tell. Asked when it comes to rest,
-- so that nobody who looks after mail has to ask for each row.
alter table notification.mail add hides boolean not null default false;

create function notification.see_what_hides() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    new.hides := exists (select from notification.item i
                           join topic.concealed c
                             on c.person = new.person
                            and (c.document = i.topic
                                 or c.document in (select x.id from topic.comment x where x.topic = i.topic))
                          where i.id = new.item);
    return new;
end $$;
create trigger see_what_hides before update of state on notification.mail
    for each row when (new.state in ('refused', 'given_up') and old.state is distinct from new.state)
    execute function notification.see_what_hides();

update notification.mail m set hides = true
  from notification.item i
  join topic.concealed c on c.document = i.topic
                         or c.document in (select x.id from topic.comment x where x.topic = i.topic)
 where i.id = m.item and c.person = m.person and m.state in ('refused', 'given_up');

-- What reached nobody is the desk's to look after, but not where an answer to a hidden question came back.
drop policy watched on notification.mail;
create policy watched on notification.mail for select to ${app}
    using ((select membership.has_role('ADMINISTRATOR'))
           or state in ('refused', 'given_up') and not hides and (select membership.holds('duty_desk')));

revoke execute on function notification.came_back(uuid, text, text, text, bytea, timestamptz),
    notification.see_what_hides() from public;
grant execute on function notification.came_back(uuid, text, text, text, bytea, timestamptz) to ${app};
