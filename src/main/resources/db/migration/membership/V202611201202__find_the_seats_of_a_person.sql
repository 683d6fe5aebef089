-- Every statement asks for the reader's seats and belongings; a seat with an end is still a seat until then.
create index on membership.seat (person);
create index on membership.belonging (person);
