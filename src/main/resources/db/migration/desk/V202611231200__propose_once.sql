-- An organisation is proposed once at a time: of proposals that nobody has answered, the oldest is the one the reporter
-- was told of first.
delete from desk.proposal later
 using desk.proposal first
 where later.verdict is null and first.verdict is null
   and later.matter = first.matter and later.organisation = first.organisation
   and (first.proposed_at, first.id) < (later.proposed_at, later.id);
create unique index on desk.proposal (matter, organisation) where verdict is null;
