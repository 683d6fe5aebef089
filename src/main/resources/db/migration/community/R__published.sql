-- What other modules may say about communities; the wall lets a reader see those they may know of.
create or replace view community.published with (security_invoker = true) as
select id, code, kind, name, name_en, colour, closed_at, everyone_taking_part
  from community.community;
grant select on community.published to ${app};
