package noroshi.intel;

import static noroshi.intel.Bundles.indicator;
import static noroshi.intel.Bundles.malware;
import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.PublishedEvents;
import org.springframework.modulith.test.PublishedEventsExtension;

@SpringBootTest
@ExtendWith(PublishedEventsExtension.class)
@Import(World.class)
class ImportingBundlesTests {
    private static final Window FIRST = new Window(0, 50);

    @Autowired
    IntelLibrary library;

    @Test
    void anEditorSeesWhatWasTakenAndWhatWasRefused(PublishedEvents events) {
        var id = Bundles.id("malware");
        var report = bring(ED, malware(id, "fox"), indicator("[domain-name:value = '198.51.100.7']"), "{}");

        assertThat(report.again()).isFalse();
        assertThat(report.taken()).isEqualTo(2);
        assertThat(report.complete()).isFalse();
        assertThat(report.refusals()).containsExactly(new RefusedObject(3, "", Reason.of("intel.object.type-missing")));
        assertThat(report.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.reason().key()).isEqualTo("intel.remark.other-form"));
        assertThat(report.types()).containsEntry("malware", 1).containsEntry("indicator", 1);
        assertThat(report.indicators()).containsEntry(IndicatorType.IPV4, 1);
        assertThat(events.ofType(BundleImported.class).matching(BundleImported::bundle, report.bundle()::equals))
                .hasSize(1);
    }

    @Test
    void objectsComeBackByteForByte() {
        var odd = "{ \"type\":\"x-odd\" ,\"id\":\"%s\",\"n\":1.0e3, \"s\":\"a\\u0000b\\t狼煙\"}"
                .formatted(Bundles.id("x-odd"));
        var report = bring(ED, odd);
        var object = library.contents(report.bundle(), "", FIRST, ED).getFirst();
        assertThat(library.show(object.id(), ED).text()).isEqualTo(odd);
        assertThat(library.show(object.id(), ED).sha256()).isEqualTo(Json.sha256(odd));
    }

    @Test
    void aVersionOfTheFutureIsRefusedAsByTaxii() {
        var late = Bundles.id("malware");
        var report = bring(ED, dated(Bundles.id("malware"), 23), dated(late, 25));
        assertThat(report.taken()).isOne();
        assertThat(library.refusals(report.bundle(), FIRST, ED))
                .extracting(refused -> refused.stixId() + " " + refused.reason().key())
                .containsExactly(late + " intel.object.future");
    }

    private static String dated(String id, int hoursAhead) {
        var moment = Instant.now().plus(Duration.ofHours(hoursAhead)).truncatedTo(ChronoUnit.MILLIS);
        return Bundles.object(id, moment.toString(), "\"name\": \"fox\", \"is_family\": false");
    }

    @Test
    void anUnmarkedBundleStaysInsideTheImportersOrganisation() {
        var report = bring(ED, malware(Bundles.id("malware"), "quiet"));
        assertThat(report.tlp()).isEqualTo(Tlp.AMBER_STRICT);
        assertThat(library.bundle(report.bundle(), DANA).fileName()).isEqualTo("case.json");
        for (var outsider : new Actor[] {MIKA, OTTO}) {
            var object =
                    library.contents(report.bundle(), "", FIRST, ED).getFirst().id();
            assertThatThrownBy(() -> library.bundle(report.bundle(), outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> library.report(report.bundle(), outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> library.show(object, outsider)).isInstanceOf(NotFound.class);
            assertThat(library.bundles(FIRST, outsider)).isEmpty();
            assertThat(library.contents(report.bundle(), "", FIRST, outsider)).isEmpty();
            assertThat(library.refusals(report.bundle(), FIRST, outsider)).isEmpty();
            assertThat(library.indicatorsOf(report.bundle(), Optional.empty(), FIRST, outsider))
                    .isEmpty();
        }
    }

    @Test
    void redStaysWithThePersonItWasGivenTo() {
        var id = Bundles.id("malware");
        var red = Bundles.object(
                id,
                "2026-07-01T00:00:00Z",
                "\"is_family\": true, \"name\": \"n\", \"object_marking_refs\": [\"" + Bundles.RED + "\"]");
        var report = bring(ED, red);
        assertThat(report.tlp()).isEqualTo(Tlp.RED);
        for (var colleague : new Actor[] {DANA, ADA}) {
            assertThatThrownBy(() -> library.bundle(report.bundle(), colleague)).isInstanceOf(NotFound.class);
        }
        var second = bring(ADA, red);
        assertThat(second.again()).isFalse();
        assertThat(second.taken()).isEqualTo(1);
    }

    @Test
    void aPermissionOpensNothingThatIsMarkedRed() {
        var id = Bundles.id("malware");
        var red = Bundles.object(
                id,
                "2026-07-01T00:00:00Z",
                "\"is_family\": true, \"name\": \"n\", \"object_marking_refs\": [\"" + Bundles.RED + "\"]");
        var permission = Permission.typed("tlp:green", "Example CERT", "mail of 3 July");
        var report =
                library.importBundle(Bundles.of(malware(Bundles.id("malware"), "wide"), red), "a.json", permission, ED);
        assertThat(report.taken()).isEqualTo(1);
        assertThat(report.refusals()).containsExactly(new RefusedObject(2, id, Reason.of("intel.object.red")));
        assertThat(library.contents(report.bundle(), "", FIRST, DANA))
                .extracting(ObjectSummary::stixId)
                .doesNotContain(id);
    }

    @Test
    void thePermissionOfTheSourceIsRecorded() {
        var permission = Permission.typed("tlp:green", " Example CERT ", "mail of 3 July");
        var report = library.importBundle(Bundles.of(malware(Bundles.id("malware"), "wide")), "a.json", permission, ED);
        assertThat(report.tlp()).isEqualTo(Tlp.GREEN);
        assertThat(library.bundle(report.bundle(), ED).permission())
                .contains(new Permission(Tlp.GREEN, "Example CERT", "mail of 3 July"));
        assertThat(library.contents(report.bundle(), "", FIRST, ED)).allMatch(object -> object.tlp() == Tlp.GREEN);
    }

    @Test
    void aPermissionGivenLaterReachesUnmarkedObjectsOnly() {
        var unmarked = malware(Bundles.id("malware"), "unmarked");
        var marked = Bundles.object(
                "malware",
                "\"is_family\": true, \"name\": \"n\", \"object_marking_refs\": [\"" + Bundles.AMBER + "\"]");
        var first = bring(ED, unmarked, marked);
        var permission = Optional.of(new Permission(Tlp.GREEN, "Example CERT", "by mail"));
        var second = library.importBundle(Bundles.of(unmarked, marked), "case.json", permission, ED);
        assertThat(second.bundle()).isNotEqualTo(first.bundle());
        assertThat(second.taken()).isZero();
        assertThat(second.known()).isEqualTo(2);
        assertThat(library.contents(second.bundle(), "", FIRST, ED))
                .extracting(ObjectSummary::tlp)
                .containsExactly(Tlp.GREEN, Tlp.AMBER);
    }

    @Test
    void theSameFileTwiceDoesNoHarm() {
        var object = malware(Bundles.id("malware"), "twice");
        var first = bring(ED, object);
        var second = bring(ED, object);
        assertThat(second.again()).isTrue();
        assertThat(second.bundle()).isEqualTo(first.bundle());
    }

    @Test
    void theSameFileAtTheSameTimeDoesNoHarm() throws Exception {
        var file = Bundles.of(malware(Bundles.id("malware"), "at once"));
        Callable<ImportReport> task = () -> library.importBundle(file, "case.json", Optional.empty(), ED);
        try (var people = Executors.newFixedThreadPool(4)) {
            var reports = people.invokeAll(java.util.Collections.nCopies(4, task));
            var bundles = new java.util.HashSet<UUID>();
            for (var report : reports) {
                bundles.add(report.get().bundle());
            }
            assertThat(bundles).hasSize(1);
        }
    }

    @Test
    void knownObjectsAreNotTakenAgainButBelongToBothBundles() {
        var id = Bundles.id("malware");
        bring(ED, malware(id, "known"));
        var second = bring(ED, malware(id, "known"), malware(Bundles.id("malware"), "new"));
        assertThat(second.taken()).isEqualTo(1);
        assertThat(second.known()).isEqualTo(1);
        assertThat(library.contents(second.bundle(), "malware", FIRST, ED)).hasSize(2);
    }

    @Test
    void aContradictionToTheLibraryIsRefused() {
        var id = Bundles.id("malware");
        bring(ED, malware(id, "before"));
        var second = bring(ED, malware(id, "after"));
        assertThat(second.taken()).isZero();
        assertThat(second.refusals())
                .containsExactly(new RefusedObject(1, id, Reason.of("intel.object.contradiction")));
    }

    @Test
    void whatIsRevokedGetsNoNewerVersion() {
        var id = Bundles.id("tool");
        var first = Bundles.object(id, "2026-07-01T00:00:00Z", "\"name\": \"hammer\"");
        var over = Bundles.object(id, "2026-07-02T00:00:00Z", "\"name\": \"hammer\", \"revoked\": true");
        var alive = Bundles.object(id, "2026-07-03T00:00:00Z", "\"name\": \"hammer\"");
        var refused = new RefusedObject(1, id, Reason.of("intel.object.revoked"));
        assertThat(bring(ED, alive, over).refusals()).as("in one file").containsExactly(refused);
        assertThat(bring(ED, alive).refusals()).as("from another").containsExactly(refused);
        assertThat(bring(ED, first).taken()).as("its history").isEqualTo(1);
    }

    @Test
    void relationsAreFollowedBothWays() {
        var malware = Bundles.id("malware");
        var missing = Bundles.id("tool");
        var report = bring(ED, malware(malware, "fox"), Bundles.relationship(malware, "uses", missing));
        var object = library.show(
                library.contents(report.bundle(), "malware", FIRST, ED)
                        .getFirst()
                        .id(),
                ED);
        assertThat(library.relations(object, FIRST, ED))
                .containsExactly(new Relation("uses", true, missing, Optional.empty(), "tool", ""));
        var reverse = bring(ED, Bundles.object(missing, "2026-07-01T00:00:00Z", "\"name\": \"hammer\""));
        var tool = library.show(
                library.contents(reverse.bundle(), "tool", FIRST, ED).getFirst().id(), ED);
        assertThat(library.relations(tool, FIRST, ED))
                .containsExactly(new Relation("uses", false, malware, Optional.of(object.id()), "malware", "fox"));
    }

    @Test
    void theWrongRoleCannotImport() {
        assertThatThrownBy(() -> bring(DANA, malware(Bundles.id("malware"), "no")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bring(MIKA, malware(Bundles.id("malware"), "no")))
                .isInstanceOf(NotAllowed.class);
        assertThat(bring(ADA, malware(Bundles.id("malware"), "yes")).taken()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoBundleLeavesNothingBehind() {
        var before = library.bundles(new Window(0, 200), ED).size();
        assertThatThrownBy(() ->
                        library.importBundle("<html>".getBytes(StandardCharsets.UTF_8), "a.html", Optional.empty(), ED))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("intel.file.html"));
        assertThat(library.bundles(new Window(0, 200), ED)).hasSize(before);
    }

    @Test
    void aThousandObjectsAreTakenInOneGo() {
        var many = Stream.generate(() -> indicator("[domain-name:value = 'a%d.example']"
                        .formatted(
                                java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000))))
                .limit(1_700)
                .toArray(String[]::new);
        var report = bring(ED, many);
        assertThat(report.taken()).isEqualTo(1_700);
        assertThat(library.indicatorsOf(report.bundle(), Optional.of(IndicatorType.DOMAIN), FIRST, ED))
                .hasSize(50);
    }

    @Test
    void hostileValuesAreStoredHarmlessly() {
        var hostile = "x'\\\"\\\\{},NULL\\u0007\\u202e" + "長".repeat(3_000);
        var report = bring(
                ED,
                malware(Bundles.id("malware"), hostile),
                indicator("[url:value = 'http://a.example/" + "x".repeat(3_000) + "']"));
        assertThat(report.taken()).isEqualTo(2);
        assertThat(library.contents(report.bundle(), "malware", FIRST, ED)).hasSize(1);
    }

    private ImportReport bring(Actor actor, String... objects) {
        return library.importBundle(Bundles.of(objects), "C:\\files\\case.json", Optional.empty(), actor);
    }
}
