create or replace view topic.insight_titles with (security_invoker = true) as
select topic, version, level, title from topic.text;
grant select on topic.insight_titles to ${app};

create or replace view topic.insight_comments with (security_invoker = true) as
select topic, at from topic.comment where removed_at is null;
grant select on topic.insight_comments to ${app};
