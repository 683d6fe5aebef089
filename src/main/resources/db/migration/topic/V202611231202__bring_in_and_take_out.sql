-- The people of one of the reader's own organisations whom its window may still let read a topic that it received. For
-- whoever holds that window; on a matter whose organisation is hidden nobody is brought in.
create function topic.absent(of uuid, seat uuid) returns setof uuid
    language sql stable security definer
    set search_path = ''
    as $$
    select p.id
      from topic.topic t
      join membership.office f on f.kind = 'window' and f.organisation = seat and f.id = any (t.addressees)
      join membership.seat s on s.organisation = seat and s.since <= now() and (s.until is null or s.until > now())
      join membership.person p on p.id = s.person and p.status = 'active' and p.kind = 'human'
     where t.id = of and t.state = 'published' and t.tlp <> 'RED' and not (t.kind = 'MATTER' and t.hidden)
       and f.id = any (membership.principals())
       and not t.addressees && array[membership.everyone(), p.id, seat]
       and not exists (select from membership.belonging b
                        where b.person = p.id and b.principal = any (t.addressees)
                          and b.since <= now() and (b.until is null or b.until > now()))
     order by p.kana, p.name, p.id $$;

-- The source lets an office read no further. Whom its holders brought in goes with it; everybody else stays, also those
-- whom other windows brought in.
create function topic.take_out(wanted uuid, office uuid) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it   topic.topic;
    gone uuid[];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or not topic.source(wanted)
        or exists (select from topic.steward s where s.topic = wanted and s.principal = office) then
        raise exception 'only the source takes an office out' using errcode = '42501';
    end if;
    if not exists (select from topic.audience a where a.topic = wanted and a.principal <> office) then
        raise exception 'a topic needs an audience' using errcode = '22023';
    end if;
    gone := office || array(
        select p.id
          from membership.person p
          join membership.office f on f.id = office
         where p.id = any (it.addressees)
           and p.id is distinct from coalesce(it.author, (select x.person from topic.concealed x where x.document = wanted))
           and exists (select from membership.seat s where s.person = p.id and s.organisation = f.organisation)
           and not exists (select from topic.audience a where a.topic = wanted and a.principal = p.id)
           and not exists (select from topic.steward s where s.topic = wanted and s.principal = p.id));
    update topic.topic set addressees = array(select a from unnest(addressees) a where a <> all (gone)) where id = wanted;
    update topic.words set addressees = array(select a from unnest(addressees) a where a <> all (gone)) where topic = wanted;
    delete from topic.addressee where topic = wanted and principal = any (gone);
    delete from topic.audience where topic = wanted and principal = office;
end $$;

revoke execute on function topic.absent(uuid, uuid), topic.take_out(uuid, uuid) from public;
grant execute on function topic.absent(uuid, uuid), topic.take_out(uuid, uuid) to ${app};
