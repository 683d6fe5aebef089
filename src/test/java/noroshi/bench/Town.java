package noroshi.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/** A synthetic structure of the size of a national one, written by the database itself. */
public record Town(int organisations, int people, int communities, int topics, int reads) {
    /** Names how it is built: what was built otherwise must not be measured for it. */
    static final String STREETS = "audited";

    /** 7 × 143 = 1 modulo 200: from a community to the first topic that was addressed to it. */
    private static final long BACK_FROM_COMMUNITY = 143;

    static Town national(int topics) {
        return new Town(5_500, 15_571, 200, topics, topics * 10);
    }

    boolean stands(Connection owner) throws SQLException {
        try (var found = owner.createStatement().executeQuery("select count(*) from topic.topic")) {
            found.next();
            return found.getInt(1) >= topics;
        }
    }

    /**
     * A topic of one of the first 400 people's communities, AMBER, if there is one: opening it is audited.
     *
     * @param which any number; the same one asks for the same topic
     */
    OptionalLong restricted(long person, long which) {
        for (int k = 1; k <= 4; k++) {
            var community = person * k * 31 % communities;
            var first = BACK_FROM_COMMUNITY * community % communities;
            if (first % 20 >= 3 && first % 20 < 14) {
                return OptionalLong.of(first + communities * (which * 37 % (topics / communities)));
            }
        }
        return OptionalLong.empty();
    }

    /** Sessions end; those who measure come back. */
    void welcome(Connection owner) throws SQLException {
        run(owner, "update membership.session set ends_at = now() + interval '7 days', seen_at = now()");
    }

    public void build(Connection owner) throws SQLException {
        owner.setAutoCommit(false);
        members(owner);
        topics(owner);
        readings(owner);
        owner.commit();
        owner.setAutoCommit(true);
        run(owner, "vacuum analyze");
    }

    private void members(Connection owner) throws SQLException {
        run(owner, """
                create function pg_temp.id(kind text, n bigint) returns uuid language sql immutable as
                $$ select overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17)::uuid $$
                """);
        run(owner, """
                insert into membership.organisation (id, code, name, name_en, status, joined_on)
                select pg_temp.id('organisation', n), 'bench-' || n, '組織' || n, 'Organisation ' || n, 'active', '2020-01-01'
                  from generate_series(1, %d) n
                """.formatted(organisations));
        run(owner, """
                insert into membership.office (id, kind, organisation)
                select pg_temp.id('window', n), 'window', pg_temp.id('organisation', n) from generate_series(1, %d) n
                """.formatted(organisations));
        run(owner, """
                insert into membership.person (id, login, name, level)
                select pg_temp.id('person', n), 'bench' || n, '参加者' || n, case n %% 2 when 0 then 'pro' else 'general' end
                  from generate_series(1, %d) n
                """.formatted(people));
        run(owner, """
                insert into membership.seat (person, organisation, roles, since)
                select pg_temp.id('person', n), pg_temp.id('organisation', 1 + n %% %d), '{MEMBER_USER}', '2020-01-01'
                  from generate_series(1, %d) n
                """.formatted(organisations, people));
        run(owner, """
                insert into membership.session (token, person, organisation, factors, ends_at)
                select sha256(convert_to('bench-' || n, 'UTF8')), pg_temp.id('person', n),
                       pg_temp.id('organisation', 1 + n %% %d), '{PASSKEY}', now() + interval '7 days'
                  from generate_series(1, 400) n
                """.formatted(organisations));
        run(owner, """
                insert into community.community (id, code, name, name_en, kind, tlp_meaning_ja, tlp_meaning_en)
                select pg_temp.id('community', n), 'bench-' || n, 'コミュニティ' || n, 'Community ' || n, 'invited', '会員', 'members'
                  from generate_series(1, %d) n
                """.formatted(communities));
        run(owner, """
                insert into membership.belonging (principal, circle, person, since)
                select distinct pg_temp.id('community', 1 + (n * k * 31) %% %d), 'community', pg_temp.id('person', n), timestamptz '2020-01-01'
                  from generate_series(1, %d) n, generate_series(1, 4) k
                union all
                select pg_temp.id('window', 1 + n %% %d), 'office', pg_temp.id('person', n), '2020-01-01'
                  from generate_series(1, %d) n
                """.formatted(communities, people, organisations, organisations));
    }

