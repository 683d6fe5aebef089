-- A sender is told more about what was taken than that it stays near: remarks, each a key of our words with its arguments.
update intel.status s
   set detail = s.detail - 'near' || jsonb_build_object('remarks', coalesce(
           (select jsonb_agg(n.version || '{"key":"intel.taxii.near","arguments":[]}')
              from jsonb_array_elements(s.detail -> 'near') n(version)), '[]'::jsonb))
 where not s.detail ? 'remarks';
