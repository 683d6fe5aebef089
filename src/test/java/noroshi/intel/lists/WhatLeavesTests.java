package noroshi.intel.lists;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.STRANGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Scope;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What is in an organisation's lists, and what never is. */
@WholeHouse
@Import({Papers.class, Loading.class})
class WhatLeavesTests {
    private static final UUID RAILWAYS_WINDOW = Cast.office("window", RAILWAY);
    private static final String NAMES = "domain.txt";

    @Autowired
    Loading loading;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    Lists lists;

    @Autowired
    Catalogue catalogue;

    @Autowired
    WarningLists warnings;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    Topics topics;

    @Test
    void aListHoldsWhatItsOrganisationWasTold() throws Exception {
        var toAll = publish(Tlp.AMBER, ALL);
        var toEverybody = publish(Tlp.CLEAR, Papers.EVERYONE);
        var toTheRailway = publish(Tlp.AMBER, RAILWAYS_WINDOW);
        var toACommunity = publish(Tlp.GREEN, RAIL);
        assertThat(loading.load(NAMES, RAILWAY))
                .contains(toAll, toEverybody, toTheRailway)
                .as("its machine does not sit in the community")
                .doesNotContain(toACommunity);
        assertThat(loading.load(NAMES, STRANGERS))
                .contains(toAll, toEverybody)
                .doesNotContain(toTheRailway)
                .doesNotContain(toACommunity);
    }

    @Test
    void whatHasRunOutIsInNoList() throws Exception {
        var fresh = brought(Instant.now().plus(Duration.ofHours(1)));
        var over = brought(Instant.now().minus(Duration.ofHours(1)));
        for (var list : List.of(NAMES, "all.csv", "hosts.txt", "rpz.zone", "stix.json")) {
            assertThat(loading.load(list, CENTRE)).as(list).contains(fresh).doesNotContain(over);
        }
    }

    private String brought(Instant until) {
        var name = Papers.name();
        papers.bring(
                ED,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
                "[domain-name:value = '" + name + "']",
                ", \"confidence\": 100, \"valid_until\": \"" + until.truncatedTo(ChronoUnit.MILLIS)
                        + "\", \"object_marking_refs\": [\"marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb\"]");
        return name;
    }

    @Test
    void strictGoesToWhomItNamesAndRedToNoMachine() throws Exception {
        var strict = publish(Tlp.AMBER_STRICT, RAILWAYS_WINDOW);
        var strictToAll = publish(Tlp.AMBER_STRICT, ALL);
        var red = publish(Tlp.RED, MIKA.person());
        assertThat(find(red)).as("Mika reads it").isPresent();
        var railways = loading.load(NAMES, RAILWAY);
        assertThat(railways).contains(strict).doesNotContain(strictToAll).doesNotContain(red);
        assertThat(railways).startsWith("# TLP:AMBER+STRICT\n");
        assertThat(loading.load(NAMES + "?tlp=GREEN", RAILWAY)).doesNotContain(strict);
        assertThat(loading.load(NAMES, POWER)).doesNotContain(strict).doesNotContain(strictToAll);
        assertThat(loading.ask(NAMES + "?tlp=RED", loading.token(RAILWAY), "").getStatus())
                .isEqualTo(422);
    }

    @Test
    void whatIsTakenBackIsGoneAtTheNextLoad() throws Exception {
        var name = Papers.name();
        var other = Papers.name();
        var topic = papers.publish(Tlp.GREEN, ALL, name, other);
        var before = loading.ask(NAMES, loading.token(RAILWAY), "");
        assertThat(before.getContentAsString()).contains(name, other);
        var tag = Objects.requireNonNull(before.getHeader("ETag"));
        assertThat(loading.ask(NAMES, loading.token(RAILWAY), tag).getStatus()).isEqualTo(304);
        var id = find(name).orElseThrow();
        indicators.withdraw(id, "正規の名前", ED);
        var after = loading.ask(NAMES, loading.token(RAILWAY), tag);
        assertThat(after.getStatus()).isEqualTo(200);
        assertThat(after.getContentAsString()).doesNotContain(name).contains(other);
        assertThat(loading.load("stix.json", RAILWAY))
                .contains("\"revoked\":true")
                .contains(name.replace(".", "[.]"));
        assertThat(lists.held(id, MIKA))
                .filteredOn(held -> held.list().startsWith(NAMES + "?"))
                .singleElement()
                .satisfies(held -> assertThat(held.until()).isPresent());
        assertThat(lists.held(id, OTTO)).isEmpty();
        assertThat(lists.loads(new Window(0, 50), SORA)).isEmpty();
        assertThat(lists.loads(new Window(0, 50), MIKA)).isNotEmpty();
        topics.withdraw(topic, "誤り", ED);
        assertThat(loading.load(NAMES, RAILWAY)).doesNotContain(other);
    }

