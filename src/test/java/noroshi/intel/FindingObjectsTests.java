package noroshi.intel;

import static noroshi.intel.Bundles.malware;
import static noroshi.intel.Bundles.object;
import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cuts;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

@SpringBootTest
@Import(World.class)
class FindingObjectsTests {
    private static final String LATER = "2026-07-02T00:00:00.000Z";

    @Autowired
    IntelLibrary library;

    @Autowired
    ObjectFinder finder;

    @Autowired
    WriteWords words;

    @Autowired
    Cuts cuts;

    @Test
    void whatAnObjectIsCalledFindsIt() {
        var group = Bundles.id("intrusion-set");
        bring(ED, object(group, LATER, """
                "name": "Kaze Otter", "aliases": ["Kaze Otter", "狼煙サーバー", "TG-77451"],
                "external_references": [{"source_name": "mitre-attack", "external_id": "G7745"}]"""));
        for (var asked : List.of(
                "kaze OTTER",
                "otter",
                "ＫＡＺＥ",
                "狼煙サーバ",
                "狼煙",
                "TG-77451",
                "77451",
                "g7745",
                "G77",
                group,
                " " + group + " ")) {
            assertThat(found(asked, "", ED)).as(asked).containsExactly(group);
        }
        assertThat(found("kaze", "intrusion-set", ED)).containsExactly(group);
        assertThat(found("kaze", "malware", ED)).isEmpty();
        assertThat(found(group, "malware", ED)).isEmpty();
        assertThat(found("kaze -otter", "", ED)).isEmpty();
    }

    @Test
    void anIdThatOthersGaveIsFoundFromItsBeginning() {
        var technique = Bundles.id("attack-pattern");
        var part = Bundles.id("attack-pattern");
        bring(ED, technique(technique, "Signal Fires", "T8459"), technique(part, "Smoke", "T8459.001"));
        assertThat(found("T8459", "", ED)).containsExactlyInAnyOrder(technique, part);
        assertThat(found("T8459.001", "", ED)).containsExactly(part);
        var flaw = Bundles.id("vulnerability");
        bring(ED, object(flaw, LATER, "\"name\": \"CVE-2026-884512\""));
        assertThat(found("cve-2026-8845", "vulnerability", ED)).containsExactly(flaw);
    }

    @Test
    void aNameThatIsTranslatedIsFoundByItsTranslation() {
        var translation = Bundles.id("language-content");
        bring(ED, object(translation, LATER, """
                "object_ref": "%s", "contents": {"ja": {"name": "霧隠れ改竄"}}""".formatted(Bundles.id("malware"))));
        assertThat(found("霧隠れ", "", ED)).containsExactly(translation);
    }

    @Test
    void theNewestVersionStandsForAllAndSaysWhetherItIsRevoked() {
        var id = Bundles.id("malware");
        bring(ED, object(id, LATER, "\"name\": \"nightjar-b\", \"is_family\": false, \"revoked\": true"));
        bring(ED, malware(id, "nightjar-a"));
        assertThat(rows("nightjar", "", ED)).singleElement().satisfies(row -> {
            assertThat(row.name()).isEqualTo("nightjar-b");
            assertThat(row.revoked()).isTrue();
        });
        assertThat(found("nightjar-a", "", ED)).isEmpty();
        bring(ED, object(id, "2026-07-03T00:00:00.000Z", "\"name\": \"nightjar-c\", \"is_family\": false"));
        assertThat(rows("nightjar", "", ED))
                .as("what is revoked stays so")
                .singleElement()
                .matches(FoundObject::revoked);
    }

    @Test
    void whoMayNotReadItFindsNothing() {
        var id = Bundles.id("malware");
        bring(ED, malware(id, "mudlark"));
        for (var colleague : List.of(ADA, DANA)) {
            assertThat(found("mudlark", "", colleague)).containsExactly(id);
        }
        for (var stranger : List.of(OTTO, MIKA, SORA)) {
            assertThat(found("mudlark", "", stranger)).isEmpty();
            assertThat(found(id, "", stranger)).isEmpty();
            assertThat(found("", "malware", stranger)).isEmpty();
        }
    }

