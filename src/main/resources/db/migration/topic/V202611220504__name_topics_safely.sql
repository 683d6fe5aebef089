-- A line that its author wrote to leave the platform where the title may not.
alter table topic.topic add column safe_subject text not null default ''
    check (length(safe_subject) <= 100 and safe_subject !~ '[[:cntrl:]]');
grant select (safe_subject), insert (safe_subject), update (safe_subject) on topic.topic to ${app};
