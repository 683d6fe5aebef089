-- The one list of topics a reader may read: other modules join it and write no access condition of their own.
create or replace view topic.readable with (security_invoker = true) as
select id, kind, information_kind, parent, author, organisation, hidden, tlp, confidentiality, importance, state,
       version, title, accepted, published_at, revised_at, safe_subject, withdrawal
  from topic.topic;
grant select on topic.readable to ${app};

create or replace view topic.insight_views with (security_invoker = true) as
select topic, version, level, person, organisation, at from topic.view;
grant select on topic.insight_views to ${app};

create or replace view topic.insight_readings with (security_invoker = true) as
select topic, version, person, organisation, level, first_at, last_at, confirmed_at from topic.reading;
grant select on topic.insight_readings to ${app};

create or replace view topic.published_set_aside with (security_invoker = true) as
select topic, version, person, at from topic.set_aside;
grant select on topic.published_set_aside to ${app};
