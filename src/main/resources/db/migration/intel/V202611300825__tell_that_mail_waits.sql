-- Whether a mail is the first in an hour of which something waits: then somebody is told. Who lets it wait is not told of each
-- further one.
create function intel.mail_anew(mail_id uuid) returns boolean
    language sql stable security definer
    set search_path = ''
    as $$
    select exists (select from intel.dropped d
                    where d.mail = mail_id
                      and not exists (select from intel.dropped o
                                       where o.mail is not null and o.mail <> mail_id
                                         and o.at > d.at - interval '1 hour' and o.at <= d.at))
       and membership.reader() is null $$;
revoke execute on function intel.mail_anew(uuid) from public;
grant execute on function intel.mail_anew(uuid) to ${app};
