-- How many sit in each community, counted in one pass over the seats. Joined to communities the reader may know of.
create view community.size with (security_invoker = true) as
select b.principal as community, count(*) as people, count(distinct s.organisation) as organisations
  from membership.belonging b
  join membership.person p on p.id = b.person and p.status = 'active'
  join (select distinct on (s.person) s.person, s.organisation
          from membership.seat s
          join membership.organisation o on o.id = s.organisation and o.status = 'active'
         where s.since <= now() and (s.until is null or s.until > now())
         order by s.person, s.since) s on s.person = b.person
 where b.circle = 'community' and b.since <= now() and (b.until is null or b.until > now())
 group by b.principal;
grant select on community.size to ${app};
