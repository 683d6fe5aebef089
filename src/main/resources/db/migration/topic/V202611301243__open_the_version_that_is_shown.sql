-- Whoever looks at an older version has opened that one: the newest stays unread for them, and nobody takes them for a reader of it.
drop function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[]);
create function topic.open(of uuid, wanted text, settle boolean, seat uuid, moment timestamptz, way text, elsewhere text[],
                           asked integer)
    returns table (
        id uuid, kind text, information_kind text, parent uuid, author uuid, organisation uuid, hidden boolean, tlp text,
        confidentiality smallint, importance text, state text, withdrawal text, version integer, title text, accepted uuid,
        published_at timestamptz, revised_at timestamptz,
        source boolean, restricted boolean, reasons uuid[], moderates boolean, on_duty boolean, at_centre boolean,
        at_window boolean,
        before_version integer, before_organisation uuid, before_first timestamptz, before_last timestamptz,
        before_confirmed timestamptz,
        level text, opened boolean, beside text[])
    language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
    mine  uuid[] := membership.principals();
    who   uuid   := membership.reader();
    edits boolean;
    guide boolean;
    leads boolean;
    two   boolean;
    shown integer;
begin
    if who is null or not seat = any (mine) then
        return;
    end if;
    select t.id, t.kind, t.information_kind, t.parent, t.author, t.organisation, t.hidden, t.tlp,
           t.confidentiality, t.importance, t.state, t.withdrawal, t.version, t.title, t.accepted,
           t.published_at, t.revised_at,
           array(select p from unnest(t.addressees) p where p = any (mine)),
           o.on_duty, o.at_window, o.edits,
           exists (select from membership.organisation c where c.part = 'CENTRE' and c.id = any (mine)),
           exists (select from topic.steward s where s.topic = t.id and s.revises and s.principal = any (mine)),
           exists (select from membership.belonging b
                    where b.person = who and b.role = 'lead' and b.principal = any (mine)
                      and b.since <= now() and (b.until is null or b.until > now())),
           exists (select from topic.text x where x.topic = t.id and x.version = coalesce(n.number, t.version) and x.level = 'PRO'),
           coalesce(n.number, t.version),
           r.version, r.organisation, r.first_at, r.last_at, r.confirmed_at
      into id, kind, information_kind, parent, author, organisation, hidden, tlp,
           confidentiality, importance, state, withdrawal, version, title, accepted,
           published_at, revised_at,
           reasons, on_duty, at_window, edits, at_centre, guide, leads, two, shown,
           before_version, before_organisation, before_first, before_last, before_confirmed
      from topic.topic t
     cross join lateral (select coalesce(bool_or(f.kind = 'duty_desk'), false) as on_duty,
                                coalesce(bool_or(f.kind = 'window' and f.id = any (t.addressees)), false) as at_window,
                                coalesce(bool_or(f.kind in ('editors', 'approvers')), false) as edits
                           from membership.office f where f.id = any (mine)) o
      left join lateral (select x.version, x.organisation, x.first_at, x.last_at, x.confirmed_at
                           from topic.reading x where x.topic = t.id and x.person = who
                          order by x.version desc limit 1) r on true
      left join topic.version n on n.topic = t.id and n.number = asked
     where t.id = of and t.addressees && mine;
    if not found then
        return;
    end if;
    source := coalesce(author = who, false) or (hidden and topic.mine(of)) or (kind = 'BULLETIN' and edits)
           or (tlp <> 'RED' and guide);
    restricted := tlp in ('AMBER', 'AMBER_STRICT', 'RED') or topic.restricted(of);
    moderates := leads and kind in ('POST', 'QUESTION') and topic.moderates(of);
    level := case when not settle or (two and (state = 'published' or source)) then wanted else 'ALL' end;
    opened := not kind = any (elsewhere);
    if opened then
        insert into topic.view (topic, version, level, person, organisation, at)
        values (of, shown, level, who, seat, moment);
        insert into topic.reading as known (topic, version, person, organisation, level, first_at, last_at)
        values (of, shown, who, seat, level, moment, moment)
            on conflict (topic, person, version) do update set last_at = excluded.last_at, level = excluded.level;
        if restricted then
            insert into audit.entry (person, organisation, via, act, subject, detail)
            values (who, seat, way, 'topic.opened', of, jsonb_build_object('version', shown, 'level', level));
        end if;
    end if;
    -- Last of all: the reading may have waited for another of the same person, and something may have come meanwhile.
    beside := array_remove(array[
        case when exists (select from topic.file f where f.topic = of) then 'FILES' end,
        case when exists (select from topic.reaction x where x.topic = of) then 'REACTIONS' end,
        case when exists (select from topic.follow f where f.topic = of and f.person = who) then 'FOLLOWING' end,
        case when exists (select from topic.summary s where s.topic = of) then 'SUMMARIES' end,
        case when exists (select from topic.topic p where p.parent = of) then 'PARTS' end,
        case when exists (select from topic.onward o where o.topic = of) then 'ONWARD' end,
        case when exists (select from topic.entrusting e where e.topic = of) then 'ENTRUSTING' end], null);
    return next;
end $$;
revoke execute on function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[], integer) from public;
grant execute on function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[], integer) to ${app};
