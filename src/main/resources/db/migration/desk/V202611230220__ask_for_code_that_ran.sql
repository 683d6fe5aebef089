-- The published statistics know eight kinds of event; the form asks for all of them.
update desk.question
   set options = (
       select jsonb_agg(option order by place)
         from (select o.option, o.place::numeric as place
                 from jsonb_array_elements(options) with ordinality o (option, place)
               union all
               select '{"ja":"不正コード等の実行","en":"Malicious code run"}'::jsonb,
                      (select o.place + 0.5 from jsonb_array_elements(options) with ordinality o (option, place)
                        where o.option ->> 'ja' = 'マルウェア等の感染')) all_kinds)
 where code = 'event_class' and options @> '[{"ja":"マルウェア等の感染"}]'
   and not options @> '[{"ja":"不正コード等の実行"}]';
