-- The Centre keeps the reference data up to date itself; an entry that ends keeps its dates.
grant insert, update on membership.category, membership.ministry, membership.sector, membership.association to ${app};
