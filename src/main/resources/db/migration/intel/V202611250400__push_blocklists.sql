-- A set of values that the Centre brings to chosen organisations to be blocked there, and what each confirms, product by
-- product. What may go to whom is decided here, by the labels of those who speak of a value; nothing else widens them.
create table intel.blocklist (
    id            uuid primary key default gen_random_uuid(),
    title         text not null check (length(title) between 1 and 200),
    note          text not null default '' check (length(note) <= 4000),
    tlp           text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    made_by       uuid not null,
    made_at       timestamptz not null,
    taken_back_at timestamptz,
    taken_back_by uuid,
    why           text not null default '' check (length(why) <= 1000),
    check ((taken_back_at is null) = (taken_back_by is null))
);
create index on intel.blocklist (made_at desc);

create table intel.blocklist_value (
    list  uuid not null references intel.blocklist,
    value uuid not null references intel.value,
    type  text not null,
    text  text not null,
    primary key (list, value)
);

-- Who was asked to block, and until when they answer.
create table intel.blocklist_push (
    list         uuid not null references intel.blocklist,
    organisation uuid not null,
    pushed_by    uuid not null,
    pushed_at    timestamptz not null,
    due_at       timestamptz not null,
    reminded_at  timestamptz,
    primary key (list, organisation)
);
create index on intel.blocklist_push (organisation, pushed_at desc);

