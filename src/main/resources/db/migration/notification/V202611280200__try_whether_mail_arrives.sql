-- A server that takes a message and loses it says nothing. So people send themselves one, and say that it came: what was
-- tried for an address last, and whether it arrived. The address itself is not kept a second time.
alter table notification.mail add trial boolean not null default false;
alter table notification.mail drop constraint mail_check,
    add constraint mail_of_one_sort check (num_nonnulls(item, digest_day) + trial::integer = 1);

create table notification.trial (
    person     uuid primary key references membership.person,
    mail       uuid not null unique references notification.mail,
    -- Stands in the message; no trail and no page of readers tells it, and once it was used it is another.
    code       uuid not null unique default gen_random_uuid(),
    address    bytea not null check (length(address) = 32),
    asked_at   timestamptz not null,
    arrived_at timestamptz check (arrived_at >= asked_at),
    -- How many in a row nobody said came.
    in_vain    integer not null default 1 check (in_vain > 0)
);
create index on notification.trial (address);
alter table notification.trial enable row level security;
create policy of_mail on notification.trial for select to ${app}
    using (exists (select from notification.mail m where m.id = mail));
grant select (mail, arrived_at) on notification.trial to ${app};

-- By which an address is known again.
create function notification.print_of(address text) returns bytea
    language sql immutable
    set search_path = ''
    as $$ select sha256(convert_to(lower(address), 'UTF8')) $$;