    @Test
    void whatMeansNothingAloneAndWhatIsUnsureStaysOut() throws Exception {
        var low = Papers.name();
        papers.publish(Tlp.GREEN, ALL, "ドメイン," + low + ",通信先,低");
        var sure = Papers.name();
        papers.publish(Tlp.GREEN, ALL, "ドメイン," + sure + ",通信先,高");
        assertThat(loading.load(NAMES, RAILWAY)).doesNotContain(low).contains(sure);
        assertThat(loading.load(NAMES + "?confidence=90", RAILWAY)).doesNotContain(sure);
        assertThat(loading.load(NAMES + "?limit=1", RAILWAY)).contains("# cut: ");
    }

    @Test
    void aListLoadedLaterAndAnAssetRegisteredLaterTakeEffectAtTheNextLoad() throws Exception {
        var harmless = publish(Tlp.GREEN, ALL);
        var own = publish(Tlp.GREEN, ALL);
        assertThat(loading.load(NAMES, POWER)).contains(harmless, own);
        var file =
                "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), harmless);
        warnings.load(file.getBytes(), ED);
        approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
        assertThat(loading.load(NAMES, POWER)).doesNotContain(harmless).doesNotContain(own);
        assertThat(loading.load("allow.zone", RAILWAY)).contains("\n" + own + " CNAME rpz-passthru.");
        assertThat(loading.load("allow.zone", POWER)).doesNotContain(own);
    }

    @Test
    void thatSomethingIsTakenBackIsSaidAlsoOfWhatNoListMayHoldAnyMore() throws Exception {
        var harmless = publish(Tlp.GREEN, ALL);
        var own = publish(Tlp.GREEN, ALL);
        assertThat(loading.load("stix.json", POWER)).contains("'" + harmless + "'", "'" + own + "'");
        var file =
                "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), harmless);
        warnings.load(file.getBytes(), ED);
        approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
        assertThat(loading.load("stix.json", POWER)).doesNotContain(harmless).doesNotContain(own);
        for (var name : List.of(harmless, own)) {
            indicators.withdraw(find(name).orElseThrow(), "誤り", ED);
            assertThat(revoked(loading.load("stix.json", POWER), name)).isTrue();
            assertThat(loading.load(NAMES, POWER)).doesNotContain(name);
        }
    }

    private static boolean revoked(String bundle, String name) {
        return JsonMapper.shared()
                .readTree(bundle)
                .path("objects")
                .valueStream()
                .filter(object -> object.path("pattern").asString("").contains("'" + name + "'"))
                .anyMatch(object -> object.path("revoked").asBoolean(false));
    }

