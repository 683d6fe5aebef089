package noroshi.intel;

import static noroshi.intel.Bundles.indicator;
import static noroshi.intel.Bundles.malware;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.database.DataFolder;
import noroshi.intel.Import.State;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A large file is checked, taken in some objects at a time, and after any stop goes on where it was. */
@WholeHouse
class TakingLargeFilesInTests {
    @Autowired
    Imports imports;

    @Autowired
    IntelLibrary library;

    @Autowired
    TakeImports job;

    @Autowired
    ImportSteps steps;

    @Autowired
    ImportFiles files;

    @Autowired
    DataFolder data;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void leaveNothingLying() {
        job.run();
        imports.own(ED).stream()
                .filter(each -> each.state() == State.WAITING)
                .forEach(each -> imports.discard(each.id(), ED));
    }

    @Test
    void everyObjectIsTakenKnownOrRefusedAndTheFileGoes() {
        var known = malware(Bundles.id("malware"), "known before");
        library.importBundle(Bundles.of(known), "before.json", Optional.empty(), ED);
        var objects = many(1_200);
        objects.add(10, known);
        objects.add(700, "{}");
        var brought = new ArrayList<UUID>();
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(
                        _ -> { // the job sees nothing of the file before it was looked at
                            var here = bring(Bundles.of(objects.toArray(String[]::new)), false);
                            assertThat(files.has(here)).isTrue();
                            assertThat(data.incoming().resolve(here.toString()))
                                    .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                                    .doesNotContain("malware");
                            brought.add(here);
                        }));
        var id = brought.getFirst();
        job.run();

