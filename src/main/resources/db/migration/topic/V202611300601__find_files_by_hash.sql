-- Whether a value is the hash of a file that somebody attached.
create index on topic.file (sha256);
