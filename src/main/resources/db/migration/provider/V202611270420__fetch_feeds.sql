-- Partners who have no TAXII server give a feed of MISP: a manifest, and a file for each event.
alter table provider.provider add column speaks text not null default 'TAXII' check (speaks in ('TAXII', 'MISP'));
alter table provider.provider add check (speaks = 'TAXII' or push_from is null);
comment on column provider.progress.added_after is 'for a feed the moment of the last event that was taken, with its id in next';
