-- Level with every spelling that a search refangs: single brackets, whole separators, meow and fxp.
create or replace function sanitised.armed(harmless text) returns text
    language sql immutable parallel safe
    set search_path = ''
    as $$
    select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
               lower(normalize(harmless, NFKC)), '[[({]((://)|/)[])}]', '\1', 'g'), '[[({](\.|dot)[])}]|\[\.', '.', 'g'),
               '[[({]:[])}]|\[:', ':', 'g'), '[[({](@|at)[])}]', '@', 'g'), '(h(xx|\*\*)p|meow)(s?://)', 'http\3', 'g'),
               'fxp(s?://)', 'ftp\1', 'g') $$;
