package noroshi.intel;

import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import noroshi.intel.Import.State;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.SignedIn;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a large file of which one half is in the library, when the other half or its person goes. */
@WholeHouse
class HalfTakenFilesTests {
    private static final Permission CLEAR = new Permission(Tlp.CLEAR, "Example CERT", "mail of 3 July");

    @Autowired
    Imports imports;

    @Autowired
    IntelLibrary library;

    @Autowired
    TakeImports job;

    @Autowired
    ImportSteps steps;

    @Autowired
    ImportStore store;

    @Autowired
    ImportFiles files;

    @Autowired
    Members members;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatIsBroughtAgainAfterItWasLostEntersWhole() {
        var file = file(1_300);
        var lost = half(file, Optional.empty(), ED, files::forget);
        job.run();
        assertThat(imports.show(lost, ED).reason()).contains(Reason.of("intel.import.lost"));
        assertThat(mvc.get().uri("/intel/imports/" + lost).with(SignedIn.as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("もう一度渡すと、残りも入ります")
                .doesNotContain("ライブラリには何も入っていません");
        var rest = imports.show(lost, ED).bundle().orElseThrow();
        assertThat(library.bundle(rest, ED).comes()).isFalse();
        assertThat(mvc.get().uri("/intel/bundles/" + rest).with(SignedIn.as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("途中で終わりました。500件は入り", "もう一度渡す")
                .doesNotContain("取り込み中です");

        var done = taken(file, Optional.empty());
        assertThat(done.reason()).isEmpty();
        var bundle = library.bundle(done.bundle().orElseThrow(), ED);
        assertThat(List.of(bundle.taken(), bundle.known(), bundle.refused())).containsExactly(800, 500, 0);
        assertThat(library.contents(bundle.id(), "", Window.page(7, 200), ED)).hasSize(100);

        var third = taken(file, Optional.empty());
        assertThat(third.reason()).contains(Reason.of("intel.imported-again"));
        assertThat(third.bundle()).contains(bundle.id());
    }

    @Test
    void halfAFileWithNobodyToGoOnEndsAfterADay() throws Exception {
        var half = half(file(600), Optional.empty(), ED, _ -> {});
        var bundle = imports.show(half, ED).bundle().orElseThrow();
        var tomorrow = clock.instant().plus(Duration.ofHours(25));
        assertThat(steps.endHalves(tomorrow)).as("it is still on its way").isZero();
        owner("delete from intel.import where id = '%s'".formatted(half));
        steps.endHalves(clock.instant());
        assertThat(library.bundle(bundle, ED).comes()).isTrue();
        assertThat(Acting.as(OTTO, () -> steps.endHalves(tomorrow)))
                .as("nobody ends it by hand")
                .isZero();
        assertThat(steps.endHalves(tomorrow)).isOne();
        assertThat(library.bundle(bundle, ED).comes()).isFalse();
        files.forget(half);
    }

    @Test
    void aLabelIsOnRecordBeforeItChanges() {
        var id = half(file(700), Optional.of(CLEAR), ED, half -> {
            var bundle = imports.show(half, ED).bundle().orElseThrow();
            assertThat(recorded("intel.label-permitted", bundle)).isOne();
            assertThat(recorded("intel.bundle-imported", bundle)).isZero();
        });
        job.run();
        var bundle = imports.show(id, ED).bundle().orElseThrow();
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(_ -> {
                    assertThat(recorded("intel.label-permitted", bundle)).isOne();
                    assertThat(recorded("intel.bundle-imported", bundle)).isOne();
                }));
    }

    @Test
    void whatItsPersonMayTakeInNoLongerEndsAfterADay() throws Exception {
        var leaver = new Actor(UUID.randomUUID(), CENTRE, Set.of(Role.EDITOR), "web");
        owner("""
                insert into membership.person (id, login, name) values ('%1$s', 'l-%1$s', '去る人');
                insert into membership.seat (person, organisation, roles, since)
                values ('%1$s', '%2$s', '{EDITOR}', '2020-01-01')
                """.formatted(leaver.person(), CENTRE));
        var file = file(700);
        var leaves = "update membership.seat set until = now() where person = '%s'".formatted(leaver.person());
        var id = half(file, Optional.of(CLEAR), leaver, _ -> owner(leaves));
        job.run();
        assertThat(unended()).as("its person may come back").contains(id);
        assertThat(files.has(id)).isTrue();
        var tomorrow = Clock.offset(clock, Duration.ofHours(25));
        for (var other : List.of(ED, OTTO)) {
            assertThat(Acting.as(other, () -> steps.leave(id, tomorrow.instant())))
                    .as("nobody ends what is another's")
                    .isFalse();
        }

        new TakeImports(store, steps, files, members, tomorrow).run();

        assertThat(unended()).doesNotContain(id);
        assertThat(files.has(id)).isFalse();
        var bundle = library.bundle(taken(file, Optional.of(CLEAR)).bundle().orElseThrow(), ED);
        assertThat(bundle.unfinished()).isFalse();
        assertThat(List.of(bundle.taken(), bundle.known())).containsExactly(200, 500);
    }

    @Test
    void whatItsPersonMayStillTakeInIsNotEndedForThem() {
        var id = imports.bring(new ByteArrayInputStream(file(1)), "large.json", Optional.empty(), true, ED);
        job.run();
        assertThat(steps.leave(id, clock.instant().plus(Duration.ofHours(25)))).isFalse();
        imports.discard(id, ED);
        assertThat(imports.show(id, ED).reason()).contains(Reason.of("intel.import.discarded"));
    }

    private List<UUID> unended() {
        return store.unended().stream().map(ImportStore.Unended::id).toList();
    }

    private int recorded(String act, UUID bundle) {
        return jdbc.sql("select count(*) from audit.entry where act = :act and subject = :bundle")
                .param("act", act)
                .param("bundle", bundle)
                .query(Integer.class)
                .single();
    }

    /** Brings a file, and stops after 500 objects of it are in the library; the job sees nothing of it before that. */
    private UUID half(byte[] bytes, Optional<Permission> permission, Actor actor, Consumer<UUID> then) {
        var brought = new ArrayList<UUID>();
        Acting.as(
                actor,
                () -> transaction.executeWithoutResult(_ -> {
                    var id = bring(bytes, permission, actor);
                    assertThatThrownBy(() -> untilFiveHundred(id, actor)).hasMessage("stopped");
                    then.accept(id);
                    brought.add(id);
                }));
        return brought.getFirst();
    }

    private void untilFiveHundred(UUID id, Actor actor) throws IOException {
        var file = new BundleFile(() -> files.open(id));
        var around = file.survey();
        steps.checked(steps.now(id), Tlp.AMBER_STRICT);
        steps.begin(steps.now(id), around, actor);
        file.read(around.marks(), 0, part -> {
            if (part.last() > 500) {
                throw new IllegalStateException("stopped");
            }
            steps.take(id, part, actor);
        });
    }

    private Import taken(byte[] file, Optional<Permission> permission) {
        var id = bring(file, permission, ED);
        job.run();
        var done = imports.show(id, ED);
        assertThat(done.state()).isEqualTo(State.DONE);
        return done;
    }

    private UUID bring(byte[] file, Optional<Permission> permission, Actor actor) {
        return imports.bring(new ByteArrayInputStream(file), "large.json", permission, false, actor);
    }

    private static byte[] file(int objects) {
        return Bundles.of(IntStream.range(0, objects)
                .mapToObj(i -> Bundles.malware(Bundles.id("malware"), "m" + i))
                .toArray(String[]::new));
    }

    private void owner(String statement) {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
