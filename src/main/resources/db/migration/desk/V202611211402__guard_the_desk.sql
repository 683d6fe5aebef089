-- The reporter's side: who told it, and whoever holds their organisation's window today.
create function desk.ours(wanted uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$ select exists (
        select from desk.reporter r
         where r.matter = wanted
           and (r.person = membership.reader()
                or exists (select from membership.office f
                            where f.kind = 'window' and f.organisation = r.organisation
                              and f.id = any (membership.principals())))) $$;

alter table desk.matter enable row level security;
create policy readable on desk.matter for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy by_author on desk.matter for insert to ${app} with check (topic.mine(topic));
create policy by_ours_or_desk on desk.matter for update to ${app}
    using ((select desk.staff()) or desk.ours(topic)) with check ((select desk.staff()) or desk.ours(topic));

alter table desk.reporter enable row level security;
create policy readable on desk.reporter for select to ${app}
    using (exists (select from desk.matter m
                    where m.topic = matter and (not m.hidden or (select desk.staff()) or desk.ours(matter))));
create policy by_author on desk.reporter for insert to ${app} with check (topic.mine(matter));
create policy confirmed on desk.reporter for update to ${app}
    using (desk.ours(matter)) with check (desk.ours(matter));

alter table desk.part enable row level security;
create policy readable on desk.part for select to ${app}
    using (exists (select from topic.topic t where t.id = topic));
create policy by_author on desk.part for insert to ${app} with check (topic.mine(topic));

alter table desk.telling enable row level security;
create policy readable on desk.telling for select to ${app}
    using (exists (select from topic.topic t where t.id = topic and (t.state = 'published' or topic.source(t.id))));
create policy by_source on desk.telling for insert to ${app} with check (topic.source(topic));

alter table desk.recipient enable row level security;
create policy known on desk.recipient to ${app}
    using ((select desk.staff()) or desk.ours(matter)) with check ((select desk.staff()) or desk.ours(matter));
alter table desk.withheld enable row level security;
create policy known on desk.withheld to ${app}
    using ((select desk.staff()) or desk.ours(matter)) with check ((select desk.staff()) or desk.ours(matter));
alter table desk.proposal enable row level security;
create policy known on desk.proposal to ${app}
    using ((select desk.staff()) or desk.ours(matter)) with check ((select desk.staff()) or desk.ours(matter));

alter table desk.step enable row level security;
create policy readable on desk.step for select to ${app}
    using (exists (select from topic.topic t where t.id = matter));
create policy as_oneself on desk.step for insert to ${app}
    with check (exists (select from topic.topic t where t.id = matter)
                and (person is null or person = (select membership.reader())));

alter table desk.system enable row level security;
create policy known on desk.system for select to ${app} using ((select membership.reader()) is not null);
create policy kept on desk.system for insert to ${app} with check ((select desk.staff()));
alter table desk.party enable row level security;
create policy known on desk.party for select to ${app} using ((select membership.reader()) is not null);
create policy kept on desk.party for insert to ${app} with check ((select desk.staff()));
create policy ended on desk.party for update to ${app}
    using ((select desk.staff())) with check ((select desk.staff()));
alter table desk.question enable row level security;
create policy known on desk.question for select to ${app} using ((select membership.reader()) is not null);

alter table desk.ticket enable row level security;
create policy desk_only on desk.ticket to ${app} using ((select desk.staff())) with check ((select desk.staff()));
alter table desk.standing enable row level security;
create policy desk_only on desk.standing to ${app} using ((select desk.staff())) with check ((select desk.staff()));
alter table desk.note enable row level security;
create policy desk_only on desk.note to ${app} using ((select desk.staff())) with check ((select desk.staff()));
alter table desk.counter enable row level security;

grant select, insert on desk.matter, desk.reporter, desk.part, desk.telling, desk.step, desk.withheld, desk.note,
    desk.system, desk.party, desk.standing to ${app};
grant select, insert, delete on desk.withheld to ${app};
grant select, insert on desk.recipient, desk.proposal to ${app};
grant select on desk.ticket, desk.question to ${app};
grant update (stage, status, latest, latest_at, acknowledged_at, waiting_since, closed_at, merged_into, system)
    on desk.matter to ${app};
grant update (confirmed_at, confirmed_by) on desk.reporter to ${app};
grant update (damage, technical, ended_at, added_at, added_by, reason) on desk.recipient to ${app};
grant update (verdict, decided_at, decided_by) on desk.proposal to ${app};
grant update (valid_to) on desk.party to ${app};
grant update (outcome, lessons) on desk.ticket to ${app};
grant update (until) on desk.standing to ${app};
grant update (done_at, done_by) on desk.note to ${app};

-- A matter comes with its ticket: opened in the transaction of whoever reports, who never sees it.
create function desk.open_ticket(wanted uuid, moment timestamptz, of_year integer) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    next integer;
begin
    if not topic.mine(wanted) or exists (select from desk.ticket k where k.matter = wanted) then
        raise exception 'only the author opens the ticket, once' using errcode = '42501';
    end if;
    insert into desk.counter (year, last) values (of_year, 1)
    on conflict (year) do update set last = counter.last + 1
    returning last into next;
    insert into desk.ticket (matter, year, number, opened_at) values (wanted, of_year, next, moment);
    insert into desk.standing (matter, since, by, status) values (wanted, moment, membership.reader(), 'SUBMITTED');
end $$;

-- The reporter's side takes the matter back, or takes it up again; the ticket follows without their seeing it.
create function desk.turn(wanted uuid, turned text, moment timestamptz) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if not desk.ours(wanted) or turned not in ('WITHDRAWN', 'RESPONDING') then
        raise exception 'only the reporter takes a matter back or up again' using errcode = '42501';
    end if;
    update desk.matter
       set status = turned, closed_at = case when turned = 'WITHDRAWN' then moment end,
           waiting_since = case when turned = 'RESPONDING' then coalesce(waiting_since, moment) end
     where topic = wanted;
    with ended as (
        update desk.standing set until = moment where matter = wanted and until is null returning *)
    insert into desk.standing (matter, since, by, status, priority, impact, extent, visibility, cause, effect, severity,
                               team, assignee)
    select e.matter, moment, membership.reader(), turned, e.priority, e.impact, e.extent, e.visibility, e.cause, e.effect,
           e.severity, e.team, e.assignee from ended e;
end $$;

insert into desk.question (code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, place) values
('noticed', 'REPORT', 'OUTLINE', 'LINE', 'いつ気づいたか', 'When noticed', '例: 7/23 9:40 ごろ', 'e.g. 23 July, about 9:40', '[]', 1),
('event_class', 'REPORT', 'OUTLINE', 'CHOICE', '事象の類型', 'Kind of event', '', '',
 '[{"ja":"システム等の利用困難","en":"System unusable"},{"ja":"情報の破壊（改ざんを含む）","en":"Destruction, tampering included"},{"ja":"情報の漏えい","en":"Leak"},{"ja":"マルウェア等の感染","en":"Malware infection"},{"ja":"システム等への侵入","en":"Intrusion"},{"ja":"予兆・ヒヤリハット","en":"Precursor, near miss"},{"ja":"その他","en":"Other"}]', 2),
('public', 'REPORT', 'OUTLINE', 'CHOICE', '公になっているか', 'Is it public?', '', '',
 '[{"ja":"いいえ","en":"No"},{"ja":"なりうる","en":"It could become so"},{"ja":"公表・報道済み","en":"Published or in the press"}]', 3),
('services', 'REPORT', 'DAMAGE', 'LINE', '影響しているサービス', 'Affected services', 'IT か OT か、設備への影響も', 'IT or OT, and effects on plant', '[]', 1),
('level', 'REPORT', 'DAMAGE', 'CHOICE', 'サービス維持レベルからの逸脱', 'Below the agreed service level?', '', '',
 '[{"ja":"なし","en":"No"},{"ja":"あり","en":"Yes"},{"ja":"まだわからない","en":"Not known yet"}]', 2),
('other_reports', 'REPORT', 'DAMAGE', 'LINE', 'ほかに届け出た先', 'Also reported to', '警察、所管省庁、個人情報保護委員会など', 'Police, ministry, data protection commission', '[]', 3),
('indicators', 'REPORT', 'TECHNICAL', 'AREA', '通信先・ハッシュなど', 'Addresses, hashes and the like', '1 行に 1 つ', 'One on each line', '[]', 1),
('cause', 'REPORT', 'TECHNICAL', 'LINE', '考えられる原因', 'Likely cause', '', '', '[]', 2);

-- When an organisation that was told opened the matter first: for the reporter's side and the desk.
create function desk.first_views(wanted uuid) returns table (organisation uuid, first_at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$ select r.organisation, min(v.first_at)
            from desk.recipient r
            join topic.reading v on v.topic = r.matter and v.organisation = r.organisation
           where r.matter = wanted and (desk.staff() or desk.ours(wanted))
             and exists (select from topic.topic t where t.id = wanted and t.addressees && membership.principals())
           group by 1 $$;

-- How many organisations read a matter, its reporter's included: whoever reads it may know how many, not who.
create function desk.reach(wanted uuid) returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select 1 + count(*)::integer from desk.recipient r
           where r.matter = wanted and r.ended_at is null
             and exists (select from topic.topic t where t.id = wanted and t.addressees && membership.principals()) $$;

revoke execute on all functions in schema desk from public;
grant execute on all functions in schema desk to ${app};
