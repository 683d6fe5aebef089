-- Who entrusted what to which window, so that it is seen and can be taken back.
create table topic.entrusting (
    topic        uuid primary key references topic.topic,
    organisation uuid not null references membership.organisation,
    office       uuid not null references membership.office,
    entrusted_by uuid not null references membership.person,
    entrusted_at timestamptz not null,
    reads_anew   boolean not null
);
create index on topic.entrusting (organisation, entrusted_at desc);
create index on topic.entrusting (office, entrusted_at desc);
alter table topic.entrusting enable row level security;
-- Whoever entrusted it, who keeps the window, and those who administer what it came from.
create policy concerned on topic.entrusting for select to ${app}
    using (entrusted_by = (select membership.reader()) or office = any ((select membership.principals())::uuid[])
           or organisation = any ((select membership.administered())::uuid[])
           or (select membership.has_role('ADMINISTRATOR')));
grant select on topic.entrusting to ${app};

-- Whether the reader may entrust this one to the window of that organisation: who wrote it, to that of where it was written;
-- who administers that, where the author sits there no more; for an organisation that withdrew the Centre's
-- administrators, to any, as long as the label lets it be known elsewhere. Only what they may read themselves, and
-- never what was shared hidden.
create function topic.entrustable(it topic.topic, to_organisation uuid) returns boolean
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
                            where o.id = it.organisation and o.status = 'withdrawn')) $$;

-- Entrusts them: the window reads them from then on and is their source as the author is. All or none; says which were new.
create function topic.entrust_left(those uuid[], to_organisation uuid, moment timestamptz) returns setof uuid
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
        if the_window is null or topic.entrustable(it, to_organisation) is not true then
            raise exception 'not theirs to entrust' using errcode = '42501';
        end if;
        seen := seen + 1;
        if exists (select from topic.entrusting e where e.topic = it.id) then
            continue;
        end if;
        insert into topic.entrusting (topic, organisation, office, entrusted_by, entrusted_at, reads_anew)
        values (it.id, it.organisation, the_window, membership.reader(), moment, not the_window = any (it.addressees));
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

-- Takes it back: the window is its source no more, and reads it only if it did before. Whom it brought in goes with it.
create function topic.take_trust_back(wanted uuid) returns boolean
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    e    topic.entrusting;
    it   topic.topic;
    gone uuid[];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    select * into e from topic.entrusting x where x.topic = wanted;
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
    if e.reads_anew and not exists (select from topic.audience a where a.topic = wanted and a.principal = e.office) then
        gone := e.office || array(
            select p.id
              from membership.person p
              join membership.office f on f.id = e.office
             where p.id = any (it.addressees) and p.id is distinct from it.author
               and exists (select from membership.seat s where s.person = p.id and s.organisation = f.organisation)
               and not exists (select from topic.audience a where a.topic = wanted and a.principal = p.id));
        update topic.topic set addressees = array(select a from unnest(addressees) a where a <> all (gone))
         where id = wanted;
        update topic.words set addressees = array(select a from unnest(addressees) a where a <> all (gone))
         where topic = wanted;
        delete from topic.addressee where topic = wanted and principal = any (gone);
    end if;
    return true;
end $$;

revoke execute on function topic.entrustable(topic.topic, uuid), topic.entrust_left(uuid[], uuid, timestamptz),
    topic.take_trust_back(uuid) from public;
grant execute on function topic.entrust_left(uuid[], uuid, timestamptz), topic.take_trust_back(uuid) to ${app};
