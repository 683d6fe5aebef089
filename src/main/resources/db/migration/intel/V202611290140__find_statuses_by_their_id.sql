-- What became of an envelope is found by its id and forgotten by its age; nobody asks for those of a collection, and each
-- envelope entered itself there too.
drop index intel.status_collection_at_idx;
