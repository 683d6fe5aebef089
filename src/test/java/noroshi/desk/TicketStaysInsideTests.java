package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Search;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the desk writes on its own paper is in nobody else's results: no page, search, count, mail, export or proposal. */
@WholeHouse
@Import(Matters.class)
class TicketStaysInsideTests {
    private static final List<Actor> OTHERS =
            List.of(ED, ADA, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    SupportDesk supports;

    @Autowired
    UpwardReports reports;

    @Autowired
    DeskDuties duties;

    @Autowired
    Search search;

    @Autowired
    Matters matters;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    private final String secret = "naisho" + UUID.randomUUID().toString().substring(0, 8);

    private Matter matter() {
        var system = Optional.of(matters.system(AGENCY, POLICE));
        return desk.show(matters.reported("改札が遅い", system, false, MIKA).reference(), DANA);
    }

    private void written(Matter matter) {
        for (var kind : List.of(NoteKind.NOTE, NoteKind.DECISION, NoteKind.CALL, NoteKind.TASK)) {
            triage.note(matter, new NewNote(kind, secret + " " + kind, Optional.empty()), DANA);
        }
        var help = new NewSupport(
                AGENCY, Set.of(SupportKind.INVESTIGATION), Support.Mode.REMOTE, "見てほしい", "一度", Optional.empty());
        supports.ask(desk.show(matter.reference(), DANA), help, DANA);
        reports.begin(Series.COORDINATION, "調整センター", DANA);
        try {
            reports.compose(Series.COORDINATION, LocalDate.now(ZoneId.of("Asia/Tokyo")), Half.PM, secret, DANA);
        } catch (RuleBroken sentBefore) {
            assertThat(sentBefore).hasMessageContaining("was-sent");
        }
        triage.close(
                desk.show(matter.reference(), DANA),
                new Closure("収まった", secret + " 教訓", Classification.NONE),
                triage.lastWord(desk.show(matter.reference(), DANA), DANA),
                DANA);
    }

    /** Pages, exports and answers that somebody opens who reads the matter. */
    private List<String> addresses(Matter matter) {
        var addresses = new ArrayList<>(List.of("/", "/desk", "/notifications", "/menu", "/topics/" + matter.topic()));
        addresses.add(matter.path());
        addresses.add("/search?q=" + secret);
        addresses.add("/topics/similar?title=" + secret);
        addresses.add("/desk/figures/table.csv");
        addresses.add("/desk/reports");
        for (var form : List.of("ministry", "police", "ddos", "ransomware")) {
            addresses.add(matter.path() + "/forms/" + form + ".json");
            addresses.add(matter.path() + "/forms/" + form + ".csv");
        }
        return addresses;
    }

    @Test
    void nobodyOutsideTheDeskMeetsIt() {
        var matter = matter();
        written(matter);
        for (var other : OTHERS) {
            for (var address : addresses(matter)) {
                var body = new String(
                        mvc.get()
                                .uri(address)
                                .with(as(other))
                                .exchange()
                                .getMvcResult()
                                .getResponse()
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8);
                assertThat(body.replaceAll("(value|href|data-[a-z-]+)=\"[^\"]*\"", "")
                                .replace("「" + secret + "」", ""))
                        .as(other + " " + address)
                        .doesNotContain(secret + " ");
            }
            assertThat(search.similar(secret, Level.ALL, other))
                    .noneMatch(row -> row.id().equals(matter.topic()));
            assertThatThrownBy(() -> triage.ticket(matter, other)).isInstanceOf(NotFound.class);
            for (var table :
                    List.of("ticket", "standing", "note", "upward", "rhythm", "series", "slot", "call", "chase")) {
                assertThat(matters.count(other, "select count(*) from desk." + table))
                        .as(other + " " + table)
                        .isZero();
            }
        }
        assertThat(matters.count(DANA, "select count(*) from desk.note where body like '" + secret + "%'"))
                .isEqualTo(4);
    }

    /** Mail, feeds, digests and search are made from rows: the words are in no row but the desk's own. */
    @Test
    void itsWordsAreInNoRowBesideTheDesks() throws Exception {
        written(matter());
        onItsWay.untilTold();
        assertThat(holding())
                .isSubsetOf("desk.note", "desk.ticket", "desk.upward")
                .contains("desk.note");
    }

    private Set<String> holding() throws SQLException {
        var found = new TreeSet<String>();
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var tables = owner.createStatement().executeQuery("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                        """)) {
            while (tables.next()) {
                var table = tables.getString(1);
                try (var rows = owner.createStatement()
                        .executeQuery("select exists (select from %s t where t::text like '%%%s%%')"
                                .formatted(table, secret))) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }

    /** What the desk writes for itself changes no number of anybody else. */
    @Test
    void nobodysCountsMove() {
        var matter = matter();
        var before = OTHERS.stream().map(this::counts).toList();
        for (int i = 0; i < 3; i++) {
            triage.note(matter, new NewNote(NoteKind.NOTE, secret, Optional.empty()), DANA);
        }
        assertThat(OTHERS.stream().map(this::counts)).isEqualTo(before);
    }

    private String counts(Actor other) {
        return other + " " + desk.waiting(other).get() + " " + duties.of(other).get();
    }
}
