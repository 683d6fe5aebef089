package noroshi.intel.drop;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.ImportReport;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.RefusedObject;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Standing;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is dropped is shown, and what is chosen becomes a source in the library. */
@WholeHouse
class DroppingTests {
    @Autowired
    DropBox box;

    @Autowired
    Indicators indicators;

    @Autowired
    IntelLibrary library;

    @Autowired
    WarningLists warnings;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Life> lives(String value, Actor actor) {
        return indicators.find(Asked.whole(Asked.read(value).forms()), new Window(0, 5), actor);
    }

    private static Choice ticking(int shown, Integer... places) {
        return new Choice(Wish.NONE, Set.of(places), shown, false, "partner", Optional.empty());
    }

    private static String event(String uuid, int ago, String attribute) {
        return """
                {"Event": {"info": "Fake tickets", "timestamp": "%1$s", "Orgc": {"name": "Example CERT"},
                 "Attribute": [{"uuid": "%2$s", "timestamp": "%1$s", "type": "domain", %3$s}]}}""".formatted(Instant.now().getEpochSecond() - ago, uuid, attribute);
    }

    @Test
    void nothingIsKeptUntilItIsTaken() {
        var name = Papers.name();
        var id = box.bring(bytes("one " + name + " and other." + name), "../mail\u0000 of today.txt", ED);
        assertThat(box.show(id, ED).name()).isEqualTo("mail of today.txt");
        var preview = box.preview(id, Wish.NONE, ED);
        assertThat(preview.drop().items()).hasSize(2);
        assertThat(lives(name, ED)).isEmpty();
        var report = box.take(id, ticking(2, 1), ED);
        assertThat(report.taken()).isOne();
        assertThat(report.tlp()).as("nobody permits more").isEqualTo(Tlp.AMBER_STRICT);
        assertThat(report.refusals()).singleElement().satisfies(refused -> {
            assertThat(refused.reason().key()).isEqualTo("drop.left.not-chosen");
            assertThat(refused.stixId()).startsWith("1 other[.]");
        });
        assertThat(lives(name, ED))
                .singleElement()
                .satisfies(life -> assertThat(life.standing()).isEqualTo(Standing.LIVE));
        assertThat(lives("other." + name, ED)).isEmpty();
        assertThatThrownBy(() -> box.show(id, ED)).as("it waits no longer").isInstanceOf(NotFound.class);
    }

