-- The times that were found in a version's answers, each with its words and the stretch that the words allow. Found when
-- they were written, because "9:40" means the day of writing; the words themselves stand in the answers.
alter table desk.telling add column times jsonb not null default '{}';
