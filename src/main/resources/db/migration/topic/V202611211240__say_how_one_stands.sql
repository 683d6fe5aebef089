-- What the page of a topic has to know of its reader, at once: is it theirs, is it restricted, and why they have it.
create function topic.standing(of uuid) returns table (source boolean, restricted boolean, reasons uuid[])
    language plpgsql stable security definer
    set search_path = ''
    as $$
begin
    return query select topic.source(of), topic.restricted(of), topic.reasons(of);
end $$;
