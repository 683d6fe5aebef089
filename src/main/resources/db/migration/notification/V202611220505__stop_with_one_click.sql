-- Whoever holds a message may stop what can be stopped, without signing in: the address in it names its reader.
create function notification.stop_mail(reader uuid, which text) returns void
    language sql volatile security definer
    set search_path = ''
    as $$
    update notification.setting
       set mail = case which when 'MAIL' then 'must' else mail end,
           digest = case which when 'DIGEST' then false else digest end
     where stop = reader $$;
revoke execute on function notification.stop_mail(uuid, text) from public;
grant execute on function notification.stop_mail(uuid, text) to ${app};