-- What went to whom, on whose word, and when it was taken back.
create table intel.blocklist_sent (
    list          uuid not null,
    organisation  uuid not null,
    value         uuid not null,
    tlp           text not null check (tlp in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    basis         text not null check (basis in ('word', 'centre')),
    sent_at       timestamptz not null,
    taken_back_at timestamptz,
    how           text check (how in ('person', 'source', 'own', 'warning')),
    why           text not null default '' check (length(why) <= 1000),
    check ((taken_back_at is null) = (how is null)),
    primary key (list, organisation, value),
    foreign key (list, organisation) references intel.blocklist_push,
    foreign key (list, value) references intel.blocklist_value
);
comment on column intel.blocklist_sent.basis is 'word: somebody says it; centre: nobody else does';
create index on intel.blocklist_sent (value) where taken_back_at is null;

-- What a recipient says of one of its products, in the order in which it was said.
create table intel.blocklist_answer (
    id           uuid primary key default gen_random_uuid(),
    list         uuid not null,
    organisation uuid not null,
    product      text not null check (length(product) between 1 and 100),
    state        text not null check (state in ('registered', 'hits', 'withdrawn', 'declined')),
    hits         bigint check (hits between 0 and 1000000000000),
    hits_since   timestamptz,
    words        text not null default '' check (length(words) <= 1000),
    by           uuid not null,
    at           timestamptz not null,
    check ((state = 'hits') = (hits is not null) and (hits is null) = (hits_since is null)),
    foreign key (list, organisation) references intel.blocklist_push
);
create index on intel.blocklist_answer (list, organisation, at);

-- Whoever works with block lists at the Centre; administrators, because what follows sources runs as one of them.
create function intel.blocking() returns boolean
    language sql stable parallel safe
    set search_path = ''
    as $$ select intel.judging() or membership.has_role('ADMINISTRATOR') $$;

-- The organisations for which the reader answers: whose window they hold, or whose machine they are.
create function intel.answering_for() returns uuid[]
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return array(
        select f.organisation from membership.office f where f.kind = 'window' and f.id = any (mine)
         union
        select s.organisation
          from membership.seat s
          join membership.person p on p.id = s.person and p.kind = 'service'
         where s.person = membership.reader() and s.organisation = any (mine)
           and s.since <= now() and (s.until is null or s.until > now()));
end $$;

alter table intel.blocklist enable row level security;
alter table intel.blocklist_value enable row level security;
alter table intel.blocklist_push enable row level security;
alter table intel.blocklist_sent enable row level security;
alter table intel.blocklist_answer enable row level security;

create policy own_or_blocking on intel.blocklist_push for select to ${app}
    using (organisation = any ((select intel.answering_for())::uuid[]) or (select intel.blocking()));
create policy by_the_centre on intel.blocklist_push for insert to ${app}
    with check ((select intel.blocking()) and pushed_by = (select membership.reader()));
create policy chased_by_the_centre on intel.blocklist_push for update to ${app}
    using ((select intel.blocking())) with check ((select intel.blocking()));

create policy own_or_blocking on intel.blocklist_sent for select to ${app}
    using (organisation = any ((select intel.answering_for())::uuid[]) or (select intel.blocking()));
create policy by_the_centre on intel.blocklist_sent for insert to ${app} with check ((select intel.blocking()));
create policy taken_back_by_the_centre on intel.blocklist_sent for update to ${app}
    using ((select intel.blocking())) with check ((select intel.blocking()));

create policy pushed_or_blocking on intel.blocklist for select to ${app}
    using ((select intel.blocking()) or exists (select from intel.blocklist_push p where p.list = id));
create policy by_the_centre on intel.blocklist for insert to ${app}
    with check ((select intel.blocking()) and made_by = (select membership.reader()));
create policy taken_back_by_the_centre on intel.blocklist for update to ${app}
    using ((select intel.blocking()))
    with check ((select intel.blocking()) and taken_back_by = (select membership.reader()));

create policy sent_or_blocking on intel.blocklist_value for select to ${app}
    using ((select intel.blocking())
           or exists (select from intel.blocklist_sent s where s.list = blocklist_value.list and s.value = blocklist_value.value));
create policy by_the_centre on intel.blocklist_value for insert to ${app} with check ((select intel.blocking()));

create policy own_or_blocking on intel.blocklist_answer for select to ${app}
    using (organisation = any ((select intel.answering_for())::uuid[]) or (select intel.blocking()));
create policy by_its_recipient on intel.blocklist_answer for insert to ${app}
    with check (organisation = any ((select intel.answering_for())::uuid[]) and by = (select membership.reader()));

grant select, insert on intel.blocklist, intel.blocklist_value, intel.blocklist_push, intel.blocklist_sent,
    intel.blocklist_answer to ${app};
grant update (taken_back_at, taken_back_by, why) on intel.blocklist to ${app};
grant update (due_at, reminded_at) on intel.blocklist_push to ${app};
grant update (taken_back_at, how, why) on intel.blocklist_sent to ${app};

-- How each product of a recipient stands.
create view intel.blocklist_product with (security_invoker = true) as
select a.list, a.organisation, a.product,
       max(a.at) filter (where a.state = 'registered') as registered_at,
       max(a.at) filter (where a.state = 'withdrawn') as withdrawn_at,
       max(a.at) filter (where a.state = 'declined') as declined_at,
       max(a.at) filter (where a.state = 'hits') as hits_at,
       (array_agg(a.hits order by a.at desc) filter (where a.state = 'hits'))[1] as hits,
       (array_agg(a.hits_since order by a.at desc) filter (where a.state = 'hits'))[1] as hits_since
  from intel.blocklist_answer a
 group by a.list, a.organisation, a.product;

-- How each recipient stands, and what it still has to say. Who said nothing at all may hold by machine what was taken back.
create view intel.blocklist_standing with (security_invoker = true) as
select p.list, p.organisation, p.pushed_at, p.due_at, p.reminded_at, s.sent, s.live, s.taken_back_at,
       case when s.taken_back_at is not null
                 and exists (select from intel.blocklist_product x
                              where x.list = p.list and x.organisation = p.organisation
                                and x.registered_at < s.taken_back_at
                                and coalesce(x.withdrawn_at, '-infinity') < s.taken_back_at) then 'withdrawal'
            when s.live = 0 and not exists (select from intel.blocklist_answer a
                                             where a.list = p.list and a.organisation = p.organisation) then 'withdrawal'
            when s.live > 0 and not exists (select from intel.blocklist_answer a
                                             where a.list = p.list and a.organisation = p.organisation
                                               and a.state in ('registered', 'declined')) then 'registration' end as owes
  from intel.blocklist_push p
 cross join lateral (select count(*)::integer as sent,
                            (count(*) filter (where x.taken_back_at is null))::integer as live,
                            max(x.taken_back_at) as taken_back_at
                       from intel.blocklist_sent x
                      where x.list = p.list and x.organisation = p.organisation) s;
grant select on intel.blocklist_product, intel.blocklist_standing to ${app};

create function intel.strictness(tlp text) returns integer
    language sql immutable parallel safe
    set search_path = ''
    as $$ select array_position(array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT', 'RED'], tlp) $$;

-- Everything that is said of values, whoever may read it, and the Centre's last verdict on them. Not for the application.
create function intel.words_on(ids uuid[])
    returns table (value uuid, tlp text, addressees uuid[], readable boolean, holds boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    return query
    select s.value, s.tlp, s.addressees, s.addressees && mine,
           s.withdrawn_at is null and s.alone and s.valid_from <= now() and (s.valid_until is null or s.valid_until > now())
      from intel.source s where s.value = any (ids)
     union all
    select c.value, t.tlp, t.addressees, t.addressees && mine, c.withdrawn_at is null and t.state = 'published'
      from intel.citation c join topic.topic t on t.id = c.topic where c.value = any (ids)
     union all
    select v.id, e.tlp,
           case when e.tlp = 'AMBER_STRICT' then array[e.organisation] else array[membership.everyone()] end, true, true
      from intel.value v
     cross join lateral (select x.tlp, x.organisation, x.verdict from intel.enquiry x
                          where x.key = v.key and x.verdict is not null order by x.answered_at desc limit 1) e
     where v.id = any (ids) and e.verdict = 'harmful';
end $$;

-- To whom a word may have been said so that an organisation may have it, too: itself, and for TLP:AMBER all who take
-- part and the communities in which one of its people sits.
create function intel.within_earshot(organisation_id uuid, wide boolean) returns uuid[]
    language sql stable security definer
    set search_path = ''
    as $$
    select array[organisation_id]
        || array(select f.id from membership.office f where f.organisation = organisation_id and f.kind = 'window')
        || case when wide then membership.everyone()
                || array(select c.id from community.community c where c.everyone_taking_part and c.closed_at is null)
                || array(select distinct c.id
                           from community.community c
                           join membership.belonging b on b.principal = c.id
                            and b.since <= now() and (b.until is null or b.until > now())
                           join membership.seat s on s.person = b.person and s.organisation = organisation_id
                            and s.since <= now() and (s.until is null or s.until > now())
                          where c.closed_at is null)
                else '{}'::uuid[] end $$;

-- What of a list may go to each of these organisations, under which label, or why not. A value that nobody speaks of whom
-- the reader may read is said by the Centre itself, under the list's label. A provider has TLP:CLEAR and TLP:GREEN, and
-- what its source addressed to the provider itself.
create function intel.blocklist_reach(list_id uuid, organisations uuid[])
    returns table (organisation uuid, value uuid, tlp text, basis text, refusal text)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    wanted text;
    ids    uuid[];
begin
    if not intel.blocking() then
        return;
    end if;
    select b.tlp into wanted from intel.blocklist b where b.id = list_id;
    ids := array(select v.value from intel.blocklist_value v where v.list = list_id);
    return query
    with words as materialized (select w.* from intel.words_on(ids) w where w.readable),
    recipients as materialized (
        select o.id, o.part = 'CTI_PROVIDER' as provider, intel.within_earshot(o.id, false) as own,
               intel.within_earshot(o.id, true) as wide
          from membership.organisation o
         where o.id = any (organisations) and o.status = 'active' and o.part <> 'CENTRE'),
    found as (
        select r.id, r.provider, v.value,
               (select bool_or(w.holds) from words w where w.value = v.value) as held,
               (select min(intel.strictness(w.tlp)) from words w
                 where w.value = v.value and w.holds and w.tlp <> 'RED'
                   and (w.tlp in ('CLEAR', 'GREEN') or w.addressees && r.own
                        or w.tlp = 'AMBER' and not r.provider and w.addressees && r.wide)) as label,
               exists (select from words w
                        where w.value = v.value and w.holds and w.tlp <> 'RED' and w.addressees && r.own) as named
          from recipients r cross join unnest(ids) as v(value)),
    judged as (
        select f.*, greatest(intel.strictness(wanted), coalesce(f.label, 0)) as final from found f)
    select j.id, j.value, (array['CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT'])[j.final],
           case when j.held is null then 'centre' else 'word' end,
           case when j.held = false then 'ended'
                when j.held and j.label is null then 'label'
                when j.provider and j.final > 2 and not j.named then 'provider' end
      from judged j;
end $$;

-- Takes back what nobody says any longer under a label as wide as it was sent. Answers with the lists that changed.
create function intel.follow_blocklists(moment timestamptz, due timestamptz) returns setof uuid
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not intel.blocking() then
        return;
    end if;
    return query
    with live as materialized (
        select s.list, s.organisation, s.value, s.tlp
          from intel.blocklist_sent s where s.taken_back_at is null and s.basis = 'word'),
    words as materialized (
        select w.* from intel.words_on(array(select distinct l.value from live l)) w where w.holds),
    gone as (
        update intel.blocklist_sent s set taken_back_at = moment, how = 'source'
          from live l
         where s.list = l.list and s.organisation = l.organisation and s.value = l.value
           and not exists (select from words w
                            where w.value = l.value and intel.strictness(w.tlp) <= intel.strictness(l.tlp))
        returning s.list, s.organisation),
    chased as (
        update intel.blocklist_push p set due_at = follow_blocklists.due
          from (select distinct g.list, g.organisation from gone g) g
         where p.list = g.list and p.organisation = g.organisation
        returning p.list)
    select distinct c.list from chased c;
end $$;

do $$
declare
    door regprocedure;
begin
    for door in
        select p.oid
          from pg_catalog.pg_proc p
          join pg_catalog.pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'intel' and p.proacl is null
    loop
        execute format('revoke execute on function %s from public', door);
        execute format('grant execute on function %s to %I', door, '${app}');
    end loop;
end $$;
revoke execute on function intel.words_on(uuid[]) from ${app};
revoke execute on function intel.within_earshot(uuid, boolean) from ${app};