        var done = imports.show(id, ED);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.objects()).isEqualTo(1_202);
        assertThat(files.has(id)).isFalse();
        var bundle = library.bundle(done.bundle().orElseThrow(), ED);
        assertThat(bundle.unfinished()).isFalse();
        assertThat(List.of(bundle.taken(), bundle.known(), bundle.refused())).containsExactly(1_200, 1, 1);
        assertThat(library.refusals(bundle.id(), ED))
                .containsExactly(new RefusedObject(701, "", Reason.of("intel.object.type-missing")));
        assertThat(contents(bundle.id())).hasSize(1_201);
    }

    /** The job sees nothing of the file before it is stopped, however soon it runs. */
    @Test
    void whatIsStoppedInTheMiddleGoesOnAndDoublesNothing() {
        var brought = new ArrayList<UUID>();
        var begun = new ArrayList<UUID>();
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(_ -> {
                    var id = bring(Bundles.of(many(1_300).toArray(String[]::new)), false);
                    brought.add(id);
                    assertThatThrownBy(() -> untilFiveHundred(id)).hasMessage("stopped");
                    var half = imports.show(id, ED);
                    assertThat(half.done()).isEqualTo(500);
                    begun.add(half.bundle().orElseThrow());
                    assertThat(library.bundle(begun.getFirst(), ED).unfinished())
                            .isTrue();
                }));

        job.run();
        var done = imports.show(brought.getFirst(), ED);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.bundle()).contains(begun.getFirst());
        var contents = contents(begun.getFirst());
        assertThat(contents).hasSize(1_300).noneMatch(ObjectSummary::known);
        assertThat(contents.stream().map(ObjectSummary::stixId)).doesNotHaveDuplicates();
    }

    private void untilFiveHundred(UUID id) throws IOException {
        var file = new BundleFile(() -> files.open(id));
        var around = file.survey();
        steps.checked(steps.now(id), Tlp.AMBER_STRICT);
        steps.begin(steps.now(id), around, ED);
        file.read(around.marks(), 0, part -> {
            if (part.last() > 500) {
                throw new IllegalStateException("stopped");
            }
            steps.take(id, part, ED);
        });
    }

    @Test
    void whatStandsTwiceIsTakenOnceAndAContradictionRefused() {
        var id = Bundles.id("malware");
        var objects = many(600);
        objects.addFirst(malware(id, "one"));
        objects.add(malware(id, "one"));
        objects.add(malware(id, "other"));
        var done = taken(Bundles.of(objects.toArray(String[]::new)));
        var bundle = library.bundle(done.bundle().orElseThrow(), ED);
        assertThat(List.of(bundle.taken(), bundle.known(), bundle.refused())).containsExactly(601, 0, 1);
        assertThat(library.refusals(bundle.id(), ED))
                .containsExactly(new RefusedObject(603, id, Reason.of("intel.object.contradiction")));
    }

    @Test
    void theSameFileAgainAddsNothing() {
        var file = Bundles.of(many(3).toArray(String[]::new));
        var first = taken(file);
        var again = taken(file);
        assertThat(again.bundle()).isEqualTo(first.bundle());
        assertThat(again.reason()).contains(Reason.of("intel.imported-again"));
    }

    @Test
    void aFileBrokenAtItsEndLeavesNothing() {
        var objects = many(900);
        var marker = Bundles.id("malware");
        objects.addFirst(malware(marker, "first"));
        var whole = Bundles.of(objects.toArray(String[]::new));
        var id = bring(java.util.Arrays.copyOf(whole, whole.length - 5), false);
        job.run();
        var refused = imports.show(id, ED);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.reason().orElseThrow().key()).isEqualTo("intel.file.truncated");
        assertThat(refused.bundle()).isEmpty();
        assertThat(library.kept(List.of(marker), ED)).isEmpty();
        assertThat(files.has(id)).isFalse();
    }

    @Test
    void redAnywhereKeepsAllOfItForItsPersonAlone() {
        var objects = many(700);
        objects.add(
                Bundles.object("malware", "\"is_family\": false, \"object_marking_refs\": [\"" + Bundles.RED + "\"]"));
        var done = taken(Bundles.of(objects.toArray(String[]::new)));
        assertThat(done.tlp()).contains(Tlp.RED);
        var bundle = done.bundle().orElseThrow();
        assertThat(library.bundle(bundle, ED).tlp()).isEqualTo(Tlp.RED);
        assertThatThrownBy(() -> library.bundle(bundle, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void itsPersonLooksFirstAndLetsItInUnderAPermission() {
        var id = bring(Bundles.of(many(2).toArray(String[]::new)), true);
        job.run();
        assertThat(imports.show(id, ED).state()).isEqualTo(State.WAITING);
        assertThat(imports.show(id, ED).bundle()).isEmpty();
        imports.take(id, Optional.of(new Permission(Tlp.GREEN, "Example CERT", "mail of 3 July")), ED);
        job.run();
        assertThat(library.bundle(imports.show(id, ED).bundle().orElseThrow(), ED)
                        .tlp())
                .isEqualTo(Tlp.GREEN);
    }

    @Test
    void nobodyElseSeesItNorLetsItIn() {
        var id = bring(Bundles.of(many(2).toArray(String[]::new)), true);
        for (var other : new Actor[] {DANA, OTTO}) {
            assertThatThrownBy(() -> imports.show(id, other)).isInstanceOfAny(NotAllowed.class, NotFound.class);
            assertThatThrownBy(() -> imports.take(id, Optional.empty(), other))
                    .isInstanceOfAny(NotAllowed.class, NotFound.class);
        }
        assertThatThrownBy(() ->
                        imports.bring(new ByteArrayInputStream(Bundles.of("{}")), "x", Optional.empty(), false, OTTO))
                .isInstanceOf(NotAllowed.class);
        assertThat(imports.show(id, ED).state()).isNotEqualTo(State.TAKING);
    }

    @Test
    void aPersonHasAFewOnTheirWayAtOnce() {
        for (var i = 0; i < 3; i++) {
            bring(Bundles.of(many(1).toArray(String[]::new)), true);
        }
        assertThatThrownBy(() -> bring(Bundles.of("{}"), true))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("intel.import.enough"));
    }

    private List<ObjectSummary> contents(UUID bundle) {
        var all = new ArrayList<ObjectSummary>();
        for (var page = 1; all.size() == (page - 1) * 200; page++) {
            all.addAll(library.contents(bundle, "", Window.page(page, 200), ED));
        }
        return all;
    }

    private Import taken(byte[] file) {
        var id = bring(file, false);
        job.run();
        var done = imports.show(id, ED);
        assertThat(done.state()).isEqualTo(State.DONE);
        return done;
    }

    private UUID bring(byte[] file, boolean asks) {
        return imports.bring(new ByteArrayInputStream(file), "large.json", Optional.empty(), asks, ED);
    }

    private static ArrayList<String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i % 2 == 0
                        ? malware(Bundles.id("malware"), "m" + i)
                        : indicator("[domain-name:value = '" + UUID.randomUUID() + ".example']"))
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
    }
}
