-- The trail is read by organisation, by act, and by custodians who open what is sealed.
create index on audit.entry (organisation, at desc);
create index on audit.entry (act, at desc);
create index on audit.entry (at desc) where sealed;
