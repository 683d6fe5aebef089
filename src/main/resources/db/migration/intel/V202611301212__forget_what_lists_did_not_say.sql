-- What machines hold was noted for the whole selection behind a list, not for what the file says. Which values an event of a
-- feed really brought nobody can tell any more; its followers fetch every event anew after this, as its moment is kept anew,
-- and it is noted then. The others are noted anew at the next load, even if it brings the same.
delete from intel.held where list like 'misp/%';
delete from intel.held h using intel.value v
 where v.id = h.value and h.list ~ '(^|/)suricata\.rules' and v.type = 'url' and v.value !~ '^http://';
delete from intel.held where list ~ '(^|/)suricata-datasets\.rules';
update intel.load set tag = '' where list ~ '^misp/|(^|/)(suricata\.rules|suricata-datasets\.rules|hosts\.txt|rpz\.zone|stix\.json)';
