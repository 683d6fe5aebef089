-- Providers who were asked for an opinion hear of it again at set times of the span they were given, and when it is over.
alter table intel.opinion add column reminders smallint not null default 0;
update intel.opinion set reminders = 2 where reminded_at is not null;
-- what was over before this rule is told to nobody now
update intel.opinion set reminders = 32767 where due_at <= now();
create index on intel.opinion (due_at) where verdict is null;

drop function intel.remind_of_opinions(timestamptz);

-- Notes who is asked again at this moment, for a job that is nobody; answers about which enquiries, and for which of them
-- the time of a provider has just ended.
create function intel.remind_of_opinions(moment timestamptz, shares float8[])
    returns table (enquiry uuid, over boolean)
    language plpgsql security definer
    set search_path = ''
    as $$
#variable_conflict use_column
begin
    if membership.reader() is not null then
        return;
    end if;
    return query
    with due as (
        select o.enquiry, o.provider, n.number
          from intel.opinion o
          join intel.enquiry e on e.id = o.enquiry
         cross join lateral (select count(*)::smallint as number from unnest(shares) s(share)
                              where o.asked_at + (o.due_at - o.asked_at) * s.share <= moment) n
         where o.verdict is null and e.verdict is null and n.number > o.reminders),
    again as (
        update intel.opinion o set reminders = d.number, reminded_at = moment
          from due d
         where o.enquiry = d.enquiry and o.provider = d.provider
        returning o.enquiry, o.due_at <= moment as over)
    select a.enquiry, bool_or(a.over) from again a group by a.enquiry;
end $$;
revoke execute on function intel.remind_of_opinions(timestamptz, float8[]) from public;
grant execute on function intel.remind_of_opinions(timestamptz, float8[]) to ${app};
