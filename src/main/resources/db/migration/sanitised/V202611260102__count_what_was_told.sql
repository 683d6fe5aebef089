-- Which matters were told to all without their names, where and since when: for the figures of the desk, which may see the
-- chain; nothing for anybody else. What was taken back is told no more.
create function sanitised.told_to_all() returns table (matter uuid, topic uuid, at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$ select c.matter, t.id, t.published_at
            from sanitised.chain c
            join bulletin.manuscript m on m.id = c.manuscript
            join topic.topic t on t.id = m.topic and t.state = 'published'
           where (select desk.staff()) $$;
revoke execute on function sanitised.told_to_all() from public;
grant execute on function sanitised.told_to_all() to ${app};