-- The reader sends one to themselves; the one before it counts no longer. Any address can be entered, so whoever is asked
-- for too often is left alone: by one person or by many, the next waits the longer the more nobody said came.
create function notification.try_mail(moment timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    me uuid := membership.reader();
    to_address text;
    print bytea;
    vain integer;
    last_at timestamptz;
    sent uuid;
begin
    select p.email into to_address from membership.person p where p.id = me for update;
    if to_address is null then
        return 'no_address';
    end if;
    print := notification.print_of(to_address);
    perform pg_advisory_xact_lock(hashtext('notification.trial'), hashtext(encode(print, 'hex')));
    select sum(t.in_vain) filter (where t.arrived_at is null), max(t.asked_at) into vain, last_at
      from notification.trial t
     where (t.person = me or t.address = print) and t.asked_at > moment - interval '1 day';
    if last_at > moment - (array[interval '10 minutes', interval '1 hour', interval '1 day'])
                              [least(greatest(coalesce(vain, 0), 1), 3)] then
        return 'soon';
    end if;
    insert into notification.mail (person, trial, weight, made_at, next_at)
    values (me, true, 'must', moment, moment) returning id into sent;
    insert into notification.trial as t (person, mail, address, asked_at)
    values (me, sent, print, moment)
    on conflict (person) do update
       set mail = excluded.mail, code = gen_random_uuid(), address = excluded.address, asked_at = excluded.asked_at,
           arrived_at = null, in_vain = case when t.arrived_at is null then t.in_vain + 1 else 1 end;
    return 'asked';
end $$;

-- What became of the reader's own.
create function notification.my_trial()
    returns table (asked_at timestamptz, state text, done_at timestamptz, reply text, arrived_at timestamptz,
                   same boolean)
    language sql stable security definer
    set search_path = ''
    as $$
    select t.asked_at, m.state, m.done_at, m.reply, t.arrived_at,
           coalesce(t.address = notification.print_of(p.email), false)
      from notification.trial t
      join notification.mail m on m.id = t.mail
      join membership.person p on p.id = t.person
     where t.person = (select membership.reader()) $$;

-- Whoever has the message says that it came, once; an older one says nothing of today.
create function notification.arrived(of_code uuid, moment timestamptz) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    update notification.trial t set arrived_at = greatest(moment, t.asked_at), code = gen_random_uuid()
     where t.code = of_code;
    return found;
end $$;

-- Whose message a server took before a moment and nobody said came, at the address they have today.
create function notification.unconfirmed(of_organisation uuid, before timestamptz)
    returns table (person uuid, at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$
    select t.person, m.done_at
      from notification.trial t
      join notification.mail m on m.id = t.mail
      join membership.person p on p.id = t.person
     where t.person = any (notification.looked_after(of_organisation))
       and m.state = 'sent' and m.done_at <= before and t.arrived_at is null
       and t.address = notification.print_of(p.email) $$;

drop function notification.claim(timestamptz, integer);

-- As before, and what is tried: its code, as long as nothing was tried since, nobody said that it came, and the address
-- is the same.
create function notification.claim(moment timestamptz, at_most integer)
    returns table (mail uuid, person uuid, organisation uuid, address text, locale text, item uuid, digest_day date,
                   weight text, tries integer, stop uuid, made_at timestamptz, trial uuid)
    language plpgsql volatile security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    update notification.mail m set next_at = notification.after_quiet(moment, s.zone, s.quiet_from, s.quiet_until)
      from notification.setting s
     where m.state = 'waiting' and m.next_at <= moment and m.item is not null and m.weight <> 'must'
       and s.person = m.person and s.quiet_from is not null
       and notification.after_quiet(moment, s.zone, s.quiet_from, s.quiet_until) > moment;
    return query
    with due as (
        select m.id from notification.mail m
         where m.state = 'waiting' and m.next_at <= moment
         order by case m.weight when 'must' then 0 when 'direct' then 1 else 2 end, m.next_at, m.id
         limit at_most
           for update skip locked),
    taken as (
        update notification.mail m set state = 'leaving', tries = m.tries + 1 from due where m.id = due.id
        returning m.*)
    select t.id, t.person, coalesce(seat.organisation, t.person), p.email, p.locale, t.item, t.digest_day, t.weight,
           t.tries, s.stop, t.made_at, tried.code
      from taken t
      join membership.person p on p.id = t.person
      left join notification.setting s on s.person = t.person
      left join notification.trial tried on tried.mail = t.id and tried.arrived_at is null
                                        and tried.address = notification.print_of(p.email)
      left join lateral (select x.organisation from membership.seat x
                          where x.person = t.person and x.since <= now() and (x.until is null or x.until > now())
                          order by x.since limit 1) seat on true;
end $$;

drop function notification.own_mail(uuid, timestamptz, timestamptz);

-- As before, and whether it was sent to see if it arrives.
create function notification.own_mail(of_organisation uuid, since timestamptz, before timestamptz)
    returns table (mail uuid, person uuid, made_at timestamptz, next_at timestamptz, done_at timestamptz, state text,
                   weight text, digest boolean, reply text, item uuid, topic uuid, what text, step text, why text,
                   at timestamptz, label text, trial boolean)
    language sql stable security definer
    set search_path = ''
    as $$
    with mine as (select membership.principals() as principals)
    select m.id, m.person, m.made_at, m.next_at, m.done_at, m.state, m.weight, m.digest_day is not null, m.reply,
           case when told.openly then i.id end, case when told.openly then i.topic end,
           case when told.openly then i.what end, case when told.openly then i.step end,
           case when told.openly then i.why end, case when told.openly then i.at end,
           case when told.openly then m.tlp end, m.trial
      from notification.mail m
      left join notification.item i on i.id = m.item
      left join topic.topic t on t.id = i.topic
     cross join mine
     cross join lateral (
           select coalesce(
                      i.why not in ('PERSON', 'SELF', 'SEARCH')
                      and case when i.topic is null
                               then i.subject = of_organisation or i.circle = of_organisation
                                    or i.circle = any (mine.principals)
                               else t.state = 'published' and t.addressees && mine.principals
                                    and t.tlp <> 'RED' and m.tlp is distinct from 'RED' end, false) as openly) told
     where of_organisation = any (membership.administered()) and m.made_at >= since and m.made_at < before
       and m.state <> 'dropped'
       and exists (select from membership.seat s
                    where s.person = m.person and s.organisation = of_organisation
                      and s.since <= m.made_at and (s.until is null or s.until > m.made_at))
       and (told.openly
            or not exists (select from membership.seat s
                            where s.person = m.person and s.organisation <> of_organisation
                              and s.since <= m.made_at and (s.until is null or s.until > m.made_at)))
       and not exists (select from topic.concealed c
                        where c.person = m.person
                          and (c.document = i.topic
                               or c.document in (select x.id from topic.comment x where x.topic = i.topic))) $$;

-- As before; that a message to try arrives does not bring what was refused before.
create or replace function notification.unreached_of(people uuid[], moment timestamptz)
    returns table (mail uuid, person uuid, done_at timestamptz, reply text)
    language sql stable security definer
    set search_path = ''
    as $$
    select m.id, m.person, m.done_at, m.reply
      from notification.mail m
     where m.person = any (people) and m.state in ('refused', 'given_up')
       and m.done_at > moment - interval '30 days'
       and not exists (select from notification.mail l
                        where l.person = m.person and l.state in ('sent', 'kept') and l.done_at > m.done_at
                          and (not l.trial or m.trial)) $$;

revoke execute on function notification.print_of(text), notification.try_mail(timestamptz),
    notification.my_trial(), notification.arrived(uuid, timestamptz), notification.unconfirmed(uuid, timestamptz),
    notification.claim(timestamptz, integer), notification.own_mail(uuid, timestamptz, timestamptz) from public;
grant execute on function notification.try_mail(timestamptz), notification.my_trial(),
    notification.arrived(uuid, timestamptz), notification.unconfirmed(uuid, timestamptz),
    notification.claim(timestamptz, integer), notification.own_mail(uuid, timestamptz, timestamptz) to ${app};
