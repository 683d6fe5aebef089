package noroshi.audit;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.TORU;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.cli.Command;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Kind;
import noroshi.topic.Samples;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Who reads which entries of the trail, and that nobody changes one. */
@WholeHouse
class AuditReadingTests {
    private static final Window FIRST = new Window(0, 100);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AuditReading trail;

    @Autowired
    AuditStore store;

    @Autowired
    AuditTrail writing;

    @Autowired
    Topics topics;

    @Autowired
    List<Command> commands;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everybodyReadsWhatTheyDidAndAnAdministratorWhatTheirsDid() {
        var topic = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        assertThat(about(topic, Breadth.OWN, MIKA)).extracting(Entry::act).containsExactly("topic.posted");
        assertThat(about(topic, Breadth.OWN, RIN)).isEmpty();
        assertThat(about(topic, Breadth.ORGANISATION, RIN))
                .extracting(Entry::act)
                .contains("topic.posted");
        assertThat(about(topic, Breadth.ALL, ADA)).extracting(Entry::act).contains("topic.posted");
        assertThat(trail.widest(MIKA)).isEqualTo(Breadth.OWN);
        assertThat(trail.widest(RIN)).isEqualTo(Breadth.ORGANISATION);
        assertThat(trail.widest(ADA)).isEqualTo(Breadth.ALL);
    }

    /** More than one page of a list, each entry once and the newest first. */
    @Test
    void whatIsTakenAwayIsOneLook() {
        var subject = UUID.randomUUID();
        for (int i = 0; i < 450; i++) {
            var number = i;
            transaction.executeWithoutResult(
                    status -> writing.record(SORA, "substitute.ended", subject, Map.of("number", number)));
        }
        var filter = new AuditFilter(
                Optional.of(Breadth.OWN),
                "",
                "substitute.ended",
                Optional.of(subject),
                Optional.empty(),
                Optional.empty());
        assertThat(trail.takeAway(filter, 420, SORA))
                .hasSize(420)
                .doesNotHaveDuplicates()
                .extracting(Entry::detail)
                .first()
                .asString()
                .contains("449");
        assertThat(trail.takeAway(filter, 420, OTTO)).isEmpty();
    }

