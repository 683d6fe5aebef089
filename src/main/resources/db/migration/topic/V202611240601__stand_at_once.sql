-- The page of a topic and every policy that asks "whose is it?" read the topic once instead of four times.
-- A topic without a hidden author is its author's; who hid is known to topic.mine alone.
create or replace function topic.source(wanted uuid) returns boolean
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    it topic.topic;
begin
    select t.* into it from topic.topic t where t.id = wanted;
    if it.id is null then
        return topic.mine(wanted);
    end if;
    return coalesce(it.author = membership.reader(), false)
        or (it.hidden and topic.mine(wanted))
        or (it.kind = 'BULLETIN' and (membership.holds('editors') or membership.holds('approvers')))
        or topic.stewards(wanted, true);
end $$;

drop function topic.standing(uuid);

-- What the page of a topic has to know of its reader, at once: is it theirs, do they moderate it, is it restricted,
-- why do they have it, are they on duty or at the Centre.
create function topic.standing(of uuid) returns table (
        source boolean, restricted boolean, reasons uuid[], moderates boolean, on_duty boolean, at_centre boolean)
    language plpgsql stable security definer
    set search_path = ''
    as $$
declare
    mine uuid[] := membership.principals();
    it   topic.topic;
begin
    select t.* into it from topic.topic t where t.id = of and t.addressees && mine;
    return query select
        topic.source(of),
        it.id is not null and (it.tlp in ('AMBER', 'AMBER_STRICT', 'RED') or topic.restricted(of)),
        array(select p from unnest(it.addressees) p where p = any (mine)),
        it.id is not null and it.kind in ('POST', 'QUESTION') and topic.moderates(of),
        membership.holds('duty_desk'),
        membership.at_centre();
end $$;
revoke execute on function topic.standing(uuid) from public;
grant execute on function topic.standing(uuid) to ${app};
