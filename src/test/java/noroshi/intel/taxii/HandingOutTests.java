package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people take into the library goes out to machines: the same bytes, under the same labels, once. */
@RunningHouse
class HandingOutTests extends Handing {
    @Autowired
    EnterLibrary entering;

    @Autowired
    FollowRecalls recalls;

    @Autowired
    Indicators indicators;

    @Test
    void theSameBytesGoOutInTheOrderOfTheFileAndOnce() throws Exception {
        var odd = indicator(id("indicator"), DAY, " ,  \"x_odd\" : 1e3 , \"b\":\"\\u00e9\\/\"");
        var wrong = indicator().replace("'bad.example'", "'198.51.100.7'");
        var objects = new String[] {malware(), odd, wrong, domain(id("domain-name"), "x.example")};
        var bundle = taken(FREE, objects);
        var collection = fetchedBy(RAILWAY, CENTRE);
        var done = handOut(bundle, collection, ED);
        assertThat(numbers(done)).containsExactly(4, 0, 0);
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .isEqualTo("{\"more\":false,\"objects\":[" + String.join(",", objects) + "]}");
        assertThat(machines.of(STRANGERS).get(path(collection) + "objects/").status())
                .isEqualTo(404);

        assertThat(numbers(handOut(bundle, collection, ED))).containsExactly(0, 4, 0);
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").ids())
                .hasSize(4);
        entering.run();
        assertThat(inLibrary(odd)).as("what comes back is known").isEqualTo(1);
        assertThat(asEd("""
                        select count(*) from intel.content c join intel.object o on o.id = c.object where o.stix_id = :id
                        """, odd, Long.class)).as("and makes no bundle").isEqualTo(1);
    }

    private long inLibrary(String object) throws Exception {
        return asEd("select count(*) from intel.object where stix_id = :id", object, Long.class);
    }

    private <T> T asEd(String sql, String object, Class<T> type) throws Exception {
        return Acting.as(
                ED,
                () -> Objects.requireNonNull(transaction.execute(tx ->
                        jdbc.sql(sql).param("id", idOf(object)).query(type).single())));
    }

    @Test
    void labelsHoldAsTheyDoForMachines() {
        var collection = fetchedBy(RAILWAY, CENTRE);
        var kept = handOut(taken(Optional.empty(), indicator(), marked(STRICT), marked(GREEN)), collection, ED);
        assertThat(kept.taken()).isEqualTo(1);
        assertThat(reasons(kept))
                .as("without a word of its source it is the Centre's, not for whom the Centre names")
                .containsExactly("intel.handout.strict", "intel.handout.strict");
        assertThat(machines.of(CENTRE).get(path(collection) + "objects/").ids()).hasSize(1);

        var open = machines.id(List.of(RAILWAY), List.of(CENTRE), Tlp.GREEN);
        var amber = handOut(taken(Optional.empty(), marked(AMBER)), open, ED);
        assertThat(reasons(amber)).containsExactly("intel.taxii.label");
        assertThat(machines.of(RAILWAY).get(path(open) + "objects/").text()).isEqualTo("{}");
    }

    /** Who was given a file with something RED in it was given all of it alone. */
    @Test
    void whatIsInAFileForOnePersonStaysWithThem() {
        var collection = fetchedBy(RAILWAY, CENTRE);
        var unmarked = domain(id("domain-name"), "x" + UUID.randomUUID() + ".example");
        var bundle = taken(Optional.empty(), unmarked, marked(GREEN), marked(RED));
        assertThat(library.bundle(bundle, ED).tlp()).isEqualTo(Tlp.RED);
        refused(NotAllowed.class, bundle, collection, ED);
        assertThatThrownBy(() -> handing.bundle(bundle, ED)).isInstanceOf(NotAllowed.class);
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .isEqualTo("{}");
    }

    @Test
    void whatAnotherOrganisationsMachineBroughtIsNotCarriedOn() throws Exception {
        var first = machines.id(List.of(CENTRE, RAILWAY), List.of(CENTRE, RAILWAY), Tlp.AMBER);
        var theirs = marked(AMBER);
        machines.of(RAILWAY).bring(path(first), theirs);
        entering.run();
        var bundle = asEd("select bundle from intel.object where stix_id = :id", theirs, UUID.class);
        var second = fetchedBy(POWER);
        var done = handOut(bundle, second, ED);
        assertThat(done.taken()).isZero();
        assertThat(reasons(done)).contains("intel.handout.others");
        assertThat(machines.of(POWER).get(path(second) + "objects/").ids()).doesNotContain(idOf(theirs));
    }