    @Test
    void ottoFindsNothingOfTheOthers() {
        var topic = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        assertThat(about(topic, Breadth.OWN, OTTO)).noneMatch(notThe(OTTO));
        assertThat(about(topic, Breadth.ORGANISATION, OTTO)).noneMatch(notThe(OTTO));
        for (var breadth : Set.of(Breadth.ALL, Breadth.SEALED)) {
            assertThatThrownBy(() -> about(topic, breadth, OTTO)).isInstanceOf(NotAllowed.class);
        }
        assertThat(mvc.get().uri("/audit?person=mika&whose=organisation").with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<tbody>");
        assertThat(mvc.get().uri("/audit?whose=all").with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/audit/list.csv?whose=all").with(as(OTTO))).hasStatus(HttpStatus.FORBIDDEN);
    }

    /** Behind the question stands the wall: even a question for everything brings Otto his own alone. */
    @Test
    void theWallDecidesASecondTime() throws Exception {
        topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        var seen = Acting.as(
                OTTO, () -> transaction.execute(status -> store.list(filter(), Breadth.ALL, new Window(0, 200), OTTO)));
        assertThat(seen)
                .noneMatch(entry -> entry.sealed())
                .noneMatch(entry -> entry.by().isPresent()
                        && !entry.by().get().id().equals(OTTO.person())
                        && !entry.organisation().name().equals("隣町商会"));
    }

    @Test
    void whatIsSealedIsForCustodiansAlone() {
        var hidden = topics.post(Samples.topic(Kind.QUESTION, Tlp.GREEN, true, "題", "本文", RAIL), MIKA);
        assertThat(about(hidden, Breadth.OWN, MIKA)).isEmpty();
        assertThat(about(hidden, Breadth.ORGANISATION, RIN)).isEmpty();
        assertThat(about(hidden, Breadth.SEALED, TORU)).singleElement().satisfies(entry -> {
            assertThat(entry.sealed()).isTrue();
            assertThat(entry.by().orElseThrow().login()).isEqualTo("mika");
        });
        assertThat(about(hidden, Breadth.ALL, ADA)).extracting(Entry::act).contains("topic.posted");
        assertThatThrownBy(() -> about(hidden, Breadth.ALL, TORU)).isInstanceOf(NotAllowed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/list.csv", "/audit/list.xlsx"})
    void aLookIsAnEntryOnce(String address) throws Exception {
        var before = looks();
        assertThat(mvc.get()
                        .uri(address + "?whose=all&act=audit.looked&subject=" + ADA.person())
                        .with(as(ADA)))
                .hasStatusOk();
        assertThat(looks()).isEqualTo(before + 1);
    }

    @Test
    void entriesAreReadInPlainWordsAndFilteredByTheAddress() {
        var topic = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        var page = "/audit?whose=organisation&person=mika&act=topic&subject=" + topic;
        assertThat(mvc.get().uri(page).with(as(RIN)))
                .bodyText()
                .contains("トピックを投稿した", "Mika", "東都鉄道", "/audit/list.csv?whose=organisation&amp;person=mika");
        assertThat(mvc.get().uri(page + "&from=2999-01-01").with(as(RIN)))
                .bodyText()
                .doesNotContain("<tbody>");
        assertThat(mvc.get().uri(page.replace("act=topic", "act=session")).with(as(RIN)))
                .bodyText()
                .doesNotContain("<tbody>");
        assertThat(mvc.get().uri("/audit?subject=typed&from=typed").with(as(RIN)))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"typed\"", "読み取れない条件");
        assertThat(mvc.get().uri(page.replace("/audit", "/audit/list.csv")).with(as(RIN)))
                .bodyText()
                .contains("mika", "topic.posted", "トピックを投稿した");
        assertThat(mvc.get().uri("/settings").with(as(MIKA))).bodyText().contains("/audit?whose=own");
    }

    @Test
    void theOperatorAsksFromTheCommandLine() throws Exception {
        var topic = topics.post(Samples.post(Tlp.GREEN, RAIL), MIKA);
        var answer = commands.stream()
                .filter(each -> each.name().equals("audit"))
                .findFirst()
                .orElseThrow()
                .handle(
                        JsonMapper.shared()
                                .valueToTree(Map.of("as", "ada", "person", "mika", "act", "topic.posted", "most", 3)),
                        java.io.InputStream.nullInputStream());
        assertThat(answer.findValuesAsString("subject")).contains(topic.toString());
        assertThat(answer.findValuesAsString("person")).containsOnly("mika");
        assertThat(answer.size()).isBetween(1, 3);
    }

    @ParameterizedTest
    @EnumSource(Breadth.class)
    void everyBreadthAndFilterHasItsIndex(Breadth breadth) throws Exception {
        var subject = Optional.of(UUID.randomUUID());
        var filters = List.of(
                filter(),
                new AuditFilter(Optional.empty(), "mika", "", Optional.empty(), Optional.empty(), Optional.empty()),
                new AuditFilter(
                        Optional.empty(), "", "topic.posted", Optional.empty(), Optional.empty(), Optional.empty()),
                new AuditFilter(Optional.empty(), "", "", subject, Optional.empty(), Optional.empty()));
        for (var filter : filters) {
            var walked = Acting.as(
                    ADA,
                    () -> transaction.execute(status -> {
                        jdbc.sql("set local enable_seqscan = off").update();
                        var before = walks();
                        store.list(filter, breadth, FIRST, ADA);
                        return walks() - before;
                    }));
            assertThat(walked).as(breadth + " " + filter).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set person = null",
                "update audit.entry set sealed = false where sealed",
                "delete from audit.entry",
                "truncate audit.entry"
            })
    void nobodyChangesOrRemovesAnEntry(String sql) {
        assertThatThrownBy(() -> Acting.as(
                        ADA, () -> transaction.execute(status -> jdbc.sql(sql).update())))
                .hasStackTraceContaining("permission denied for table entry");
        assertThat(jdbc.sql("""
                        select has_table_privilege('audit.entry', 'UPDATE') or has_table_privilege('audit.entry', 'DELETE')
                            or has_table_privilege('audit.entry', 'TRUNCATE')
                            or has_any_column_privilege('audit.entry', 'UPDATE')
                        """).query(Boolean.class).single()).isFalse();
    }

    private long walks() {
        return jdbc.sql("select seq_scan from pg_stat_xact_user_tables where relid = 'audit.entry'::regclass")
                .query(Long.class)
                .single();
    }

    private long looks() throws Exception {
        return Objects.requireNonNull(Acting.as(
                ADA,
                () -> transaction.execute(
                        status -> jdbc.sql("select count(*) from audit.entry where act = 'audit.looked'")
                                .query(Long.class)
                                .single())));
    }

    private List<Entry> about(UUID subject, Breadth breadth, Actor actor) {
        var filter = new AuditFilter(
                Optional.of(breadth), "", "topic", Optional.of(subject), Optional.empty(), Optional.empty());
        return trail.look(filter, FIRST, actor);
    }

    private static Predicate<Entry> notThe(Actor actor) {
        return entry -> !entry.by().map(Entry.Doer::id).equals(Optional.of(actor.person()));
    }

    private static AuditFilter filter() {
        return new AuditFilter(Optional.empty(), "", "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
