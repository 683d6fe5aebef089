-- Providers who were asked for an opinion hear of it again, once, before their time ends.
alter table intel.opinion add column reminded_at timestamptz;
create index on intel.opinion (due_at) where verdict is null and reminded_at is null;

-- Notes who is asked again at this moment, for a job that is nobody; answers about which enquiries.
create function intel.remind_of_opinions(moment timestamptz) returns setof uuid
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        return;
    end if;
    return query
    with again as (
        update intel.opinion o
           set reminded_at = moment
          from intel.enquiry e
         where e.id = o.enquiry and e.verdict is null and o.verdict is null
           and o.reminded_at is null and o.due_at - (o.due_at - o.asked_at) / 4 <= moment
        returning o.enquiry)
    select distinct a.enquiry from again a;
end $$;
revoke execute on function intel.remind_of_opinions(timestamptz) from public;
grant execute on function intel.remind_of_opinions(timestamptz) to ${app};
