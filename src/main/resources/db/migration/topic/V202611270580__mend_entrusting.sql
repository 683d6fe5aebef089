-- An office reads no further, and whom its holders brought in goes with it; everybody else stays, also those whom other
-- windows brought in. For the doors below.
create function topic.let_go(it topic.topic, office uuid) returns void
    language plpgsql volatile
    set search_path = ''
    as $$
declare
    gone uuid[] := office || array(
        select p.id
          from membership.person p
          join membership.office f on f.id = office
         where p.id = any (it.addressees)
           and p.id is distinct from coalesce(it.author, (select x.person from topic.concealed x where x.document = it.id))
           and exists (select from membership.seat s where s.person = p.id and s.organisation = f.organisation)
           and not exists (select from topic.audience a where a.topic = it.id and a.principal = p.id)
           and not exists (select from topic.steward s where s.topic = it.id and s.principal = p.id));
begin
    update topic.topic set addressees = array(select a from unnest(addressees) a where a <> all (gone)) where id = it.id;
    update topic.words set addressees = array(select a from unnest(addressees) a where a <> all (gone)) where topic = it.id;
    delete from topic.addressee where topic = it.id and principal = any (gone);
end $$;

create or replace function topic.take_out(wanted uuid, office uuid) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it topic.topic;
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or not topic.source(wanted)
        or exists (select from topic.steward s where s.topic = wanted and s.principal = office) then
        raise exception 'only the source takes an office out' using errcode = '42501';
    end if;
    if not exists (select from topic.audience a where a.topic = wanted and a.principal <> office) then
        raise exception 'a topic needs an audience' using errcode = '22023';
    end if;
    perform topic.let_go(it, office);
    delete from topic.audience where topic = wanted and principal = office;
end $$;

-- As before, and the Centre's administrators entrust only the words of who sits nowhere any more: whoever went on to
-- another organisation is their source still.
create or replace function topic.entrustable(it topic.topic, to_organisation uuid) returns boolean
    language sql stable
    set search_path = ''
    as $$
    select it.kind in ('POST', 'QUESTION') and it.state = 'published' and not it.hidden and it.tlp <> 'RED'
       and it.addressees && membership.principals()
       and exists (select from membership.organisation o where o.id = to_organisation and o.status = 'active')
       and (to_organisation = it.organisation
            and (it.author = membership.reader()
                 or it.organisation = any (membership.administered())
                    and not exists (select from membership.seat s
                                     where s.person = it.author and s.organisation = it.organisation and s.until is null))
            or it.tlp in ('CLEAR', 'GREEN') and membership.has_role('ADMINISTRATOR')
               and exists (select from membership.organisation o
                            where o.id = it.organisation and o.status = 'withdrawn')
               and not exists (select from membership.seat s
                                 join membership.person p on p.id = s.person and p.status = 'active'
                                 join membership.organisation o on o.id = s.organisation and o.status <> 'withdrawn'
                                where s.person = it.author and s.until is null)) $$;

-- As before, and all of them were shared in the name of the one organisation that is said.
drop function topic.entrust_left(uuid[], uuid, timestamptz);
create function topic.entrust_left(those uuid[], from_organisation uuid, to_organisation uuid, moment timestamptz)
    returns setof uuid
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    the_window uuid;
    it         topic.topic;
    seen       integer := 0;
begin
    select f.id into the_window from membership.office f where f.kind = 'window' and f.organisation = to_organisation;
    for it in select t.* from topic.topic t where t.id = any (those) order by t.id for update loop
        if the_window is null or it.organisation is distinct from from_organisation
           or topic.entrustable(it, to_organisation) is not true then
            raise exception 'not theirs to entrust' using errcode = '42501';
        end if;
        seen := seen + 1;
        if exists (select from topic.entrusting e where e.topic = it.id) then
            continue;
        end if;
        insert into topic.entrusting (topic, organisation, office, entrusted_by, entrusted_at)
        values (it.id, it.organisation, the_window, membership.reader(), moment);
        insert into topic.steward (topic, principal, revises) values (it.id, the_window, true)
        on conflict (topic, principal) do update set revises = true;
        update topic.topic set addressees = addressees || the_window
         where id = it.id and not the_window = any (addressees);
        update topic.words set addressees = addressees || the_window
         where topic = it.id and not the_window = any (addressees);
        insert into topic.addressee (topic, principal, kind, revised_at)
        values (it.id, the_window, it.kind, it.revised_at) on conflict do nothing;
        return next it.id;
    end loop;
    if seen <> (select count(distinct x) from unnest(those) x) then
        raise exception 'not theirs to entrust' using errcode = '42501';
    end if;
end $$;

-- As before, from the organisation that is said. Whether the window reads on is asked of the audience of today: the source
-- may have closed the topic to it in between.
drop function topic.take_trust_back(uuid);
create function topic.take_trust_back(wanted uuid, from_organisation uuid) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    e  topic.entrusting;
    it topic.topic;
begin
    select * into it from topic.topic t where t.id = wanted for update;
    select * into e from topic.entrusting x where x.topic = wanted and x.organisation = from_organisation;
    if e.topic is null then
        return false;
    end if;
    if e.entrusted_by is distinct from membership.reader() and not e.organisation = any (membership.administered())
       and not (membership.has_role('ADMINISTRATOR')
                and exists (select from membership.organisation o
                             where o.id = e.organisation and o.status = 'withdrawn')) then
        raise exception 'only who may entrust it takes it back' using errcode = '42501';
    end if;
    delete from topic.entrusting where topic = wanted;
    delete from topic.steward where topic = wanted and principal = e.office;
    if not exists (select from topic.audience a where a.topic = wanted and a.principal = e.office) then
        perform topic.let_go(it, e.office);
    end if;
    return true;
end $$;
alter table topic.entrusting drop column reads_anew;

revoke execute on function topic.let_go(topic.topic, uuid), topic.entrust_left(uuid[], uuid, uuid, timestamptz),
    topic.take_trust_back(uuid, uuid) from public;
grant execute on function topic.entrust_left(uuid[], uuid, uuid, timestamptz), topic.take_trust_back(uuid, uuid) to ${app};
