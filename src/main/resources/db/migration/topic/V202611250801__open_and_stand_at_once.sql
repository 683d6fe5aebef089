-- One look at the topic and at who reads answers everything about how one stands to it; the questions that only some topics
-- need are asked of those alone.
create or replace function topic.moderates(of uuid) returns boolean
    language plpgsql stable security definer set search_path = '' as $$
declare
    mine uuid[] := membership.principals();
    led  uuid[] := array(select b.principal from membership.belonging b
                          where b.person = membership.reader() and b.role = 'lead' and b.principal = any (mine)
                            and b.since <= now() and (b.until is null or b.until > now()));
begin
    return cardinality(led) > 0
       and exists (select from topic.topic t
                    where t.id = of and t.kind in ('POST', 'QUESTION') and t.addressees && mine)
       and exists (select from topic.audience a where a.topic = of)
       and not exists (select from topic.audience a where a.topic = of and not a.principal = any (led));
end $$;

drop function topic.standing(uuid);
create function topic.standing(of uuid) returns table (
        source boolean, restricted boolean, reasons uuid[], moderates boolean, on_duty boolean, at_centre boolean,
        at_window boolean)
    language plpgsql stable security definer set search_path = '' as $$
declare
    mine uuid[] := membership.principals();
    it   record;
begin
    on_duty := exists (select from membership.office f where f.kind = 'duty_desk' and f.id = any (mine));
    at_centre := exists (select from membership.organisation o where o.part = 'CENTRE' and o.id = any (mine));
    select t.id, t.kind, t.author, t.hidden, t.tlp, t.addressees into it
      from topic.topic t where t.id = of and t.addressees && mine;
    if it.id is null then
        source := topic.source(of);
        restricted := false;
        reasons := '{}';
        moderates := false;
        at_window := false;
        return next;
        return;
    end if;
    source := coalesce(it.author = membership.reader(), false)
           or (it.hidden and topic.mine(of))
           or (it.kind = 'BULLETIN' and (membership.holds('editors') or membership.holds('approvers')))
           or (it.tlp <> 'RED' and exists (select from topic.steward s
                                            where s.topic = of and s.revises and s.principal = any (mine)));
    restricted := it.tlp in ('AMBER', 'AMBER_STRICT', 'RED') or topic.restricted(of);
    reasons := array(select p from unnest(it.addressees) p where p = any (mine));
    moderates := it.kind in ('POST', 'QUESTION') and topic.moderates(of);
    at_window := exists (select from membership.office f where f.kind = 'window' and f.id = any (reasons));
    return next;
end $$;
revoke execute on function topic.standing(uuid) from public;
grant execute on function topic.standing(uuid) to ${app};

-- An opening is written in one step: whoever may read the topic, for a seat they have. The policies would look at the topic four
-- times for it, and the references would lock the topic's row for each of thousands who open it at once.
create function topic.record_opening(of uuid, of_version integer, at_level text, seat uuid, moment timestamptz)
    returns void
    language plpgsql volatile security definer set search_path = '' as $$
declare
    mine uuid[] := membership.principals();
    who  uuid   := membership.reader();
begin
    if who is null or not seat = any (mine)
       or not exists (select from topic.topic t where t.id = of and t.addressees && mine) then
        raise insufficient_privilege using message = 'nobody opens what they may not read';
    end if;
    insert into topic.view (topic, version, level, person, organisation, at)
    values (of, of_version, at_level, who, seat, moment);
    insert into topic.reading as known (topic, version, person, organisation, level, first_at, last_at)
    values (of, of_version, who, seat, at_level, moment, moment)
        on conflict (topic, person, version) do update set last_at = excluded.last_at, level = excluded.level;
end $$;
revoke execute on function topic.record_opening(uuid, integer, text, uuid, timestamptz) from public;
grant execute on function topic.record_opening(uuid, integer, text, uuid, timestamptz) to ${app};
alter table topic.view drop constraint view_topic_fkey;
alter table topic.reading drop constraint reading_topic_fkey;