    @Test
    void whatIsRedIsFoundByWhomItWasGivenTo() {
        var id = Bundles.id("malware");
        bring(ED, object(id, LATER, """
                "name": "redstart", "is_family": false, "object_marking_refs": ["%s"]""".formatted(Bundles.RED)));
        assertThat(found("redstart", "", ED)).containsExactly(id);
        assertThat(found("", "malware", ED)).contains(id);
        assertThat(found("redstart", "", ADA)).isEmpty();
        assertThat(found(id, "malware", ADA)).isEmpty();
    }

    @Test
    void everyObjectStandsOnOnePage() {
        var ids = IntStream.range(0, 2 * ObjectFinder.ROWS + 3)
                .mapToObj(n -> Bundles.id("tool"))
                .toList();
        bring(
                ED,
                ids.stream()
                        .map(id -> object(id, LATER, "\"name\": \"plover\""))
                        .toArray(String[]::new));
        assertThat(walk("plover", "", ED)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(walk("", "tool", ED)).doesNotHaveDuplicates().containsAll(ids);
        assertThat(walk("", "tool", OTTO)).isEmpty();
    }

    @Test
    void aQuestionWithoutAWordFindsNothing() {
        bring(ED, malware(Bundles.id("malware"), "wheatear"));
        for (var asked : List.of("", "   ", "%", "' | ''", "\u0000", "()", "-", "\"\"")) {
            assertThat(found(asked, "", ED)).as(asked).isEmpty();
        }
        assertThat(new ObjectQuestion("x", "Malware'", Optional.empty()).type()).isEmpty();
        for (var written : List.of("", "_", "x_y", "+1000000000-12-31T23:59:59Z_" + UUID.randomUUID())) {
            assertThat(ObjectQuestion.Place.parse(written)).as(written).isEmpty();
        }
    }

    /** The page shows neither; a search that found them would tell. */
    @Test
    void whoIsNamedToNobodyIsNotFoundByTheirName() {
        var maker = Bundles.id("identity");
        var tool = Bundles.id("tool");
        cuts.choose(Attribution.NOBODY, SORA);
        library.enter(
                Bundles.of(
                        object(maker, LATER, "\"name\": \"Sakurabashi\", \"identity_class\": \"organization\""),
                        object(tool, LATER, """
                                        "name": "grebe", "aliases": ["sakurabashi-kit"]""")),
                List.of(new Origin(SPORTS, Optional.of(Tlp.GREEN)), new Origin(SPORTS, Optional.of(Tlp.GREEN))),
                "TAXII",
                ADA);
        words.run();
        assertThat(found("sakurabashi", "", ADA)).isEmpty();
        assertThat(found("sakurabashi-kit", "", ADA)).isEmpty();
        assertThat(found("grebe -sakurabashi", "", ADA))
                .as("nor by what is left out")
                .isEqualTo(found("grebe -heron", "", ADA));
        assertThat(rows("grebe", "", ADA)).singleElement().satisfies(row -> {
            assertThat(row.stixId()).isEqualTo(tool);
            assertThat(row.nameless()).isTrue();
            assertThat(row.bringer()).isEmpty();
        });
        assertThat(rows(maker, "", ADA))
                .singleElement()
                .matches(row -> row.name().isEmpty());
        cuts.choose(Attribution.EVERYONE, SORA);
        assertThat(found("sakurabashi", "", ADA)).containsExactlyInAnyOrder(maker, tool);
        assertThat(rows("grebe", "", ADA))
                .singleElement()
                .matches(row -> row.bringer().equals(Optional.of(SPORTS)));
    }

    @Test
    void whoBringsAnObjectAndWhoWritesWordsDoNotWaitForEachOther(@Autowired TransactionOperations transaction) {
        var id = Bundles.id("malware");
        library.importBundle(Bundles.of(malware(id, "siskin-a")), "a.json", Optional.empty(), ED);
        Acting.as(
                ED,
                () -> transaction.executeWithoutResult(status -> {
                    var later = object(id, LATER, "\"name\": \"siskin-b\", \"is_family\": false");
                    library.importBundle(Bundles.of(later), "b.json", Optional.empty(), ED);
                    assertThat(CompletableFuture.runAsync(words::run)).succeedsWithin(Duration.ofSeconds(60));
                }));
        assertThat(rows(id, "", ED)).singleElement().matches(row -> row.name().equals("siskin-b"));
        assertThat(found("siskin", "", ED)).isEmpty();
        words.run();
        assertThat(found("siskin-b", "", ED)).containsExactly(id);
    }

    /** One bringer's words stand for that bringer alone. */
    @Test
    void nobodyTakesThePlaceOfWhatAnotherSaid() {
        var id = Bundles.id("malware");
        bring(ED, malware(id, "dunlin"));
        library.enter(
                Bundles.of(object(id, LATER, "\"name\": \"dunlin, harmless\", \"is_family\": false")),
                List.of(new Origin(SPORTS, Optional.of(Tlp.GREEN))),
                "TAXII",
                ADA);
        words.run();
        assertThat(rows("dunlin", "", ED)).extracting(FoundObject::name).contains("dunlin", "dunlin, harmless");
        assertThat(rows("dunlin", "", ED))
                .allMatch(row -> row.bringer().isEmpty() || !row.bringer().get().equals(CENTRE));
    }

    @Test
    void theOtherNameThatWasFoundIsShownWithItsHit() {
        var group = Bundles.id("intrusion-set");
        bring(ED, object(group, LATER, """
                "name": "Iwashi Badger", "aliases": ["Iwashi Badger", "Gekko Fox", "TG-99312", "月光衆"],
                "external_references": [{"source_name": "mitre-attack", "external_id": "G9931"}]"""));
        assertThat(also("gekko")).containsExactly("[Gekko] Fox");
        assertThat(also("月光")).containsExactly("[月光]衆");
        assertThat(also("99312")).containsExactly("TG-[99312]");
        assertThat(also("g9931")).containsExactly("[G9931]");
        assertThat(also("iwashi gekko")).containsExactly("[Gekko] Fox");
        assertThat(also("badger")).as("the name tells").isEmpty();
        assertThat(also(group)).isEmpty();
    }

    private List<String> also(String asked) {
        return rows(asked, "", ED).getFirst().also().stream()
                .map(snippet -> snippet.segments().stream()
                        .map(segment -> segment.hit() ? "[" + segment.text() + "]" : segment.text())
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String technique(String id, String name, String number) {
        return object(id, LATER, """
                "name": "%s", "external_references": [{"source_name": "mitre-attack", "external_id": "%s"}]""".formatted(name, number));
    }

    private void bring(Actor actor, String... objects) {
        library.importBundle(Bundles.of(objects), "names.json", Optional.empty(), actor);
        words.run();
    }

    private List<String> found(String q, String type, Actor actor) {
        return rows(q, type, actor).stream().map(FoundObject::stixId).toList();
    }

    private List<FoundObject> rows(String q, String type, Actor actor) {
        return finder.find(new ObjectQuestion(q, type, Optional.empty()), actor).rows();
    }

    private List<String> walk(String q, String type, Actor actor) {
        var ids = new ArrayList<String>();
        var after = Optional.<ObjectQuestion.Place>empty();
        do {
            var question =
                    new ObjectQuestion(q, type, after.map(Object::toString).flatMap(ObjectQuestion.Place::parse));
            var found = finder.find(question, actor);
            found.rows().forEach(row -> ids.add(row.stixId()));
            after = found.next();
        } while (after.isPresent());
        return ids;
    }
}
