package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.desk.Matters;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Acts that want more than the fields of a row of the access matrix: another state, a file, a secret. Each is sent over
 * HTTP twice by the person who may: while the trail takes no entry of it, when nothing of it is done; then in full.
 */
@WholeHouse
@TestPropertySource(properties = ActsOnRecord.HOUSE)
@Import(MatrixThings.class)
abstract class ActsOnRecord {
    /** A house of its own, because acts end sessions; proofs of control are asked of nobody outside. */
    static final String HOUSE = "noroshi.test=AuditedActsTests\nnoroshi.asset.proof.resolver=127.0.0.1:9";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Every table but the trail's own, and those that telling of it goes through behind the act. */
    private static final String TABLES = """
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'audit', 'event')
               and (n.nspname <> 'notification' or c.relname not in ('happening', 'item', 'letter', 'mail'))
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MatrixThings things;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    Environment environment;

    private final Set<String> done = new TreeSet<>();

    /** What an act is to leave: an entry of this name on this subject, which may be known only from the answer. */
    record Left(String act, Function<MvcTestResult, UUID> subject) {
        static Left on(UUID subject, String act) {
            return new Left(act, answer -> subject);
        }

        /** On the thing whose address the answer leads to. */
        static Left there(String act) {
            return new Left(act, ActsOnRecord::thing);
        }
    }

    /** An act as it is sent: who does it, what the access matrix calls it, the things of its address, and what is typed. */
    record Act(Actor who, String endpoint, Map<String, String> ids, Map<String, String> fields, Body body) {
        Act(Actor who, String endpoint, Map<String, String> ids, Map<String, String> fields) {
            this(who, endpoint, ids, fields, new Body.Form());
        }
    }

    /** What is sent beside the fields. */
    sealed interface Body {
        record Form() implements Body {}

        record Json(String text) implements Body {}

        record File(String field, String name, byte[] bytes) implements Body {}
    }

    private record Entry(String act, UUID subject) {}

    @AfterEach
    void itDidWhatItSays(TestInfo test) {
        var said = test.getTestMethod().orElseThrow().getAnnotation(LeavesRecords.class);
        assertThat(done).containsExactlyInAnyOrder(said.value());
    }

    /** Does it, and says what came of it. */
    MvcTestResult leaves(Left left, Act it) throws Exception {
        onItsWay.untilTold();
        mvc.get().uri("/settings").with(as(it.who())).exchange(); // that somebody is there is noted once in a while
        var start = everything();
        refusedWithoutAnEntry(left.act(), it);
        var before = everything();
        var newest = newest();
        var answer = send(it);
        assertThat(answer.getResponse().getStatus()).as(it.endpoint()).isLessThan(400);
        assertThat(entries(newest, it.who()))
                .as(it.endpoint())
                .containsOnlyOnce(new Entry(left.act(), left.subject().apply(answer)));
        assertThat(changed(before, everything()))
                .as(it.endpoint() + " changes, without an entry")
                .noneMatch(changed(start, before)::contains);
        done.add(it.endpoint());
        return answer;
    }

    private void refusedWithoutAnEntry(String act, Act it) {
        matters.owner("alter table audit.entry add constraint refused check (person <> '%s' or act <> '%s') not valid"
                .formatted(it.who().person(), act));
        try {
            var refused = send(it);
            assertThat(refused.getUnresolvedException() != null
                            || refused.getResponse().getStatus() >= 500)
                    .as(it.endpoint() + " without an entry")
                    .isTrue();
        } finally {
            matters.owner("alter table audit.entry drop constraint refused");
        }
    }

    private static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Does what ADR 0305 excepts, or what changes nothing. */
    MvcTestResult leavesNothing(Act it) throws Exception {
        var newest = newest();
        var answer = send(it);
        assertThat(answer.getResponse().getStatus()).as(it.endpoint()).isLessThan(400);
        assertThat(entries(newest, it.who())).as(it.endpoint()).isEmpty();
        done.add(it.endpoint());
        return answer;
    }

    private MvcTestResult send(Act it) {
        var words = it.endpoint().split(" ");
        var path = new MatrixRow(words[0], words[1], "", Set.of(), MatrixRow.Others.read(""), false).path(it.ids());
        if (it.body() instanceof Body.File(var field, var name, var bytes)) {
            var request = mvc.post().uri(path).with(as(it.who())).multipart();
            request.file(new MockMultipartFile(field, name, "application/octet-stream", bytes));
            it.fields().forEach(request::param);
            return request.exchange();
        }
        var request = mvc.method(HttpMethod.valueOf(words[0])).uri(path).with(as(it.who()));
        it.fields().forEach(request::param);
        if (it.body() instanceof Body.Json(var text)) {
            request.contentType(MediaType.APPLICATION_JSON).content(text);
        }
        return request.exchange();
    }

    /** The last id in the address that an answer leads to. */
    static UUID thing(MvcTestResult answer) {
        var place = Objects.requireNonNullElse(answer.getResponse().getRedirectedUrl(), "");
        return ID.matcher(place)
                .results()
                .map(MatchResult::group)
                .map(UUID::fromString)
                .toList()
                .getLast();
    }

    private long newest() throws Exception {
        return asAda("select coalesce(max(id), 0) as id from audit.entry", Long.class, Map.of())
                .getFirst();
    }

    private List<Entry> entries(long after, Actor who) throws Exception {
        return asAda(
                "select act, subject from audit.entry where id > :after and person = :person",
                Entry.class,
                Map.of("after", after, "person", who.person()));
    }

    /** Ada administers and is a custodian: she sees every entry. */
    private <T> List<T> asAda(String sql, Class<T> type, Map<String, ?> values) throws Exception {
        return Objects.requireNonNull(Acting.as(
                ADA,
                () -> transaction.execute(
                        status -> jdbc.sql(sql).params(values).query(type).list())));
    }

    /** What only the owner of the database knows whoever asks. */
    UUID known(String sql) {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).as(sql).isTrue();
            return rows.getObject(1, UUID.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }

    /** A fingerprint of each table, so that one that differs is named. */
    private Map<String, String> everything() throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery(TABLES)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var question = tables.stream()
                    .map("select '%1$s', coalesce(sum(hashtextextended(t::text, 0)), 0)::text from %1$s t"::formatted)
                    .collect(Collectors.joining(" union all "));
            var prints = new TreeMap<String, String>();
            try (var rows = statement.executeQuery(question)) {
                while (rows.next()) {
                    prints.put(rows.getString(1), rows.getString(2));
                }
            }
            return prints;
        }
    }
}
