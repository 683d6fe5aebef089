-- Not only whoever is moved parts with what was restricted: so does everybody whose seat ends, also when they sit
-- elsewhere already. Only in the transaction in which it ends.
create or replace function topic.part_with(whom uuid) returns integer
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    those uuid[];
begin
    if not exists (select from membership.seat s where s.person = whom and s.until = now()) then
        raise exception 'only whoever gives up a seat parts with what was restricted' using errcode = '42501';
    end if;
    those := array(select t.id from topic.topic t
                    where t.addressees @> array[whom] and t.tlp in ('AMBER', 'AMBER_STRICT', 'RED') for update);
    update topic.topic set addressees = array_remove(addressees, whom) where id = any (those);
    update topic.words set addressees = array_remove(addressees, whom) where topic = any (those);
    delete from topic.addressee where topic = any (those) and principal = whom;
    delete from topic.audience where topic = any (those) and principal = whom;
    return cardinality(those);
end $$;
