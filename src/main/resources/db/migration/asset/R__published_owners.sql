-- Which organisations have something in the register, for those who may see whose it is.
create or replace view asset.published_owners with (security_invoker = true) as
select distinct organisation from asset.asset where state = 'registered' and expires_at > now();
grant select on asset.published_owners to ${app};
