-- The secretariat of an association passes on what a member told it; the member is named nowhere.
alter table desk.matter drop constraint matter_channel_check;
alter table desk.matter add constraint matter_channel_check
    check (channel in ('PLATFORM', 'PHONE', 'MAIL', 'VISIT', 'INTERNAL', 'ASSOCIATION'));
