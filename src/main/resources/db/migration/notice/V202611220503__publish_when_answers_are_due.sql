-- Until when an answer is asked for, as far as the reader may read it.
create view notice.published_due with (security_invoker = true) as
select topic, due_at from notice.notice where state in ('open', 'working');
grant select on notice.published_due to ${app};
