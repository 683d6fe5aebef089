-- A page speaks of a row by this, not by whose it is: a source may have chosen to be named to nobody.
alter table provider.withheld add column id uuid not null default gen_random_uuid();
create unique index on provider.withheld (id);
