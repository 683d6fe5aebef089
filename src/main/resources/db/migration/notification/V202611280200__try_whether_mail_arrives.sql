-- A server that takes a message and loses it says nothing. So people send themselves one, and say that it came: what was
-- tried for an address last, and whether it arrived. The address itself is not kept a second time.
alter table notification.mail add trial boolean not null default false;
alter table notification.mail drop constraint mail_check,
    add constraint mail_of_one_sort check (num_nonnulls(item, digest_day) + trial::integer = 1);

create table notification.trial (
    person     uuid primary key references membership.person,
    mail       uuid not null unique references notification.mail,
    -- Stands in the message and nowhere else: whoever has it has the message.
    code       uuid not null unique default gen_random_uuid(),
    address    bytea not null check (length(address) = 32),
    asked_at   timestamptz not null,
    arrived_at timestamptz check (arrived_at >= asked_at)
);
alter table notification.trial enable row level security;
create policy of_mail on notification.trial for select to ${app}
    using (exists (select from notification.mail m where m.id = mail));
grant select (mail, arrived_at) on notification.trial to ${app};

-- By which an address is known again.
create function notification.print_of(address text) returns bytea
    language sql immutable
    set search_path = ''
    as $$ select sha256(convert_to(lower(address), 'UTF8')) $$;

-- The reader sends one to themselves; the one before it counts no longer.
create function notification.try_mail(moment timestamptz, not_since timestamptz) returns text
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    me uuid := membership.reader();
    to_address text;
    sent uuid;
begin
    select p.email into to_address from membership.person p where p.id = me for update;
    if to_address is null then
        return 'no_address';
    end if;
    if exists (select from notification.trial t where t.person = me and t.asked_at > not_since) then
        return 'soon';
    end if;
    insert into notification.mail (person, trial, weight, made_at, next_at)
    values (me, true, 'must', moment, moment) returning id into sent;
    insert into notification.trial (person, mail, address, asked_at)
    values (me, sent, notification.print_of(to_address), moment)
    on conflict (person) do update
       set mail = excluded.mail, code = gen_random_uuid(), address = excluded.address, asked_at = excluded.asked_at,
           arrived_at = null;
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

-- Whoever has the message says that it came; once is enough, and an older one says nothing of today.
create function notification.arrived(of_code uuid, moment timestamptz) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
begin
    update notification.trial t set arrived_at = coalesce(t.arrived_at, greatest(moment, t.asked_at))
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

revoke execute on function notification.print_of(text), notification.try_mail(timestamptz, timestamptz),
    notification.my_trial(), notification.arrived(uuid, timestamptz), notification.unconfirmed(uuid, timestamptz),
    notification.claim(timestamptz, integer) from public;
grant execute on function notification.try_mail(timestamptz, timestamptz), notification.my_trial(),
    notification.arrived(uuid, timestamptz), notification.unconfirmed(uuid, timestamptz),
    notification.claim(timestamptz, integer) to ${app};
