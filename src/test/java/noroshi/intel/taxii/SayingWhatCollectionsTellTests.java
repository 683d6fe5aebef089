package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Permission;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.life.Saying;
import noroshi.intel.life.Sighting;
import noroshi.intel.life.Tally;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Wanted;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What stands in a collection its readers find, look up and load in lists; strangers learn nothing of it. */
@RunningHouse
class SayingWhatCollectionsTellTests {
    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    HandingOut handing;

    @Autowired
    IntelLibrary imports;

    @Autowired
    EnterLibrary library;

    @Autowired
    Indicators indicators;

    @Autowired
    Lists lists;

    @Autowired
    FollowLabels labels;

    @Autowired
    FollowReaders joining;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final String name = "c" + UUID.randomUUID().toString().substring(0, 12) + ".example";
    private final String id = id("indicator");

    private String indicator(String marking) {
        var at = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MILLIS);
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"%s","modified":"%s","confidence":90,\
                "name":"Words of the source","pattern":"[domain-name:value = '%s']","pattern_type":"stix",\
                "valid_from":"%s","object_marking_refs":["%s"]}""".formatted(id, at, at, name, at, marking);
    }

    private UUID bundle(String marking) {
        return taken(indicator(marking));
    }

    private UUID taken(String object) {
        var file = "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + object + "]}";
        return imports.importBundle(file.getBytes(), "values.json", Optional.empty(), ED)
                .bundle();
    }

    private UUID handedOut(String marking, List<UUID> readers) {
        var collection = machines.id(readers, List.of(CENTRE), Tlp.AMBER);
        var bundle = bundle(marking);
        handing.handOut(handing.bundle(bundle, ED), collection, ED);
        library.run();
        return collection;
    }

    private Optional<Life> found(Actor actor) {
        return indicators.find(Asked.read(name), new Window(0, 5), actor).stream()
                .filter(life -> life.value().equals(name))
                .findFirst();
    }

    private boolean loaded(Actor actor) {
        var wanted = new Wanted(Set.of(IndicatorType.DOMAIN), 0, Tlp.AMBER_STRICT, 100_000, false);
        return lists.select(wanted, actor).lines().stream()
                .anyMatch(line -> line.text().equals(name));
    }

    private void nothingFor(Actor actor, UUID value) {
        assertThat(found(actor)).isEmpty();
        assertThat(loaded(actor)).isFalse();
        assertThatThrownBy(() -> indicators.show(value, actor)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> indicators.sight(new Sighting(value, true, 1, Instant.now(), Instant.now()), actor))
                .isInstanceOf(NotFound.class);
        assertThat(indicators.tally(value, actor)).isEqualTo(Tally.NONE);
    }

    @Test
    void whatIsHandedOutItsReadersFindAndLoad() {
        handedOut(GREEN, List.of(CENTRE, RAILWAY));
        var life = found(MIKA).orElseThrow();
        assertThat(life.sayings()).singleElement().satisfies(saying -> {
            assertThat(saying.place()).isInstanceOf(Saying.Place.InCollection.class);
            assertThat(saying.title()).as("the words stay in the library").isEmpty();
            assertThat(saying.tlp()).isEqualTo(Tlp.GREEN);
        });
        assertThat(loaded(MIKA)).isTrue();
        indicators.sight(new Sighting(life.id(), true, 1, Instant.now(), Instant.now()), MIKA);
        assertThat(indicators.own(life.id(), MIKA)).isPresent();
        nothingFor(OTTO, life.id());
        nothingFor(NOOR, life.id());
    }

    @Test
    void whatIsImportedAndNotHandedOutStaysWithTheCentre() {
        bundle(GREEN);
        nothingFor(MIKA, found(ED).orElseThrow().id());
    }

    @Test
    void whatAMachineBringsItsReadersFind() {
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(POWER), Tlp.AMBER_STRICT);
        machines.of(POWER).bring("/taxii2/general/collections/" + collection + "/", indicator(AMBER));
        library.run();
        var life = found(MIKA).orElseThrow();
        assertThat(loaded(MIKA)).isTrue();
        assertThat(life.sayings().getFirst().organisation())
                .as("who brought it is not said")
                .isNotEqualTo(Optional.of(POWER));
        nothingFor(OTTO, life.id());
    }

    @Test
    void strictGoesToWhomItsSourceNamed() {
        var collection = machines.id(List.of(CENTRE, RAILWAY, POWER, SPORTS), List.of(RAILWAY), Tlp.AMBER_STRICT);
        collections.name(collection, List.of(CENTRE, POWER), RIN);
        machines.of(RAILWAY).bring("/taxii2/general/collections/" + collection + "/", indicator(STRICT));
        library.run();
        var life = found(NOOR).orElseThrow();
        assertThat(loaded(NOOR)).isTrue();
        nothingFor(SORA, life.id());
        nothingFor(OTTO, life.id());
        collections.name(collection, List.of(CENTRE), RIN);
        nothingFor(NOOR, life.id());
    }

    @Test
    void whoLosesTheCollectionLosesTheValue() {
        var collection = handedOut(AMBER, List.of(CENTRE, RAILWAY));
        var value = found(MIKA).orElseThrow().id();
        collections.change(collection, changed(List.of(CENTRE, POWER)), ADA);
        nothingFor(MIKA, value);
        joining.run();
        nothingFor(MIKA, value);
        assertThat(found(NOOR)).isPresent();
        collections.change(collection, changed(List.of(CENTRE)), ADA);
        nothingFor(NOOR, value);
    }

    private static NewCollection changed(List<UUID> readers) {
        return new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER, readers, List.of(CENTRE));
    }

    @Test
    void whatIsRemovedOrTakenBackIsInNoListAnyMore() {
        var collection = handedOut(GREEN, List.of(CENTRE, RAILWAY));
        var value = found(MIKA).orElseThrow().id();
        indicators.withdraw(value, "内輪の理由", ED);
        assertThat(loaded(MIKA)).isFalse();
        assertThat(found(MIKA).orElseThrow().sayings().getFirst().withdrawal())
                .get()
                .extracting(Saying.Withdrawal::why)
                .as("why is the Centre's")
                .isEqualTo("");
        indicators.restore(value, ED);
        assertThat(loaded(MIKA)).isTrue();
        machines.of(CENTRE).delete("/taxii2/general/collections/" + collection + "/objects/" + id + "/");
        nothingFor(MIKA, value);
    }

    @Test
    void whatBecameStricterIsSaidNoLonger() {
        var unmarked = indicator(GREEN).replaceFirst(",\"object_marking_refs\".*]", "");
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(CENTRE), Tlp.AMBER);
        handing.handOut(handing.bundle(permitted("GREEN", unmarked), ED), collection, ED);
        library.run();
        var value = found(MIKA).orElseThrow().id();
        assertThat(loaded(MIKA)).isTrue();
        permitted("AMBER+STRICT", unmarked);
        labels.run();
        nothingFor(MIKA, value);
        assertThat(found(ED)).isPresent();
        permitted("AMBER", unmarked);
        labels.run();
        library.run();
        assertThat(found(MIKA)).isPresent();
    }

    private UUID permitted(String label, String object) {
        var file = "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + object + "]}";
        return imports.importBundle(file.getBytes(), "values.json", Permission.typed(label, "JPCERT/CC", "電話で確認した"), ED)
                .bundle();
    }

    /** A member's own address is kept near the Centre's sensor that saw it, also from whom the Centre named. */
    @Test
    void whatStaysNearIsSaidToItsBringerAlone() {
        approvals.approve(List.of(assets.register(Optional.empty(), name, "", MIKA)), DANA);
        var collection = machines.id(List.of(CENTRE, POWER), List.of(CENTRE), Tlp.AMBER_STRICT);
        collections.name(collection, List.of(POWER), toruAdministers());
        machines.of(CENTRE).bring("/taxii2/general/collections/" + collection + "/", indicator(STRICT));
        library.run();
        nothingFor(NOOR, found(ED).orElseThrow().id());
    }

    /** Nobody administers the Centre as an organisation in the cast: one sits down. */
    private Actor toruAdministers() {
        jdbc.sql("""
                update membership.seat set roles = roles || 'ORG_ADMIN'::text
                 where person = :toru and not 'ORG_ADMIN' = any (roles)
                """).param("toru", TORU.person()).update();
        return new Actor(TORU.person(), CENTRE, Set.of(Role.ORG_ADMIN), "web");
    }

    @Test
    void whatTheCentreTookInItDoesNotSayWhereAnotherBringsTheSame() {
        var open = indicator(GREEN);
        taken(open);
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring("/taxii2/general/collections/" + collection + "/", open);
        library.run();
        assertThat(found(ED).orElseThrow().sayings()).hasSize(2);
        assertThat(found(MIKA).orElseThrow().sayings()).hasSize(1);
    }

    /** Whoever works out what is said and whoever changes the readers do not see what the other has not committed. */
    @Test
    void readersThatGoMeanwhileAreToldNothing() throws Exception {
        library.run();
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring("/taxii2/general/collections/" + collection + "/", indicator(AMBER));
        var change = Acting.as(
                ADA,
                () -> transaction.execute(tx -> {
                    library.run();
                    var leaving = CompletableFuture.runAsync(() ->
                            Acting.as(ADA, () -> collections.change(collection, changed(List.of(CENTRE)), ADA)));
                    while (!leaving.isDone() && !somebodyWaitsForUs()) {
                        Thread.onSpinWait();
                    }
                    return leaving;
                }));
        change.get(1, TimeUnit.MINUTES);
        nothingFor(MIKA, found(ED).orElseThrow().id());
    }

    private boolean somebodyWaitsForUs() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }
}
