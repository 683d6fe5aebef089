package noroshi;

import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.membership.signin.Device;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.site.Words;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Every act that the access matrix knows leaves an entry, if it succeeds; what leaves none is named here and in ADR 0305. */
@WholeHouse
@TestPropertySource(properties = ActsOnRecord.HOUSE)
@Import(MatrixThings.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditedActsTests {
    /** What ADR 0305 excepts: drafts that only their writer sees, marks of what was seen, practice. */
    private static final Set<String> EXCEPTED = Set.of(
            "POST /drafts/discard",
            "DELETE /desk/new",
            "POST /assets/import",
            "DELETE /assets/import/{upload}",
            "POST /intel/drop",
            "DELETE /intel/drop/{id}",
            "POST /intel/imports/{id}",
            "DELETE /intel/imports/{id}",
            "POST /seen",
            "POST /notifications/seen",
            "POST /desk/practice",
            "DELETE /desk/practice",
            "DELETE /desk/practice/{practice}");

    /**
     * What the matrix asks for stands so already, or is only looked at before it is sent: nothing is changed. It is changed
     * in full below.
     */
    private static final Set<String> NOTHING_DONE = Set.of(
            "DELETE /topics/{id}/summary",
            "POST /assets/renewal",
            "POST /topics/{id}/files",
            "DELETE /communities/{id}/pins",
            "POST /communities/{id}/seat",
            "DELETE /communities/{id}/leads/{person}",
            "POST /members/{person}/seats/{seat}/roles",
            "POST /organisations/{id}/standing",
            "POST /welcome/passkey/question",
            "DELETE /search/saved/{saved}",
            "POST /notices",
            "POST /desk/{reference}/confirmation",
            "POST /desk/{reference}/acknowledgement",
            "POST /desk/{reference}/copy",
            "POST /desk/{reference}/late-words",
            "POST /desk/{reference}/departures/{recipient}",
            "DELETE /desk/articles/{article}/publication",
            "POST /intel/indicators",
            "POST /intel/warnings/look",
            "POST /intel/enquiries/new");

    /** Where an act wants more than a row of the matrix can ask for: another state, a file, a secret, a moment. */
    private static final List<Class<? extends ActsOnRecord>> IN_FULL = List.of(
            DraftsAndReportsLeaveRecordsTests.class,
            MattersLeaveRecordsTests.class,
            PapersLeaveRecordsTests.class,
            IntelLeavesRecordsTests.class,
            PeopleLeaveRecordsTests.class,
            SharingLeavesRecordsTests.class,
            DutyLeavesRecordsTests.class);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    MatrixThings things;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sessions sessions;

    @Autowired
    TransactionOperations transaction;

    private final Set<String> proven = new TreeSet<>();
    private Map<String, String> standing = Map.of();

    @BeforeAll
    void make() {
        standing = things.fresh();
    }

    static Stream<MatrixRow> acts() {
        return MatrixRow.all().stream()
                .filter(row -> !row.method().equals("GET") && !row.open())
                .filter(row -> row.someone().isPresent());
    }

    @ParameterizedTest
    @MethodSource("acts")
    void leavesAnEntry(MatrixRow row) throws Exception {
        var person = row.someone().orElseThrow();
        var actor = Objects.requireNonNull(AccessMatrixTests.CAST.get(person));
        var ids = row.changes() ? things.fresh(row.variables(), standing) : standing;
        var before = newest();
        var answer = Asking.ask(mvc, row, ids, as(actor));
        if (answer.getStatus() >= 400) {
            return;
        }
        if (!NOTHING_DONE.contains(row.endpoint())) {
            proven.add(row.endpoint());
        }
        if (EXCEPTED.contains(row.endpoint()) || NOTHING_DONE.contains(row.endpoint())) {
            assertThat(entries(before, actor))
                    .as(row.endpoint() + " needs no exception")
                    .isZero();
        } else {
            assertThat(entries(before, actor))
                    .as(row.endpoint() + " as " + person)
                    .isPositive();
        }
    }

    @Test
    void everyExceptionIsAnEndpoint() {
        assertThat(MatrixRow.all().stream().map(MatrixRow::endpoint))
                .containsAll(EXCEPTED)
                .containsAll(NOTHING_DONE)
                .containsAll(inFull());
    }

    private static Set<String> inFull() {
        return IN_FULL.stream()
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .flatMap(method ->
                        Arrays.stream(method.getAnnotation(LeavesRecords.class).value()))
                .collect(Collectors.toSet());
    }

    @Test
    void aFailedSignInIsRememberedWithoutWhatWasTyped() throws Exception {
        var before = newest();
        for (var login : new String[] {"noor", "my-password-typed-too-early"}) {
            assertThat(mvc.post()
                            .uri("/sign-in")
                            .param("login", login)
                            .param("password", "wrong")
                            .param("code", "000000")
                            .with(nobody()))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(seen(
                        "select act || ' ' || coalesce(person::text, '') || ' ' || (detail ->> 'address') from audit.entry"
                                + " where id > :after and act = 'session.refused' order by id",
                        String.class,
                        before))
                .containsExactly("session.refused " + Cast.NOOR.person() + " 127.0.0.1", "session.refused  127.0.0.1");
        assertThat(seen("select detail::text from audit.entry where id > :after", String.class, before))
                .noneMatch(detail -> detail.contains("typed") || detail.contains("wrong"));
    }

    @Test
    void tooManyTriesLeaveOneEntryForEachWindow() throws Exception {
        var before = newest();
        for (int i = 0; i < 14; i++) {
            var network = "198.51.100." + i;
            mvc.post()
                    .uri("/sign-in")
                    .param("login", "sora")
                    .param("password", "wrong")
                    .param("code", "000000")
                    .with(nobody())
                    .with(request -> {
                        request.setRemoteAddr(network);
                        return request;
                    })
                    .exchange();
        }
        var own = " from audit.entry where id > :after and person = '" + Cast.SORA.person() + "' and act = ";
        assertThat(seen("select count(*)" + own + "'session.throttled'", Long.class, before))
                .containsExactly(1L);
        assertThat(seen("select count(*)" + own + "'session.refused'", Long.class, before))
                .containsExactly(10L);
    }

    @Test
    void signingOutIsAnEntry() throws Exception {
        var before = newest();
        var session = sessions.open(Cast.VERA.person(), Set.of(Factor.DEMO), new Device("198.51.100.9", ""));
        assertThat(mvc.post().uri("/sign-out").with(nobody()).cookie(new Cookie("session", session.text())))
                .hasStatus3xxRedirection();
        assertThat(seen(
                        "select act from audit.entry where id > :after and person = '" + Cast.VERA.person()
                                + "' order by id",
                        String.class,
                        before))
                .containsExactly("session.opened", "session.ended");
    }

    /** What was recorded here under a name that no list of the source shows has words too. */
    @AfterAll
    void everyActHasWordsAndSucceededWhereItCan() throws Exception {
        proven.addAll(inFull());
        assertThat(MatrixRow.all().stream()
                        .filter(row -> !row.method().equals("GET") && !row.open())
                        .map(MatrixRow::endpoint)
                        .filter(act -> !proven.contains(act)))
                .as("acts whose entry nothing proves")
                .isEmpty();
        var words = new Words();
        assertThat(seen("select distinct act from audit.entry order by act", String.class, 0))
                .allSatisfy(act -> Words.LOCALES.forEach(locale -> assertThat(words.find(locale, "audit.act." + act))
                        .as(act)
                        .isPresent()));
    }

    private long newest() throws Exception {
        return seen("select coalesce(max(id), 0) from audit.entry", Long.class, 0)
                .getFirst();
    }

    private long entries(long after, Actor actor) throws Exception {
        return seen(
                        "select count(*) from audit.entry where id > :after and person = '" + actor.person() + "'",
                        Long.class,
                        after)
                .getFirst();
    }

    /** Ada administers and is a custodian: she sees every entry. */
    private <T> List<T> seen(String sql, Class<T> type, long after) throws Exception {
        return Objects.requireNonNull(Acting.as(
                Cast.ADA,
                () -> transaction.execute(status ->
                        jdbc.sql(sql).param("after", after).query(type).list())));
    }
}
