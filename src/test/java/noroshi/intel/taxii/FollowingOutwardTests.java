package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Permission;
import noroshi.intel.cut.Cuts;
import noroshi.intel.life.Asked;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Wanted;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a provider is handed goes at once when what stands there is held back, and comes anew with that. */
class FollowingOutwardTests extends RecallTests {
    private static final List<UUID> READERS = List.of(CENTRE, RAILWAY, PROVIDER);
    private static final String WORDS = ",\"description\":\"hanako-hospital\"";

    @Autowired
    FollowOutward outward;

    @Autowired
    FollowLabels labels;

    @Autowired
    HandingOut handing;

    @Autowired
    Cuts cuts;

    @Autowired
    Lists lists;

    @Autowired
    FollowGuarded guarded;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    private Client.Answer read(String collection) {
        return machines.of(PROVIDER).get(collection + "objects/");
    }

    @Test
    void whatTheCentreWithdrawsIsGoneAtOnceAndComesAnew() {
        var collection = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(collection, indicator("2026-07-02T00:00:00.000Z", WORDS));
        library.run();
        outward.run();
        var before = read(collection);
        assertThat(before.ids()).containsExactly(id);
        var value = life().id();
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(read(collection).text()).as("without waiting for the job").isEqualTo("{}");
        indicators.restore(value, ED);
        recalls.run();
        assertThat(read(collection).text()).isEqualTo("{}");
        outward.run();
        assertThat(machines.of(PROVIDER)
                        .get(collection + "objects/?added_after=" + before.last())
                        .ids())
                .containsExactly(id);
    }

    @Test
    void whatGetsAStricterLabelIsGoneAtOnceAndItsWordsAreTheSourcesAlone() {
        var collection = machines.id(READERS, List.of(CENTRE), Tlp.AMBER);
        var path = "/taxii2/general/collections/" + collection + "/";
        handing.handOut(handing.bundle(permitted("GREEN"), ED), collection, ED);
        outward.run();
        assertThat(read(path).ids()).containsExactly(id);
        assertThat(read(path).text()).doesNotContain("hanako");
        permitted("AMBER");
        labels.run();
        assertThat(read(path).text()).isEqualTo("{}");
        outward.run();
        assertThat(read(path).text()).isEqualTo("{}");
        assertThat(cuts.list(ED).stream().filter(cut -> cut.stixId().equals(id)))
                .singleElement()
                .satisfies(cut -> assertThat(cut.tlp()).isEqualTo(Tlp.AMBER));
        permitted("CLEAR");
        labels.run();
        outward.run();
        assertThat(read(path).ids()).containsExactly(id);
    }

    @Test
    void whatBecomesAMembersOwnIsGoneAtOnceAndComesAnew() {
        var collection = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(collection, indicator("2026-07-02T00:00:00.000Z", WORDS));
        library.run();
        outward.run();
        assertThat(read(collection).ids()).containsExactly(id);
        var asset = assets.register(Optional.empty(), name, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        guarded.run();
        assertThat(read(collection).text()).isEqualTo("{}");
        outward.run();
        assertThat(read(collection).text()).isEqualTo("{}");
        assets.remove(asset, MIKA);
        guarded.run();
        outward.run();
        assertThat(read(collection).ids()).containsExactly(id);
        assertThat(read(collection).text()).doesNotContain("hanako");
    }

    /** What is near it has a shelf of its own, which is read from the first object on. */
    @Test
    void whatAProviderBroughtItKeepsWhateverBecomesAMembersOwn() {
        var collection = machines.collection(READERS, List.of(PROVIDER), Tlp.AMBER);
        var names = List.of(name, "second-" + name);
        var other = id("indicator");
        machines.of(PROVIDER)
                .bring(
                        collection,
                        indicator("2026-07-02T00:00:00.000Z", WORDS),
                        indicator("2026-07-02T00:00:00.000Z", WORDS)
                                .replace(id, other)
                                .replace(name, names.getLast()));
        library.run();
        outward.run();
        for (var own : names) {
            approvals.approve(List.of(assets.register(Optional.empty(), own, "", MIKA)), DANA);
            guarded.run();
            outward.run();
            assertThat(read(collection).ids()).containsExactlyInAnyOrder(id, other);
            assertThat(read(collection).text()).contains("hanako");
        }
        assertThat(ids(collection, RAILWAY)).isEmpty();
    }

    /** Before there were copies a provider stood at the places of entries; these were kept. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatItFetchedBeforeThereWereCopiesItIsToldOf(boolean fetched) throws Exception {
        var collection = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(collection, indicator("2026-07-02T00:00:00.000Z", ""));
        library.run();
        machines.asOwner(
                "delete from intel.outward_shelf where shelf in (select shelf from intel.entry where stix_id = '" + id
                        + "')");
        outward.run();
        assertThat(read(collection).ids()).containsExactly(id);
        consumers.write();
        machines.asOwner("delete from intel.outward where stix_id = '" + id + "'");
        if (fetched) {
            machines.asOwner("insert into intel.was_open (shelf, stix_id, version, position) "
                    + "select shelf, stix_id, version, position from intel.entry where stix_id = '" + id + "'");
        }
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        assertThat(holdings.takenBack(SOME, VERA).stream()
                        .filter(each -> each.text().equals(name)))
                .hasSize(fetched ? 1 : 0);
    }

    /** A name of a file in a pattern is somebody's words: what it waits for in the collection is told nowhere else. */
    @Test
    void wordsInPatternsAreSaidToMembersAlone() {
        var collection = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        var file = "ledger-" + name.replace(".example", ".docm");
        var object = indicator("2026-07-02T00:00:00.000Z", "")
                .replace("[domain-name:value = '" + name + "']", "[file:name = '" + file + "']");
        machines.of(POWER).bring(collection, object, marked(GREEN));
        library.run();
        outward.run();
        assertThat(read(collection).ids()).hasSize(1).doesNotContain(id);
        assertThat(said(file, MIKA)).isTrue();
        assertThat(said(file, VERA)).isFalse();
        assertThat(loaded(file, MIKA)).isTrue();
        assertThat(loaded(file, VERA)).isFalse();
        var cut = cuts.list(ED).stream()
                .filter(each -> each.stixId().equals(id))
                .findFirst()
                .orElseThrow();
        cuts.release(cut.id(), cut.cut(), ED);
        outward.run();
        assertThat(read(collection).text()).contains(file);
    }

    private boolean said(String value, Actor actor) {
        return indicators.newest(SOME.size(), actor).stream()
                        .anyMatch(life -> life.value().equals(value))
                || indicators.find(Asked.read(value.substring(0, 12)), SOME, actor).stream()
                        .anyMatch(life -> life.value().equals(value));
    }

    private boolean loaded(String value, Actor actor) {
        var wanted = new Wanted(Set.of(IndicatorType.FILE_NAME), 0, Tlp.AMBER_STRICT, 100_000, false);
        return lists.select(wanted, actor).lines().stream()
                .anyMatch(line -> line.text().equals(value));
    }

    private UUID permitted(String label) {
        var object =
                indicator("2026-07-02T00:00:00.000Z", WORDS).replaceFirst(",\"object_marking_refs\":\\[[^]]*]", "");
        var file = "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + object + "]}";
        return imports.importBundle(
                        file.getBytes(StandardCharsets.UTF_8),
                        "values.json",
                        Permission.typed(label, "JPCERT/CC", "電話で確認した"),
                        ED)
                .bundle();
    }
}