    @Test
    void whatAListWarnsOfStaysAndWhatIsTakenBackGoes() {
        var harmless = "h" + UUID.randomUUID() + ".test";
        var harmful = "x" + UUID.randomUUID() + ".test";
        var list = "{\"name\":\"%1$s\",\"type\":\"string\",\"list\":[\"%1$s\"]}".formatted(harmless);
        warnings.load(list.getBytes(StandardCharsets.UTF_8), ED);
        var warned = indicator().replace("bad.example", harmless);
        var sent = indicator().replace("bad.example", harmful);
        var collection = fetchedBy(RAILWAY);
        var done = handOut(taken(FREE, warned, sent), collection, ED);
        assertThat(done.taken()).isEqualTo(1);
        assertThat(reasons(done)).containsExactly("intel.handout.warned");
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").ids())
                .containsExactly(idOf(sent));

        var value = indicators
                .find(Asked.read(harmful), new Window(0, 1), ED)
                .getFirst()
                .id();
        indicators.withdraw(value, "正規の配信元だった", ED);
        recalls.run();
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").ids())
                .isEmpty();
    }

    /** Nobody asks about more than a thousand values of one object: it stays, and whoever hands it out reads that. */
    @Test
    void whatSpeaksOfTooManyValuesStays() {
        var many = IntStream.range(0, 1_001)
                .mapToObj(n -> "domain-name:value = 'n" + n + ".x" + UUID.randomUUID() + ".test'")
                .collect(Collectors.joining(" OR "));
        var collection = fetchedBy(RAILWAY);
        var object = indicator().replace("domain-name:value = 'bad.example'", many);
        var bundle = taken(FREE, object, indicator());
        for (var taken : List.of(1, 0)) {
            var done = handOut(bundle, collection, ED);
            assertThat(numbers(done)).containsExactly(taken, 1 - taken, 1);
            assertThat(reasons(done)).containsExactly("intel.handout.warned");
        }
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").ids())
                .hasSize(1)
                .doesNotContain(idOf(object));
    }

    @Test
    void moreThanAnEnvelopeHoldsGoesInSeveral() {
        var objects = new String[1_100];
        Arrays.setAll(objects, n -> indicator());
        var collection = fetchedBy(RAILWAY);
        assertThat(handOut(taken(FREE, objects), collection, ED).taken()).isEqualTo(1_100);
        assertThat(machines.of(RAILWAY)
                        .get(path(collection) + "objects/?limit=2000")
                        .ids())
                .isEqualTo(Arrays.stream(objects).map(Stix::idOf).toList());
    }

    @Test
    void onlyWhoImportsHandsOutAndOnlyWhereTheirsBring() {
        var bundle = taken(FREE, indicator());
        var closed = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.GREEN);
        assertThatThrownBy(() -> handOut(bundle, closed, ED))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("intel.handout.collection");
        assertThat(handing.collections(ED)).extracting(Collection::id).doesNotContain(closed);
        var collection = fetchedBy(RAILWAY);
        refused(NotAllowed.class, bundle, collection, DANA);
        for (var stranger : List.of(MIKA, OTTO)) {
            refused(NotFound.class, bundle, collection, stranger);
        }
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .isEqualTo("{}");
    }

    /** Rights of another seat, or of a community, are not those of whom one acts for. */
    @Test
    void oneHandsOutForTheOrganisationThatOneActsFor() {
        var bundle = taken(FREE, indicator());
        var everybodys = machines.id(List.of(RAILWAY), List.of(ALL), Tlp.GREEN);
        assertThat(exchange.collection(everybodys, ED).mayWrite()).isTrue();
        assertThat(handing.collections(ED)).extracting(Collection::id).doesNotContain(everybodys);
        refused(RuleBroken.class, bundle, everybodys, ED);
        var centres = fetchedBy(RAILWAY);
        assertThat(handing.collections(ED)).extracting(Collection::id).contains(centres);
        var elsewhere = new Actor(ED.person(), POWER, ED.roles(), "web");
        assertThat(handing.collections(elsewhere)).extracting(Collection::id).doesNotContain(centres);
    }
}
