-- Mail that came into the mailbox: what listed senders drop there waits for editors and administrators, what else came is
-- named with its reason. Which mail was taken is known by its digest.
create table intel.mailed (
    id       uuid primary key,
    digest   bytea not null unique check (octet_length(digest) = 32),
    sender   text not null check (length(sender) <= 320),
    subject  text not null check (length(subject) <= 300),
    label    text check (label in ('CLEAR', 'GREEN', 'AMBER', 'AMBER_STRICT')),
    left_out jsonb not null,
    refused  text not null
             check (refused in ('', 'STRANGER', 'FORGED', 'RED', 'TOO_LARGE', 'UNREADABLE', 'NOTHING', 'TOO_MANY')),
    at       timestamptz not null
);
create index on intel.mailed (at);
comment on column intel.mailed.refused is 'why nothing of it waits; empty when it was taken';

alter table intel.mailed enable row level security;
create policy readable on intel.mailed for select to ${app}
    using ((select membership.has_role('EDITOR', 'ADMINISTRATOR')));
grant select on intel.mailed to ${app};

-- What came by mail is nobody's own: whoever may take files in sees it, and takes it or throws it away.
alter table intel.dropped
    alter column person drop not null,
    alter column organisation drop not null,
    add column mail uuid references intel.mailed,
    add check ((mail is null) = (person is not null)),
    add check ((person is null) = (organisation is null));
create index on intel.dropped (mail) where mail is not null;
create policy mailed on intel.dropped for select to ${app}
    using (mail is not null and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));
create policy mailed_away on intel.dropped for delete to ${app}
    using (mail is not null and (select membership.has_role('EDITOR', 'ADMINISTRATOR')));

-- How it went when the mailbox was last read.
create table intel.mailbox (
    one      boolean primary key default true check (one),
    tried_at timestamptz not null,
    read_at  timestamptz,
    trouble  text not null,
    words    text not null check (length(words) <= 300)
);
comment on column intel.mailbox.trouble is 'why it could not be read to its end; empty when it could';

alter table intel.mailbox enable row level security;
create policy readable on intel.mailbox for select to ${app}
    using ((select membership.has_role('EDITOR', 'ADMINISTRATOR')));
grant select on intel.mailbox to ${app};

-- Keeps one mail and what is in it, once; answers why it was refused, empty when it was taken, now or before. Whom the
-- Centre lists later may be read anew, so only what was taken is known for good.
create function intel.mail_came(mail_id uuid, mail_digest bytea, mail_sender text, mail_subject text, mail_label text,
                                mail_left_out jsonb, mail_refused text, came_at timestamptz, names text[], hashes text[],
                                contents bytea[]) returns text
    language plpgsql security definer
    set search_path = ''
    as $$
begin
    if membership.reader() is not null then
        raise exception 'mail is taken by the job alone' using errcode = 'insufficient_privilege';
    end if;
    delete from intel.mailed m
     where m.refused <> '' and (m.digest = mail_digest or m.at < came_at - interval '30 days'
        or m.id in (select o.id from intel.mailed o where o.refused <> '' order by o.at desc, o.id offset 1000));
    delete from intel.mailed m
     where m.refused = '' and m.at < came_at - interval '400 days'
       and not exists (select from intel.dropped d where d.mail = m.id);
    insert into intel.mailed (id, digest, sender, subject, label, left_out, refused, at)
    values (mail_id, mail_digest, mail_sender, mail_subject, mail_label, mail_left_out, mail_refused, came_at)
    on conflict (digest) do nothing;
    if found then
        insert into intel.dropped (id, mail, name, sha256, content, at)
        select gen_random_uuid(), mail_id, f.name, f.sha256, f.content, came_at
          from unnest(names, hashes, contents) as f(name, sha256, content);
    end if;
    return (select m.refused from intel.mailed m where m.digest = mail_digest);
end $$;

-- How much came by mail and waits, each thing that somebody has to take or throw away; for the job, which is nobody.
create function intel.mail_waiting() returns table (things bigint, bytes bigint)
    language sql stable security definer
    set search_path = ''
    as $$ select count(*), coalesce(sum(octet_length(d.content)), 0)::bigint
            from intel.dropped d where d.mail is not null and membership.reader() is null $$;

create function intel.mailbox_tried(now_at timestamptz, why text, said text) returns void
    language sql security definer
    set search_path = ''
    as $$ insert into intel.mailbox as m (tried_at, read_at, trouble, words)
          select now_at, case why when '' then now_at end, why, said where membership.reader() is null
          on conflict (one) do update
             set tried_at = excluded.tried_at, read_at = coalesce(excluded.read_at, m.read_at),
                 trouble = excluded.trouble, words = excluded.words $$;

revoke execute on function intel.mail_came(uuid, bytea, text, text, text, jsonb, text, timestamptz, text[], text[], bytea[])
    from public;
grant execute on function intel.mail_came(uuid, bytea, text, text, text, jsonb, text, timestamptz, text[], text[], bytea[])
    to ${app};
revoke execute on function intel.mail_waiting() from public;
grant execute on function intel.mail_waiting() to ${app};
revoke execute on function intel.mailbox_tried(timestamptz, text, text) from public;
grant execute on function intel.mailbox_tried(timestamptz, text, text) to ${app};