    @Test
    void onlyTokensForListsOpenThem() {
        var reading = loading.token(RAILWAY, Scope.READ);
        assertThat(loading.ask(NAMES, reading, "").getStatus()).isEqualTo(403);
        assertThat(loading.ask(NAMES, "nor_nothing", "").getStatus()).isEqualTo(401);
        assertThat(loading.ask("no-such-list.txt", loading.token(RAILWAY), "").getStatus())
                .isEqualTo(404);
        assertThat(loading.ask("rpz.zone?action=burn", loading.token(RAILWAY), "")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void everyFormSaysTheSame() throws Exception {
        var name = Papers.name();
        var tag = UUID.randomUUID().toString().substring(0, 8);
        var hash = tag.repeat(8);
        papers.publish(Tlp.GREEN, ALL, "ドメイン," + name + ",=1+1,高", hash, "https://" + name + "/a'\";|x");
        assertThat(loading.load("all.csv", RAILWAY)).contains(name).contains("\"'=1+1\"");
        assertThat(loading.load("hosts.txt", RAILWAY)).contains("\n0.0.0.0 " + name + "\n");
        assertThat(loading.load("rpz.zone", RAILWAY))
                .contains("\n" + name + " CNAME .\n", "\n*." + name + " CNAME .\n");
        assertThat(loading.load("rpz.zone?action=nodata", RAILWAY)).contains("\n" + name + " CNAME *.\n");
        assertThat(loading.load("sha256.txt", RAILWAY)).contains(hash);
        assertThat(loading.load("noroshi-sha256.txt", RAILWAY)).contains(hash).doesNotContain("#");
        assertThat(loading.load("suricata.rules", RAILWAY)).contains("content:\"." + name + "\"");
        assertThat(loading.load("misp/manifest.json", RAILWAY)).contains("tlp:green");
        assertThat(loading.load("misp/hashes.csv", RAILWAY)).isNotEmpty();
        assertThat(loading.load("stix.json", RAILWAY)).contains("[domain-name:value = '" + name + "']");
    }

    @Test
    void noNameIsAnOrderToTheResolver() {
        var zone = ResponsePolicy.zone(
                selection(line("8.0.0.0.10.rpz-client-ip", 80), line("good.example", 80)),
                ResponsePolicy.Action.NXDOMAIN);
        assertThat(zone).contains("good.example CNAME .").doesNotContain("rpz-client-ip");
        assertThat(Spelling.form("8.0.0.0.10.rpz-client-ip")).isEmpty();
    }

    @Test
    void aListIsTheSameOnlyAsLongAsTheSameIsWritten() {
        var name = Papers.name();
        var first = selection(line(name, 80));
        var later = new Selection(first.lines(), first.tlp(), 0, first.at().plusSeconds(3600));
        for (var list : List.of("all.csv", "rpz.zone", "domain.txt")) {
            assertThat(tag(list, later)).as(list).isEqualTo(tag(list, first));
        }
        assertThat(tag("all.csv", selection(line(name, 79)))).isNotEqualTo(tag("all.csv", first));
    }

    private String tag(String list, Selection selection) {
        return catalogue.write(list, list, selection, "", MIKA).orElseThrow().tag();
    }

    @Test
    void whatIsAllowedIsNotHeldAsBlocked() throws Exception {
        var name = publish(Tlp.GREEN, ALL);
        assertThat(loading.load("allow.zone", RAILWAY))
                .contains("TLP:AMBER+STRICT")
                .doesNotContain(name);
        assertThat(lists.held(find(name).orElseThrow(), MIKA))
                .noneMatch(held -> held.list().startsWith("allow.zone"));
    }

    @Test
    void aNetworkAsWideAsAProvidersStaysOut() throws Exception {
        papers.publish(Tlp.GREEN, ALL, "11.0.0.0/8", "11.7.0.0/16");
        assertThat(loading.load("ipv4.txt", RAILWAY)).contains("11.7.0.0/16").doesNotContain("11.0.0.0/8");
    }

    private static Selection selection(Line... lines) {
        return new Selection(List.of(lines), Tlp.GREEN, 0, Instant.parse("2026-07-01T00:00:00Z"));
    }

    private static Line line(String name, int score) {
        var at = Instant.parse("2026-07-01T00:00:00Z");
        return new Line(
                new UUID(0, 1), IndicatorType.DOMAIN, name, score, Tlp.GREEN, at, at, List.of(), List.of(), false);
    }

    private String publish(Tlp tlp, UUID audience) {
        var name = Papers.name();
        papers.publish(tlp, audience, name);
        return name;
    }

    private Optional<UUID> find(String name) {
        return indicators.find(Asked.read(name), new Window(0, 5), MIKA).stream()
                .findFirst()
                .map(life -> life.id());
    }
}
