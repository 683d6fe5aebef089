-- A list says of each row how many comments it has: counted in the index, without looking at the comments.
create index comment_shown on topic.comment (topic) where removed_at is null;
