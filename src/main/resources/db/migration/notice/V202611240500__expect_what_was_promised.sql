-- Until when an answer is expected, as far as the reader may read it: whoever works on it has named another time.
create or replace view notice.published_due with (security_invoker = true) as
select topic, coalesce(until_at, due_at) as due_at from notice.notice where state in ('open', 'working');