    @Test
    void eachSeesWhatTheyDroppedThemselvesAndStrangersNothing() {
        var name = Papers.name();
        var id = box.bring(bytes(name), "", ED);
        assertThat(box.waiting(ED)).extracting(Dropped::id).contains(id);
        assertThat(box.waiting(ADA)).extracting(Dropped::id).doesNotContain(id);
        for (var reach : List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                () -> box.preview(id, Wish.NONE, ADA),
                () -> box.take(id, ticking(1, 1), ADA),
                () -> box.discard(id, ADA))) {
            assertThatThrownBy(reach).isInstanceOf(NotFound.class);
        }
        for (var nobody : List.of(OTTO, MIKA, DANA)) {
            assertThatThrownBy(() -> box.bring(bytes(name), "", nobody)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> box.preview(id, Wish.NONE, nobody)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> box.take(id, ticking(1, 1), nobody)).isInstanceOf(NotAllowed.class);
        }
        box.take(id, ticking(1, 1), ED);
        assertThat(lives(name, OTTO)).isEmpty();
        assertThat(lives(name, MIKA)).isEmpty();
    }

    @Test
    void theSourcesPermissionAndOwnLabelsCount() {
        var name = Papers.name();
        var permission = new Permission(Tlp.GREEN, "Example CERT", "mail of 3 July");
        var table = "value,tlp\n" + name + ",AMBER\nfree." + name + ",\n";
        box.take(bytes(table), "list.csv", Choice.advised(Wish.NONE, "Example CERT", Optional.of(permission)), ED);
        assertThat(lives(name, ED).getFirst().tlp()).isEqualTo(Tlp.AMBER);
        assertThat(lives("free." + name, ED).getFirst().tlp()).isEqualTo(Tlp.GREEN);
        var red = Papers.name();
        box.take(
                bytes("# TLP:RED\n" + red + "\nx." + red),
                "list.txt",
                Choice.advised(Wish.NONE, "", Optional.empty()),
                ED);
        assertThat(lives(red, ED)).hasSize(1);
        assertThat(lives(red, ADA)).as("RED is for the one who was given it").isEmpty();
    }

    @Test
    void ofWhatIsRedTheReportSaysThePlaceAlone() {
        var red = Papers.name();
        var free = Papers.name();
        var table = "value,tlp\n" + red + ",RED\n" + free + ",GREEN\nno-value of " + red + ",\n";
        var report = box.take(bytes(table), "list.csv", ticking(2, 2), ED);
        assertThat(report.taken()).isOne();
        assertThat(library.refusals(report.bundle(), new Window(0, 50), ADA))
                .extracting(RefusedObject::stixId)
                .containsExactlyInAnyOrder("2", "4");
        var broken = "value,tlp\n" + Papers.name() + ",GREEN\nno-value of " + red + ",RED\n";
        var other = box.take(bytes(broken), "list.csv", ticking(1, 1), ED);
        assertThat(library.refusals(other.bundle(), new Window(0, 50), ADA))
                .extracting(RefusedObject::stixId)
                .containsExactly("3");
    }

    @Test
    void whatWasSeenIsAsRedAsTheEntryThatSpeaksOfIt() {
        var red = Papers.name();
        var free = Papers.name();
        var seen = "{\"type\": \"domain\", \"to_ids\": false, \"value\": \"%s\", \"Tag\": [{\"name\": \"%s\"}]}";
        var event = "{\"Event\": {\"info\": \"e\", \"Attribute\": [%s, %s, %s]}}"
                .formatted(
                        seen.formatted(red, "tlp:red"),
                        seen.formatted(red, "tlp:green"),
                        seen.formatted(free, "other"));
        var permission = new Permission(Tlp.GREEN, "Example CERT", "mail of 3 July");
        var permitted = box.take(bytes(event), "e.json", Choice.advised(Wish.NONE, "", Optional.of(permission)), ED);
        assertThat(observed(permitted, ADA))
                .as("a permission opens nothing that is RED")
                .containsExactly(free);
        var alone = box.take(bytes(event + " "), "e.json", Choice.advised(Wish.NONE, "", Optional.empty()), ED);
        assertThat(observed(alone, ADA)).doesNotContain(red);
        assertThat(observed(alone, ED)).contains(red);
    }

    private List<String> observed(ImportReport report, Actor actor) {
        return library.contents(report.bundle(), "domain-name", new Window(0, 10), actor).stream()
                .map(each -> library.show(each.id(), actor).text())
                .map(text -> JsonMapper.shared().readTree(text).path("value").asString())
                .toList();
    }

    @Test
    void listsWarnAndMembersOwnAreNotTicked() {
        var harmless = Papers.name();
        var own = Papers.name();
        var bad = Papers.name();
        warnings.load(bytes("""
                {"name": "%s", "version": 1, "type": "hostname", "list": ["%s"], "matching_attributes": ["domain"]}""".formatted(harmless, harmless)), ED);
        approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
        var file = bytes(String.join("\n", harmless, own, bad));
        var preview = box.preview(file, Wish.NONE, ED);
        assertThat(preview.drop().items()).extracting(preview::advised).containsExactly(false, false, true);
        var report = box.take(file, "list.txt", Choice.advised(Wish.NONE, "", Optional.empty()), ED);
        assertThat(report.taken()).isOne();
        assertThat(report.refusals())
                .extracting(refused -> refused.reason().key())
                .containsExactly("drop.left.warned", "drop.left.warned");
    }

    @Test
    void theSameFileTwiceIsOnce() {
        var file = bytes("a." + Papers.name());
        var choice = Choice.advised(Wish.NONE, "", Optional.empty());
        var first = box.take(file, "a.txt", choice, ED);
        assertThat(box.take(file, "a.txt", choice, ED).bundle()).isEqualTo(first.bundle());
        assertThat(box.take(file, "a.txt", choice, ED).again()).isTrue();
    }

    @Test
    void eachSourceSpeaksForItselfAndTakesBackItsOwn() {
        var both = Papers.name();
        box.take(bytes(both), "a.txt", Choice.advised(Wish.NONE, "partner A", Optional.empty()), ED);
        box.take(bytes(both), "b.txt", Choice.advised(Wish.NONE, "partner B", Optional.empty()), ED);
        assertThat(lives(both, ED).getFirst().sayings()).hasSize(2);
        for (var end : List.of("\"to_ids\": false", "\"to_ids\": true, \"deleted\": true")) {
            var name = Papers.name();
            var uuid = UUID.randomUUID().toString();
            var value = "\"value\": \"" + name + "\", ";
            var choice = Choice.advised(Wish.NONE, "", Optional.empty());
            box.take(bytes(event(uuid, 200, value + "\"to_ids\": true")), "e.json", choice, ED);
            assertThat(lives(name, ED).getFirst().standing()).isEqualTo(Standing.LIVE);
            box.take(bytes(event(uuid, 100, value + end)), "e.json", choice, ED);
            assertThat(lives(name, ED).getFirst().standing()).as(end).isEqualTo(Standing.WITHDRAWN);
        }
    }

    @Test
    void whatIsDeletedAndUnknownIsReported() {
        var file = event(
                UUID.randomUUID().toString(), 100, "\"value\": \"%s\", \"deleted\": true".formatted(Papers.name()));
        assertThatThrownBy(() -> box.take(bytes(file), "e.json", Choice.advised(Wish.NONE, "", Optional.empty()), ED))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("drop.none-held"));
    }

    @Test
    void aMispEventBecomesAReportWithEverythingInIt() {
        var text = ReadingDropsTests.EVENT.replace(
                "5f1c2f3e-0000", UUID.randomUUID().toString().substring(0, 13));
        var report = box.take(bytes(text), "event.json", Choice.advised(Wish.NONE, "", Optional.empty()), ED);
        assertThat(report.types())
                .containsEntry("report", 1)
                .containsEntry("vulnerability", 1)
                .containsEntry("note", 4);
        assertThat(report.types())
                .containsEntry("indicator", 6)
                .containsEntry("observed-data", 1)
                .containsEntry("url", 1);
        assertThat(report.refusals())
                .extracting(refused -> refused.reason().key())
                .containsExactlyInAnyOrder("drop.left.deleted", "drop.left.type", "drop.left.type");
        assertThat(report.remarks())
                .extracting(remark -> remark.reason().key())
                .contains("drop.remark.made", "drop.remark.property", "drop.changed.port");
        var whole = library.contents(report.bundle(), "report", new Window(0, 1), ED)
                .getFirst();
        assertThat(whole.name()).isEqualTo("Fake tickets");
        var found = library.show(whole.id(), ED).text();
        assertThat(found).contains("misp-galaxy:tool", "https://report.example/1", "Example CERT");
        assertThat(library.relations(library.show(whole.id(), ED), new Window(0, 50), ED))
                .hasSizeGreaterThan(9);
    }

    @Test
    void aBundleIsTakenWholeAsItIs() {
        var name = Papers.name();
        var file = """
                {"type": "bundle", "id": "bundle--%1$s", "objects": [{"type": "indicator", "spec_version": "2.1", "id": "indicator--%1$s",
                 "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z", "pattern": "[domain-name:value = '%2$s']",
                 "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z"}, {"type": 5}]}""".formatted(UUID.randomUUID(), name);
        var id = box.bring(bytes(file), "b.json", ED);
        var preview = box.preview(id, Wish.NONE, ED);
        assertThat(preview.bundle().orElseThrow().objects()).isOne();
        assertThat(preview.bundle().orElseThrow().refused()).hasSize(1);
        assertThat(preview.bundle().orElseThrow().unlabelled()).isTrue();
        assertThat(lives(name, ED)).isEmpty();
        assertThat(box.take(id, ticking(0), ED).taken()).isOne();
        assertThat(lives(name, ED)).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        var before = box.waiting(ED).size();
        assertThatThrownBy(() -> box.bring(bytes("no value here"), "", ED)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> box.bring(bytes("{\"a\""), "", ED)).isInstanceOf(RuleBroken.class);
        assertThat(box.waiting(ED)).hasSize(before);
        var id = box.bring(bytes("a." + Papers.name()), "", ED);
        assertThatThrownBy(() -> box.take(id, ticking(1), ED))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("drop.none-chosen"));
        assertThat(box.show(id, ED)).isNotNull();
        box.discard(id, ED);
        assertThatThrownBy(() -> box.show(id, ED)).isInstanceOf(NotFound.class);
    }
}
