-- What is asked for in vain, or stays pending for days, keeps nobody from asking for what came later.
alter table provider.delivery add column asked_at timestamptz;
