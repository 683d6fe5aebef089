-- What others get of an entry was made once, by the rule of that day. The rule has grown stricter since: properties of
-- somebody's own name their makers without x_ too. Until an entry is covered anew, what others get stays as it is, and
-- nobody but its source and the platform itself reads more.
alter table intel.entry drop constraint entry_veil_check,
                        add constraint entry_veil_check check (veil between 0 and 3);
comment on column intel.entry.veil is
    'what its source chose: 0 nothing or everyone, 1 the Centre only, 2 nobody; 3 not nothing, and to be covered anew';
update intel.entry set veil = 3 where veil > 0;
update intel.attribution set followed_at = null where choice <> 'EVERYONE';
