-- When a notice was answered, asked anew or looked at again, as far as the reader may read it: what was told before that
-- is overtaken.
create view notice.published_act with (security_invoker = true) as
select topic, at from notice.entry;
grant select on notice.published_act to ${app};
