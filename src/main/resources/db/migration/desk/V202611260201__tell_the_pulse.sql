-- Numbers that change when anything on the board does; nothing of what it is. For the desk, who reads every matter: asked
-- row by row whether it may, each look cost more than the board's own rows.
create function desk.pulse() returns text
    language sql stable security definer
    set search_path = ''
    as $$ select concat_ws('.', s.count, s.last, m.count, m.last, h.count, h.answered, c.count, c.closed,
                              d.count, d.withdrawn, d.settled, d.last, d.back, r.ended)
            from (select count(*), extract(epoch from max(since)) as last from desk.standing) s,
                 (select count(*), extract(epoch from max(waiting_since)) as last from desk.matter
                   where waiting_since is not null) m,
                 (select count(*), count(verdict) as answered from desk.support) h,
                 (select count(*), count(closed_at) as closed from desk.call) c,
                 (select count(*), count(*) filter (where left_as = 'WITHDRAWN') as withdrawn,
                         count(settled_at) as settled, extract(epoch from max(settled_at)) as last,
                         count(back_at) as back from desk.departure) d,
                 (select count(*) as ended from desk.recipient where ended_at is not null) r
           where (select desk.staff()) $$;

-- How many reporters wait for an answer, for the desk.
create function desk.waiting() returns integer
    language sql stable security definer
    set search_path = ''
    as $$ select count(*)::integer from desk.matter where waiting_since is not null and (select desk.staff()) $$;

revoke execute on function desk.pulse(), desk.waiting() from public;
grant execute on function desk.pulse(), desk.waiting() to ${app};
