-- Whoever takes their answer away takes the mark with it, whichever way it goes: what nobody answers any more waits again.
create function topic.lose_answer() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    update topic.topic set accepted = null where id = new.topic and accepted = new.id;
    return null;
end $$;
revoke execute on function topic.lose_answer() from public;
create trigger lose_answer after update of removed_at on topic.comment
    for each row when (old.removed_at is null and new.removed_at is not null) execute function topic.lose_answer();

update topic.topic t set accepted = null
  from topic.comment c where c.id = t.accepted and c.removed_at is not null;