    private void topics(Connection owner) throws SQLException {
        run(owner, """
                create temporary table planned as
                select n, pg_temp.id('topic', n) as id, pg_temp.id('person', 1 + n %% %1$d) as author,
                       now() - n * interval '20 seconds' as at,
                       case when n %% 20 < 3 then membership.everyone()
                            when n %% 20 < 14 then pg_temp.id('community', 1 + (n * 7) %% %2$d)
                            when n %% 20 < 19 then pg_temp.id('window', 1 + (n * 13) %% %3$d)
                            else pg_temp.id('person', 1 + (n * 17) %% %1$d) end as addressee,
                       (select string_agg(word, ' ') from (
                           select translate(chr(97 + (hashint8(n * 64 + w) & 1023) %% 26) || chr(97 + (hashint8(n * 64 + w) >> 10 & 1023) %% 26),
                                            'abcdefghijklmnopqrstuvwxyz', '情報共有更新確認報告調査警戒観測分析防御侵入漏洩改善') as word
                             from generate_series(1, 34) w
                           union all
                           select asked from unnest('{%5$s}'::text[]) with ordinality of_them(asked, k)
                            where (hashint8(n * 64 + 40 + k) & 1048575) %% 20 = 0) said) || ' 語' || n %% 4000 as words
                  from generate_series(1, %4$d) n
                """.formatted(people, communities, organisations, topics, String.join(",", Bench.WORDS)));
        run(owner, """
                insert into topic.topic (id, kind, information_kind, author, organisation, tlp, confidentiality, title,
                                         published_at, revised_at, addressees)
                select id, case n % 5 when 0 then 'QUESTION' else 'POST' end, 'OTHER', author, pg_temp.id('organisation', 1),
                       case when n % 20 between 3 and 13 then 'AMBER' else 'GREEN' end, 2, '件名 ' || n, at, at, case when addressee = author then array[author] else array[addressee, author] end
                  from planned
                """);
        run(owner, "insert into topic.audience select id, addressee from planned");
        run(owner, """
                insert into topic.addressee select p.id, a, t.kind, p.at
                  from planned p join topic.topic t on t.id = p.id, unnest(t.addressees) a
                """);
        run(owner, "insert into topic.version (topic, number, at, by) select id, 1, at, author from planned");
        run(owner, """
                insert into topic.text (topic, version, level, title, body)
                select id, 1, 'ALL', '件名 ' || n, '## 要点' || chr(10) || repeat(words || '。', 8) from planned
                """);
        run(owner, """
                insert into topic.words (document, topic, kind, information_kind, tlp, words, plain, revised_at, addressees)
                select p.id, p.id, t.kind, 'OTHER', t.tlp, to_tsvector('simple', p.words), p.words, p.at, t.addressees
                  from planned p join topic.topic t on t.id = p.id
                """);
        run(owner, """
                insert into topic.comment (topic, author, organisation, body, at)
                select p.id, pg_temp.id('person', 1 + (p.n * k) % 1000), pg_temp.id('organisation', 1), 'ありがとうございます。' || k, p.at + k * interval '1 minute'
                  from planned p, generate_series(1, 5) k where p.n % 4 = 0
                """);
    }

    private void readings(Connection owner) throws SQLException {
        run(owner, """
                insert into topic.reading (topic, version, person, organisation, level, first_at, last_at)
                select id, 1, person, pg_temp.id('organisation', 1), 'ALL', at, at
                  from (select id, at, pg_temp.id('person', 1 + (n * k * 11) %% %d) as person
                          from planned, generate_series(1, %d) k) r
                on conflict do nothing
                """.formatted(people, reads / topics));
        run(owner, """
                insert into topic.view (topic, version, level, person, organisation, at)
                select topic, version, level, person, organisation, first_at from topic.reading
                """);
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
