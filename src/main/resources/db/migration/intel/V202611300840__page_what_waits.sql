-- What waits stands before what was answered, the newest first, and is looked at page by page.
create index on intel.cut ((released_at is not null), at desc, id);
create index on intel.cut (recipient, (released_at is not null), at desc, id);
