package noroshi.database;

import java.util.List;

/** Fills tables that a synthetic country leaves empty: a plan for an empty table says nothing. */
final class FullShelves {
    static final List<String> STATEMENTS = List.of(
            """
            insert into intel.bundle (stix_id, organisation, imported_by, imported_at, file_name, sha256, tlp, taken, known,
                                      refused, addressees, keeper)
            select 'bundle--' || n, o.id, gen_random_uuid(), now(), 'f', encode(sha256(n::text::bytea), 'hex'), 'AMBER', 1, 0,
                   0, array[o.id], o.id
              from generate_series(1, 2000) n
              join (select id, row_number() over () as place from membership.organisation) o on o.place = 1 + n % 500
            """,
            """
            insert into intel.object (id, organisation, bundle, stix_id, type, modified, name, marked, tlp, raw, sha256,
                                      content, json, addressees, keeper)
            select gen_random_uuid(), b.organisation, b.id, 'malware--' || b.sha256 || n, 'malware', now(), 'x', false,
                   'AMBER', '\\x00', b.sha256, encode(sha256(n::text::bytea), 'hex'), '{}', b.addressees, b.keeper
              from intel.bundle b, generate_series(1, 10) n
            """,
            """
            insert into intel.content
            select bundle, row_number() over (partition by bundle), id, false from intel.object
            """,
            "insert into intel.citation (topic, value, first_at, last_at) select t.id, s.value, now(), now() from "
                    + "(select id from topic.topic limit 9) t, (select value from intel.source limit 999) s",
            "insert into intel.relation select id, stix_id, 'uses', stix_id from intel.object",
            "insert into intel.refusal select id, n, 'x', 'y' from intel.bundle, generate_series(1, 5) n",
            """
            insert into intel.indicator (object, ordinal, type, path, value, alone, pattern_type, valid_from, addressees)
            select id, 1, 'ipv4', 'p', stix_id, true, 'stix', now(), addressees from intel.object
            """,
            """
            insert into audit.entry (person, organisation, via, act)
            select author, organisation, 'web', 'topic.posted' from topic.topic
            """,
            """
            insert into topic.file (topic, name, media_type, size, sha256, storage, nonce, at)
            select id, 'n', 't', 1, '', gen_random_uuid(), '', now() from topic.topic limit 5000
            """,
            """
            insert into topic.mention (topic, document, person, at) select topic, id, author, at from topic.comment
            """,
            """
            insert into topic.reaction (topic, document, person, kind) select topic, id, author, 'useful' from topic.comment
            """,
            "insert into topic.follow select topic, person, 'all' from topic.reading",
            """
            insert into bulletin.edition (topic, version, copy, source, confidence, release, released_by, released_at,
                                          organisation, contributors)
            select id, 1, '{}', 'CENTRE', 'HIGH', 'direct', author, now(), organisation, array[author]
              from topic.topic limit 5000
            """,
            """
            insert into bulletin.manuscript (id, author, contributors, information_kind, importance, tlp, confidentiality,
                                             audience, copy, state, started_at, changed_at, changed_by)
            select gen_random_uuid(), author, array[author], 'OTHER', 'INFO', 'GREEN', 2, array[author], '{}', 'writing',
                   now(), now(), author
              from topic.topic limit 5000
            """,
            """
            insert into desk.matter (topic, reference, kind, channel, hidden, stage, status, latest_at, help, opened_at, once)
            select id, 'D-' || substr(name, 1, 4) || '-' || substr(name, 5, 4), 'REPORT', 'PLATFORM', false, 'FIRST',
                   'SUBMITTED', now(), false, now(), id
              from (select id, translate(upper(md5(id::text)), '01', 'XY') as name from topic.topic limit 5000) t
            """,
            """
            insert into desk.support (matter, organisation, office, kinds, mode, words, scope, asked_at, asked_by)
            select topic, once, once, '{INVESTIGATION}', 'REMOTE', 'x', 'x', now(), once from desk.matter
            """,
            """
            with opened as (
                insert into desk.track (matter, organisation, office, task, reporter, opened_at, opened_by)
                select topic, once, once, 'INVESTIGATE', false, now(), once from desk.matter returning id),
            said as (
                insert into desk.track_word (track, at, person, state, body)
                select id, now(), id, 'UNDER_WAY', '' from opened)
            insert into desk.track_reader (track, organisation, office) select id, id, id from opened
            """,
            """
            insert into membership.login (person, organisation, at, factor)
            select person, organisation, first_at, 'PASSKEY' from topic.reading
            """,
            """
            with made as (
                insert into intel.blocklist (title, tlp, made_by, made_at)
                select 'x', 'GREEN', id, now() from topic.topic limit 5000 returning id)
            insert into intel.blocklist_push (list, organisation, pushed_by, pushed_at, due_at)
            select id, id, id, now(), now() from made
            """);

    private FullShelves() {}
}
