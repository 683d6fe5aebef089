-- Every page asks which organisation is the Centre; there is one among thousands.
create index organisation_centre on membership.organisation (created_at, id) where part = 'CENTRE';

-- Colleagues are looked up beside every topic; the partial index cannot serve seats that have a coming end.
create index seat_in_organisation on membership.seat (organisation);
drop index membership.seat_organisation_idx;
