create or replace view membership.insight_logins with (security_invoker = true) as
select person, organisation, at, factor from membership.login;
grant select on membership.insight_logins to ${app};

-- What organisations are today: one row for each category and key service.
create or replace view membership.insight_traits with (security_invoker = true) as
select t.organisation, t.trait, t.code, coalesce(c.name_ja, s.name_ja) as name_ja, coalesce(c.name_en, s.name_en) as name_en
  from membership.organisation_trait t
  left join membership.category c on t.trait = 'category' and c.code = t.code
            and c.valid_from <= current_date and (c.valid_to is null or c.valid_to > current_date)
  left join membership.sector s on t.trait = 'sector' and s.code = t.code
            and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)
 where t.trait in ('category', 'sector')
   and t.valid_from <= current_date and (t.valid_to is null or t.valid_to > current_date)
   and coalesce(c.code, s.code) is not null;
grant select on membership.insight_traits to ${app};
