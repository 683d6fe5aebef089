-- An author who parted with a restricted topic is not brought back when somebody else of the source addresses it anew:
-- whoever wrote it belongs to its readers from the first address on, and for as long as they are among them.
create or replace function topic.address(wanted uuid, chosen uuid[]) returns void
    language plpgsql security definer
    set search_path = ''
    as $$
declare
    it       topic.topic;
    writer   uuid;
    together uuid[];
begin
    select * into it from topic.topic t where t.id = wanted for update;
    if it.id is null or not topic.source(wanted) then
        raise exception 'only the source addresses a topic' using errcode = '42501';
    end if;
    if cardinality(chosen) = 0 or array_position(chosen, null) is not null then
        raise exception 'a topic needs an audience' using errcode = '22023';
    end if;
    if it.tlp not in ('CLEAR', 'GREEN') and membership.everyone() = any (chosen) then
        raise exception '% is not for everyone', it.tlp using errcode = '22023';
    end if;
    writer := coalesce(it.author, (select x.person from topic.concealed x where x.document = wanted));
    if it.addressees <> '{}' and not (writer = any (it.addressees)) then
        writer := null;
    end if;
    if it.tlp = 'RED' and exists (
        select from unnest(array_remove(chosen || writer, null)) c
         where not exists (select from membership.person p where p.id = c and p.kind = 'human')) then
        raise exception 'RED is for named persons' using errcode = '22023';
    end if;
    together := array(select distinct p from unnest(array_remove(chosen || writer, null) || array(
        select s.principal from topic.steward s where s.topic = wanted and it.tlp <> 'RED')) p);
    if it.kind = 'BULLETIN' and it.tlp <> 'RED' then
        together := array(select distinct p from unnest(together || array(
            select f.id from membership.office f where f.kind in ('editors', 'approvers'))) p);
    end if;
    update topic.topic set addressees = together where id = wanted;
    update topic.words set addressees = together where topic = wanted;
    delete from topic.addressee where topic = wanted;
    insert into topic.addressee (topic, principal, kind, revised_at)
    select wanted, p, it.kind, it.revised_at from unnest(together) p;
    delete from topic.audience where topic = wanted;
    insert into topic.audience (topic, principal) select wanted, c from unnest(chosen) c group by c;
end $$;
