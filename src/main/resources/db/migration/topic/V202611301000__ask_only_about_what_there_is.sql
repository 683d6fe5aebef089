-- Seven of the questions of a topic's page are about what few topics have: files, reactions, a summary. Whether there is any is
-- looked at with the opening, by key, whoever may see it; the page then asks only about what there is, each question behind its
-- policy as before. Nobody is told the marks, and whoever may not read the topic gets none.
drop function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[]);
create function topic.open(of uuid, wanted text, settle boolean, seat uuid, moment timestamptz, way text, elsewhere text[])
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
           exists (select from topic.text x where x.topic = t.id and x.version = t.version and x.level = 'PRO'),
           r.version, r.organisation, r.first_at, r.last_at, r.confirmed_at
      into id, kind, information_kind, parent, author, organisation, hidden, tlp,
           confidentiality, importance, state, withdrawal, version, title, accepted,
           published_at, revised_at,
           reasons, on_duty, at_window, edits, at_centre, guide, leads, two,
           before_version, before_organisation, before_first, before_last, before_confirmed
      from topic.topic t
     cross join lateral (select coalesce(bool_or(f.kind = 'duty_desk'), false) as on_duty,
                                coalesce(bool_or(f.kind = 'window' and f.id = any (t.addressees)), false) as at_window,
                                coalesce(bool_or(f.kind in ('editors', 'approvers')), false) as edits
                           from membership.office f where f.id = any (mine)) o
      left join lateral (select x.version, x.organisation, x.first_at, x.last_at, x.confirmed_at
                           from topic.reading x where x.topic = t.id and x.person = who
                          order by x.version desc limit 1) r on true
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
        values (of, version, level, who, seat, moment);
        insert into topic.reading as known (topic, version, person, organisation, level, first_at, last_at)
        values (of, version, who, seat, level, moment, moment)
            on conflict (topic, person, version) do update set last_at = excluded.last_at, level = excluded.level;
        if restricted then
            insert into audit.entry (person, organisation, via, act, subject, detail)
            values (who, seat, way, 'topic.opened', of, jsonb_build_object('version', version, 'level', level));
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
revoke execute on function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[]) from public;
grant execute on function topic.open(uuid, text, boolean, uuid, timestamptz, text, text[]) to ${app};

-- Reactions are looked for by topic at every opening; until now the table was walked through.
create index on topic.reaction (topic);

-- Colleagues are found in one step.
create or replace function topic.colleagues(of uuid, seat uuid)
    returns table (person uuid, version integer, first_at timestamptz, last_at timestamptz, confirmed_at timestamptz)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
begin
    if not seat = any (mine) then
        return;
    end if;
    return query
    select p.id, r.version, r.first_at, r.last_at, r.confirmed_at
      from topic.topic t
      join membership.seat s on s.organisation = seat and s.since <= now() and (s.until is null or s.until > now())
      join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
      left join lateral (select x.version, x.first_at, x.last_at, x.confirmed_at from topic.reading x
                          where x.topic = of and x.person = p.id
                          order by x.version desc limit 1) r on true
     where t.id = of and t.addressees && mine
       and (t.addressees && array[membership.everyone(), p.id, seat]
            or exists (select from membership.belonging b
                         left join membership.office f on f.id = b.principal
                        where b.person = p.id and b.principal = any (t.addressees)
                          and b.since <= now() and (b.until is null or b.until > now())
                          and (f.id is null or f.organisation = seat)))
     order by r.first_at nulls last, p.id;
end $$;
