package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Permission;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Papers;
import noroshi.intel.lists.Holdings;
import noroshi.intel.lists.Lists;
import noroshi.intel.lists.Wanted;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is TLP:AMBER a provider learns neither when it is said nor when it is taken back. */
class KeepingAmberFromProvidersTests extends RecallTests {
    private static final List<UUID> READERS = List.of(CENTRE, RAILWAY, PROVIDER);

    @Autowired
    Lists lists;

    @Autowired
    HandingOut handing;

    @Autowired
    FollowLabels labels;

    @Autowired
    FollowOutward outward;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final String before = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();

    private String amber() {
        return indicator(before, ",\"confidence\":90").replace(GREEN, AMBER);
    }

    private List<Holdings.TakenBack> told(Actor actor) {
        return holdings.takenBack(SOME, actor).stream()
                .filter(each -> each.text().equals(name))
                .toList();
    }

    private boolean found(Actor actor) {
        return indicators.find(Asked.read(name), SOME, actor).stream()
                .anyMatch(life -> life.value().equals(name));
    }

    private boolean loaded(Actor actor) {
        var wanted = new Wanted(Set.of(IndicatorType.DOMAIN), 0, Tlp.AMBER_STRICT, 100_000, false);
        return lists.select(wanted, actor).lines().stream()
                .anyMatch(line -> line.text().equals(name));
    }

    @Test
    void whatLayBetweenWhatItFetchedItIsNotToldOf() {
        var collection = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        var first = marked(GREEN);
        var second = marked(GREEN);
        machines.of(POWER).bring(collection, first, amber(), second);
        library.run();
        outward.run();
        assertThat(ids(collection, PROVIDER)).containsExactly(idOf(first), idOf(second));
        assertThat(ids(collection, RAILWAY)).hasSize(3);
        consumers.write();
        var value = life().id();
        assertThat(holdings.fetched(value, MIKA)).hasSize(1);
        assertThat(holdings.fetched(value, VERA)).isEmpty();
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(told(MIKA)).hasSize(1);
        assertThat(told(VERA)).isEmpty();
    }

    @Test
    void whatItBroughtItselfItIsToldOf() {
        var collection = machines.collection(READERS, List.of(PROVIDER), Tlp.AMBER);
        machines.of(PROVIDER).bring(collection, amber());
        library.run();
        outward.run();
        assertThat(ids(collection, PROVIDER)).containsExactly(id);
        consumers.write();
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        assertThat(told(VERA)).hasSize(1);
    }

    /** What it got under TLP:GREEN it has, whatever its label became since; what it never got it is told of no more than before. */
    @ParameterizedTest
    @CsvSource({"GREEN,AMBER,1", "GREEN,AMBER+STRICT,1", "AMBER,AMBER+STRICT,0"})
    void whatItGotUnderAnotherLabelItIsToldOf(String first, String later, int times) {
        var collection = machines.id(READERS, List.of(CENTRE), Tlp.AMBER);
        var path = "/taxii2/general/collections/" + collection + "/";
        machines.of(CENTRE).bring(path, marked(GREEN));
        handing.handOut(handing.bundle(permitted(first), ED), collection, ED);
        machines.of(CENTRE).bring(path, marked(GREEN));
        library.run();
        outward.run();
        assertThat(ids(path, PROVIDER)).hasSize(2 + times);
        assertThat(ids(path, RAILWAY)).hasSize(3);
        consumers.write();
        permitted(later);
        labels.run();
        assertThat(ids(path, PROVIDER)).hasSize(2);
        consumers.write();
        var value = life().id();
        assertThat(holdings.fetched(value, VERA)).hasSize(times);
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(told(MIKA)).hasSize(1);
        assertThat(told(VERA)).hasSize(times);
    }

    private UUID permitted(String label) {
        var object = indicator(before, "").replaceFirst(",\"object_marking_refs\".*]", "");
        var file = "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + object + "]}";
        return imports.importBundle(
                        file.getBytes(StandardCharsets.UTF_8),
                        "values.json",
                        Permission.typed(label, "JPCERT/CC", "電話で確認した"),
                        ED)
                .bundle();
    }

    static List<List<UUID>> waysToReachIt() {
        return List.of(
                List.of(Papers.EVERYONE),
                List.of(CENTRE, RAILWAY, ALL),
                List.of(CENTRE, RAILWAY, VERA.person()),
                List.of(CENTRE, RAILWAY, office("window", PROVIDER)));
    }

    @ParameterizedTest
    @MethodSource("waysToReachIt")
    void whoeverReadsTheCollectionItIsNotSaidToAProvider(List<UUID> readers) {
        var collection = machines.collection(readers, List.of(POWER), Tlp.AMBER);
        machines.of(POWER).bring(collection, amber());
        library.run();
        outward.run();
        assertThat(found(MIKA)).isTrue();
        assertThat(loaded(MIKA)).isTrue();
        assertThat(found(VERA)).isFalse();
        assertThat(loaded(VERA)).isFalse();
        assertThat(indicators.newest(SOME.size(), VERA))
                .noneMatch(life -> life.value().equals(name));
    }

    /** Block lists ask whom its source addressed: reading a collection is not being named. */
    @Test
    void itIsNotAmongWhomItIsSaidTo() throws Exception {
        var readers = List.of(CENTRE, RAILWAY, PROVIDER, office("window", PROVIDER));
        machines.of(POWER).bring(machines.collection(readers, List.of(POWER), Tlp.AMBER), amber());
        library.run();
        outward.run();
        var addressees = Acting.as(
                ED,
                () -> transaction.execute(
                        tx -> jdbc.sql("select unnest(addressees) from intel.source where stix_id = :id")
                                .param("id", id)
                                .query(UUID.class)
                                .list()));
        assertThat(addressees).contains(RAILWAY).doesNotContain(PROVIDER, office("window", PROVIDER));
    }

    /** What is said to everyone under TLP:AMBER is not said to it: it has to let go of what it was told under TLP:GREEN. */
    @Test
    void whatIsAmberElsewhereIsNoReasonToHoldIt() {
        var open = machines.collection(READERS, List.of(POWER), Tlp.AMBER);
        var wide = machines.collection(List.of(Papers.EVERYONE), List.of(RAILWAY), Tlp.AMBER);
        machines.of(POWER).bring(open, indicator(before, ""));
        machines.of(RAILWAY).bring(wide, amber().replace(id, id("indicator")));
        library.run();
        outward.run();
        assertThat(ids(open, PROVIDER)).containsExactly(id);
        assertThat(ids(open, RAILWAY)).containsExactly(id);
        assertThat(ids(wide, PROVIDER)).isEmpty();
        consumers.write();
        machines.of(POWER)
                .bring(
                        open,
                        indicator(
                                Instant.parse(before)
                                        .plus(1, ChronoUnit.SECONDS)
                                        .toString(),
                                ",\"revoked\":true"));
        library.run();
        outward.run();
        recalls.run();
        assertThat(told(VERA)).hasSize(1);
        assertThat(told(MIKA)).isEmpty();
    }
}
