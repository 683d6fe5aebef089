-- Whoever telephones after somebody else has reached them adds to what was said.
alter table notice.call drop constraint call_said_check;
alter table notice.call add constraint call_said_check check (length(said) between 1 and 20000);
