-- Sealed files that nobody keeps any more. Whoever kept one lets go of it in the transaction that deletes their row;
-- what was never let go of is never thrown away.
create table topic.let_go (
    storage uuid primary key,
    at      timestamptz not null
);
alter table topic.let_go enable row level security;
create policy anybody on topic.let_go for insert to ${app}
    with check (membership.reader() is not null);
grant insert on topic.let_go to ${app};

-- For the job that empties the vault: which files were let go of before a moment and belong to no topic.
create function topic.take_let_go(moment timestamptz) returns setof uuid
    language sql volatile security definer
    set search_path = ''
    as $$ with taken as (delete from topic.let_go g where g.at < moment returning g.storage)
          select t.storage from taken t
           where not exists (select from topic.file f where f.storage = t.storage) $$;
