package noroshi.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;

/** Documents of 1.45 KB, the organisation that sends them, and its collections. */
public final class Feed {
    public static final String TOKEN = "nor_bench";
    /** So many machines has each organisation that has several. */
    static final int OF_ONE = 100;

    private static final String FILLING =
            "This synthetic indicator stands for one of a large feed and says nothing about anybody. ".repeat(11);
    private static final UUID ORGANISATION = UUID.nameUUIDFromBytes(new byte[] {1});
    private static final UUID ACCOUNT = UUID.nameUUIDFromBytes(new byte[] {2});

    private static final byte[] HEAD = ascii("{\"type\":\"indicator\",\"spec_version\":\"2.1\",\"id\":\"indicator--");
    private static final byte[] RARE = ascii("{\"type\":\"tool\",\"spec_version\":\"2.1\",\"id\":\"tool--");
    private static final byte[] NAME = ascii("""
            ","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z","name":\"""");
    private static final byte[] PATTERN = ascii("\",\"pattern\":\"[domain-name:value = '");
    private static final byte[] TAIL = ascii("""
            .example']","pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z",\
            "object_marking_refs":["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"],"description":"%s"}\
            """.formatted(FILLING));
    private static final int LARGEST = HEAD.length + NAME.length + PATTERN.length + TAIL.length + 80;

    private Feed() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** One document by itself. */
    public static String document(long number) {
        var bytes = document(number, ByteBuffer.allocate(LARGEST));
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    }

    /** Every thousandth document is of another type, so that a filter has something rare to look for. */
    private static ByteBuffer document(long number, ByteBuffer into) {
        var random = ThreadLocalRandom.current();
        var id = new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 2L << 62);
        var name = ascii(Long.toString(number));
        return into.put(number % 1000 == 999 ? RARE : HEAD)
                .put(ascii(id.toString()))
                .put(NAME)
                .put(name)
                .put(PATTERN)
                .put(name)
                .put(TAIL);
    }

    /** Made of pieces: whoever measures shares the processors with what is measured. */
    public static byte[] envelope(long first, int size) {
        var into = ByteBuffer.allocate(20 + size * LARGEST);
        into.put(ascii("{\"objects\":["));
        for (var i = 0; i < size; i++) {
            document(first + i, i == 0 ? into : into.put((byte) ','));
        }
        return Arrays.copyOf(into.array(), into.put(ascii("]}")).position());
    }

    /** Makes organisation, account and token; done again it changes nothing. */
    public static void settle(Connection owner) throws Exception {
        run(owner, """
                insert into membership.organisation (id, code, name, name_en, part, status, joined_on)
                values ('%s', 'bench-feed', '計測', 'Measurement', 'MEMBER', 'active', '2020-01-01') on conflict do nothing
                """.formatted(ORGANISATION));
        run(owner, """
                insert into membership.person (id, kind, login, name) values ('%s', 'service', 'bench-feed', 'Feed')
                on conflict do nothing
                """.formatted(ACCOUNT));
        run(owner, """
                insert into membership.seat (person, organisation, roles, since)
                values ('%s', '%s', '{MEMBER_USER}', '2020-01-01') on conflict do nothing
                """.formatted(ACCOUNT, ORGANISATION));
        var hash = java.security.MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.US_ASCII));
        run(owner, """
                insert into membership.token (person, label, scopes, hash, created_by, ends_at)
                values ('%s', 'bench', '{TAXII}', '\\x%s', '%s', now() + interval '30 days') on conflict do nothing
                """.formatted(ACCOUNT, HexFormat.of().formatHex(hash), ACCOUNT));
    }

    /** So many machines of as many people, a hundred in each organisation; their tokens are numbered from 0. */
    static void consumers(Connection owner, int count) throws SQLException {
        run(owner, """
                insert into membership.organisation (id, code, name, name_en, part, status, joined_on)
                select md5('bench-' || n)::uuid, 'bench-' || n, '計測', 'Measurement', 'MEMBER', 'active', '2020-01-01'
                  from generate_series(0, %d / %d) n on conflict do nothing
                """.formatted(count - 1, OF_ONE));
        run(owner, """
                insert into membership.person (id, kind, login, name)
                select md5('bench-machine-' || n)::uuid, 'service', 'bench-' || n, 'Machine'
                  from generate_series(0, %d) n on conflict do nothing
                """.formatted(count - 1));
        run(owner, """
                insert into membership.seat (person, organisation, roles, since)
                select md5('bench-machine-' || n)::uuid, md5('bench-' || n / %d)::uuid, '{MEMBER_USER}', '2020-01-01'
                  from generate_series(0, %d) n on conflict do nothing
                """.formatted(OF_ONE, count - 1));
        run(owner, """
                insert into membership.token (person, label, scopes, hash, created_by, ends_at)
                select md5('bench-machine-' || n)::uuid, 'bench', '{TAXII}', sha256(convert_to('%s' || n, 'UTF8')),
                       md5('bench-machine-' || n)::uuid, now() + interval '30 days'
                  from generate_series(0, %d) n on conflict do nothing
                """.formatted(TOKEN, count - 1));
        run(owner, "analyze membership.person, membership.seat, membership.token");
    }

    /** A new collection that all of them read. */
    static String publication(Connection owner, int count) throws SQLException, InterruptedException {
        var path = collection(owner);
        run(owner, """
                update intel.collection
                   set readers = readers || array(select md5('bench-' || n)::uuid from generate_series(0, %d / %d) n)
                 where id = '%s'
                """.formatted(count - 1, OF_ONE, path.split("/")[4]));
        Thread.sleep(600);
        return path;
    }

    /** A new collection that so many organisations write. */
    static String shared(Connection owner, int organisations) throws SQLException, InterruptedException {
        consumers(owner, organisations * OF_ONE);
        var path = publication(owner, organisations * OF_ONE);
        run(owner, "update intel.collection set writers = readers where id = '%s'".formatted(path.split("/")[4]));
        Thread.sleep(600);
        return path;
    }

    /** A new collection; made behind the platform's back, so it is known when rights are looked up next. */
    public static String collection(Connection owner) throws SQLException, InterruptedException {
        var id = UUID.randomUUID();
        run(owner, """
                insert into intel.collection (id, title, tlp, readers, writers, created_at, created_by)
                values ('%s', 'Measurement', 'AMBER', '{%s}', '{%s}', now(), '%s')
                """.formatted(id, ORGANISATION, ORGANISATION, ACCOUNT));
        Thread.sleep(600);
        return "/taxii2/general/collections/" + id + "/";
    }

    /** Documents a second by COPY into a table with three indexes. */
    static double copy(Connection owner, int count) throws Exception {
        run(owner, "drop table if exists public.bench_copy");
        run(owner, "create table public.bench_copy (position bigint, stix_id text, type text, raw bytea)");
        run(owner, "create unique index on public.bench_copy (position)");
        run(owner, "create index on public.bench_copy (type, position)");
        run(owner, "create index on public.bench_copy (stix_id)");
        var rows = new StringBuilder(count * 1_600);
        for (var i = 0; i < count; i++) {
            var document = document(i);
            rows.append(i)
                    .append('\t')
                    .append(document, document.indexOf("--") - 9, document.indexOf("--") + 38)
                    .append("\tindicator\t")
                    .append(document.replace("\\", "\\\\"))
                    .append('\n');
        }
        var all = ascii(rows.toString());
        var start = System.nanoTime();
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        copy.copyIn("copy public.bench_copy from stdin", new java.io.ByteArrayInputStream(all));
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private static void run(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
