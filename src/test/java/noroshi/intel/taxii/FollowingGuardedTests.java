package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.lists.Holdings;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What becomes a member's own after it arrived stays near its bringer, and goes again when it is that no longer. */
class FollowingGuardedTests extends RecallTests {
    private static final List<UUID> READERS = List.of(CENTRE, RAILWAY, POWER, SPORTS);

    @Autowired
    FollowGuarded guarded;

    @Autowired
    Collections collections;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    WarningLists warnings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private String brought(String... objects) {
        var collection = machines.collection(READERS, List.of(POWER));
        machines.of(POWER).bring(collection, objects);
        library.run();
        return collection;
    }

    private String first() {
        return indicator("2026-07-02T00:00:00.000Z", "");
    }

    private UUID registered(String value) {
        var asset = assets.register(Optional.empty(), value, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        guarded.run();
        return asset;
    }

    private void removed(UUID asset) {
        assets.remove(asset, MIKA);
        guarded.run();
    }

    private List<Holdings.TakenBack> told(Actor actor) {
        recalls.run();
        return holdings.takenBack(SOME, actor).stream()
                .filter(each -> each.text().equals(name))
                .toList();
    }

    private String naming(String pattern) {
        return marked(GREEN).replace("domain-name:value = 'bad.example'", pattern);
    }

    @Test
    void nobodyFindsItButItsBringerUntilTheAssetIsGone() {
        var collection = brought(first(), marked(GREEN));
        var had = machines.of(SPORTS).get(collection + "objects/").last();
        assertThat(ids(collection, SPORTS)).hasSize(2).contains(id);
        var asset = registered(name);
        for (var reader : List.of(SPORTS, RAILWAY, CENTRE)) {
            var client = machines.of(reader);
            for (var page : List.of("objects/", "manifest/?match[version]=all", "objects/?match[id]=" + id)) {
                assertThat(client.get(collection + page).ids()).as(page).doesNotContain(id);
            }
            var about = collection + "objects/" + id + "/";
            assertThat(client.get(about).status()).isEqualTo(404);
            assertThat(client.get(about + "versions/").status()).isEqualTo(404);
        }
        assertThat(ids(collection, SPORTS)).hasSize(1);
        assertThat(ids(collection, POWER)).hasSize(2).containsOnlyOnce(id);
        removed(asset);
        assertThat(machines.of(SPORTS)
                        .get(collection + "objects/?added_after=" + had)
                        .ids())
                .containsExactly(id);
        assertThat(ids(collection, POWER)).hasSize(2).containsOnlyOnce(id);
        guarded.run();
        assertThat(ids(collection, SPORTS)).hasSize(2);
    }

    @Test
    void whoFetchedItIsToldOnceAsOfAnythingTakenBack() {
        var collection = brought(first());
        for (var reader : List.of(RAILWAY, POWER)) {
            assertThat(ids(collection, reader)).containsExactly(id);
        }
        consumers.write();
        var asset = registered(name);
        var once = told(MIKA);
        assertThat(once)
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isEmpty());
        assertThat(told(NOOR)).as("its bringer has it still").isEmpty();
        assertThat(told(OTTO)).isEmpty();
        guarded.run();
        assertThat(told(MIKA)).isEqualTo(once);
        removed(asset);
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isPresent());
    }

    @Test
    void whatPointsThereInAnotherWayFollowsToo() {
        var beneath = naming("domain-name:value = 'www." + name + "'");
        var site = naming("url:value = 'http://" + name + ":8080/a'");
        var post = naming("email-addr:value = 'a@mail." + name + "'");
        var two = naming("domain-name:value = 'x" + name + "' OR domain-name:value = '" + name + "'");
        var beside = naming("domain-name:value = 'y" + name + "'");
        var collection = brought(beneath, site, post, two, beside);
        registered(name);
        assertThat(ids(collection, SPORTS)).containsExactly(idOf(beside));
        assertThat(ids(collection, POWER)).hasSize(5);
    }

    @Test
    void addressesInARangeFollow() {
        var group = UUID.randomUUID().toString().substring(0, 4);
        var address = naming("ipv6-addr:value = '2001:db8:" + group + "::7'");
        var site = naming("url:value = 'https://[2001:db8:" + group + "::8]/'");
        var collection = brought(address, site, naming("ipv6-addr:value = '2001:db9::1'"));
        var range = registered("2001:db8:" + group + "::/48");
        assertThat(ids(collection, SPORTS)).hasSize(1);
        removed(range);
        assertThat(ids(collection, SPORTS)).hasSize(3);
    }

    @Test
    void pagesOfASiteFollowAndOthersAtItsHostDoNot() {
        var page = naming("url:value = 'http://" + name + "/mine/a?b=1'");
        var others = naming("url:value = 'https://" + name + "/theirs'");
        var collection = brought(page, others);
        registered("https://" + name + "/mine/");
        assertThat(ids(collection, SPORTS)).containsExactly(idOf(others));
    }

    @Test
    void whatEndsByItselfGoesAgain() throws Exception {
        var collection = brought(first());
        var asset = registered(name);
        assertThat(ids(collection, SPORTS)).isEmpty();
        Acting.as(
                DANA,
                () -> transaction.executeWithoutResult(
                        tx -> jdbc.sql("update asset.asset set expires_at = now() where id = ?")
                                .param(asset)
                                .update()));
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
    }

    @Test
    void whatAnotherReasonHoldsBackStaysBack() {
        var collection = brought(first());
        var value = life().id();
        var asset = registered(name);
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(ids(collection, POWER)).isEmpty();
        removed(asset);
        assertThat(ids(collection, SPORTS)).isEmpty();
        indicators.restore(value, ED);
        recalls.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
        assertThat(ids(collection, POWER)).containsExactly(id);
    }

    @Test
    void whatItsBringerRemovedDoesNotComeBack() {
        var collection = brought(first());
        var asset = registered(name);
        assertThat(machines.of(POWER).delete(collection + "objects/" + id + "/").status())
                .isEqualTo(200);
        removed(asset);
        assertThat(ids(collection, SPORTS)).isEmpty();
        assertThat(ids(collection, POWER)).isEmpty();
    }

    @Test
    void aRevocationGoesToWhomTheIndicatorWent() {
        var collection = brought(first());
        var asset = registered(name);
        machines.of(POWER).bring(collection, indicator("2026-07-03T00:00:00.000Z", ",\"revoked\":true"));
        assertThat(machines.of(SPORTS).get(collection + "objects/").text()).contains("\"revoked\":true");
        removed(asset);
        assertThat(machines.of(SPORTS).get(collection + "objects/").text()).contains("\"revoked\":true");
    }

    @Test
    void whomItsBringerNamedGetsItNoLonger() {
        var object = marked(STRICT).replace("bad.example", name);
        var collection = machines.id(READERS, List.of(RAILWAY), Tlp.AMBER_STRICT);
        var path = "/taxii2/general/collections/" + collection + "/";
        collections.name(collection, List.of(POWER, CENTRE), RIN);
        machines.of(RAILWAY).bring(path, object);
        library.run();
        assertThat(ids(path, POWER)).containsExactly(idOf(object));
        var asset = registered(name);
        assertThat(ids(path, POWER)).isEmpty();
        assertThat(ids(path, RAILWAY)).containsExactly(idOf(object));
        removed(asset);
        assertThat(ids(path, POWER)).containsExactly(idOf(object));
    }

    @Test
    void anExceptionThatIsLiftedHoldsBackAndOneThatIsMadeReleases() {
        var form = new Spelling.Form(IndicatorType.DOMAIN, name);
        warnings.load(
                "{\"name\": \"l%s\", \"version\": 1, \"type\": \"string\", \"list\": [\"%s\"]}"
                        .formatted(id, name)
                        .getBytes(StandardCharsets.UTF_8),
                ED);
        warnings.except(form, "乗っ取られている", ED);
        var collection = brought(first());
        assertThat(ids(collection, SPORTS)).containsExactly(id);
        warnings.lift(form, ED);
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
        assertThat(ids(collection, POWER)).containsExactly(id);
        warnings.except(form, "乗っ取られている", ED);
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
    }

    /** Not in the library yet when the asset was registered. */
    @Test
    void whatWasOnItsWayIsFoundWhenItIsLookedForAgain() throws Exception {
        var collection = machines.collection(READERS, List.of(POWER));
        machines.of(POWER).bring(collection, first());
        var asset = registered(name);
        library.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
        machines.asOwner("update intel.guard_changed set due_at = now() where asset = '" + asset
                + "' and due_at < now() + interval '1 hour'");
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
    }

    /** Nobody asks about more than a thousand values of one object, neither when it arrives nor later. */
    @Test
    void whatSpeaksOfTooManyValuesStaysBackAlsoWhenTheAssetIsGone() throws Exception {
        var collection = brought(first());
        var more = IntStream.range(0, 1_000)
                .mapToObj(n -> " OR domain-name:value = ''n" + n + ".x" + name + "''")
                .collect(Collectors.joining());
        machines.asOwner("""
                update intel.entry set raw = convert_to(replace(convert_from(raw, 'UTF8'), '%s''', '%s''%s'), 'UTF8')
                 where stix_id = '%s'
                """.formatted(name, name, more, id));
        var asset = registered(name);
        assertThat(ids(collection, SPORTS)).isEmpty();
        removed(asset);
        assertThat(ids(collection, SPORTS)).isEmpty();
        assertThat(ids(collection, POWER)).containsExactly(id);
    }

    /** No index holds it, and it points nowhere. */
    @Test
    void aHostThatIsNoNameForItsLengthEntersTheLibrary() {
        var host = new Random(1)
                .ints(1_900, 0x4e00, 0x9fa0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        brought(naming("url:value = 'http://" + host + "/' OR domain-name:value = '" + name + "'"));
        assertThat(indicators.find(Asked.read(name), SOME, ED)).hasSize(1);
    }
}
