-- Whoever moves to another organisation keeps nothing that was restricted to where they were: what was addressed to
-- themselves is not theirs any more. Only in the transaction in which they move.
create function topic.part_with(whom uuid) returns integer
    language plpgsql volatile security definer
    set search_path = ''
    as $$
declare
    those uuid[];
begin
    if not exists (select from membership.move m where m.person = whom and m.done_at = now()) then
        raise exception 'only whoever moves parts with what was restricted' using errcode = '42501';
    end if;
    those := array(select t.id from topic.topic t
                    where t.addressees @> array[whom] and t.tlp in ('AMBER', 'AMBER_STRICT', 'RED') for update);
    update topic.topic set addressees = array_remove(addressees, whom) where id = any (those);
    update topic.words set addressees = array_remove(addressees, whom) where topic = any (those);
    delete from topic.addressee where topic = any (those) and principal = whom;
    delete from topic.audience where topic = any (those) and principal = whom;
    return cardinality(those);
end $$;
revoke execute on function topic.part_with(uuid) from public;
grant execute on function topic.part_with(uuid) to ${app};
