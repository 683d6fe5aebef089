-- Which matters were told to all without their names, where and since when: for the figures of the desk, which may see the
-- chain; nothing for anybody else. What was taken back is told no more, and what a few may read was not told to all.
create function sanitised.told_to_all() returns table (matter uuid, topic uuid, at timestamptz)
    language sql stable security definer
    set search_path = ''
    as $$ select c.matter, t.id, t.published_at
            from sanitised.chain c
            join bulletin.manuscript m on m.id = c.manuscript
            join topic.topic t on t.id = m.topic and t.state = 'published'
           where (select desk.staff())
             and (membership.everyone() = any (t.addressees)
                  or exists (select from community.community g
                              where g.id = any (t.addressees) and g.everyone_taking_part)) $$;
revoke execute on function sanitised.told_to_all() from public;
grant execute on function sanitised.told_to_all() to ${app};
