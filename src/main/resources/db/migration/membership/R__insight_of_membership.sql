create or replace view membership.insight_logins with (security_invoker = true) as
select person, organisation, at, factor from membership.login;
grant select on membership.insight_logins to ${app};

-- What organisations are, and from when until when: one row for each category and key service, and for each name of it.
-- Whoever asks says which day it is: only the platform knows where the site lives.
create or replace view membership.insight_traits with (security_invoker = true) as
select t.organisation, t.trait, t.code, coalesce(c.name_ja, s.name_ja) as name_ja, coalesce(c.name_en, s.name_en) as name_en,
       greatest(t.valid_from, c.valid_from, s.valid_from) as valid_from,
       least(t.valid_to, c.valid_to, s.valid_to) as valid_to
  from membership.organisation_trait t
  left join membership.category c on t.trait = 'category' and c.code = t.code
  left join membership.sector s on t.trait = 'sector' and s.code = t.code
 where t.trait in ('category', 'sector')
   and coalesce(c.code, s.code) is not null;
grant select on membership.insight_traits to ${app};
