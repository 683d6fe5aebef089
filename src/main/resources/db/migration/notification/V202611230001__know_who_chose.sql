-- When somebody chose how they want to be told; others have a row as soon as there is something to tell.
alter table notification.setting add chosen_at timestamptz;
grant select (chosen_at), insert (chosen_at), update (chosen_at) on notification.setting to ${app};
