-- When a topic was withdrawn: what loads its values learns of it for a while. What was withdrawn before is said once more.
alter table topic.topic add column withdrawn_at timestamptz;
update topic.topic set withdrawn_at = now() where state = 'withdrawn';

create function topic.note_withdrawal() returns trigger
    language plpgsql
    set search_path = ''
    as $$
begin
    new.withdrawn_at := now();
    return new;
end $$;
revoke execute on function topic.note_withdrawal() from public;
create trigger note_withdrawal before update of state on topic.topic
    for each row when (new.state = 'withdrawn' and old.state <> 'withdrawn') execute function topic.note_withdrawal();
