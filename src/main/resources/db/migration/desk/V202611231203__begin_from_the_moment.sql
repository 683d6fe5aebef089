-- When a rhythm was begun: what was due earlier on that day is not missed.
alter table desk.rhythm add column begun_at timestamptz;
