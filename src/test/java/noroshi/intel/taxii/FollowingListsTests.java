package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.lists.Holdings;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;

/** What a list names that is loaded later stays near its bringer, and goes again when the list does not count any more. */
class FollowingListsTests extends RecallTests {
    private static final List<UUID> READERS = List.of(CENTRE, RAILWAY, POWER, SPORTS);

    @Autowired
    FollowGuarded guarded;

    @Autowired
    GuardedStore guards;

    @Autowired
    WarningLists warnings;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Writers writers;

    @Autowired
    Restraint restraint;

    private final String title = "list " + UUID.randomUUID();
    private int version;

    @AfterEach
    void noListStays() {
        warnings.list(ED).stream()
                .filter(list -> list.inForce() && list.name().equals(title))
                .forEach(list -> warnings.remove(list.id(), ED));
        guarded.run();
    }

    private String brought(String... objects) {
        var collection = machines.collection(READERS, List.of(POWER));
        machines.of(POWER).bring(collection, objects);
        library.run();
        return collection;
    }

    private UUID load(String type, String... entries) {
        var file = """
                {"name": "%s", "version": %d, "type": "%s", "list": ["%s"], "matching_attributes": ["domain", "hostname", "url"]}
                """.formatted(title, ++version, type, String.join("\", \"", entries));
        return warnings.load(file.getBytes(StandardCharsets.UTF_8), ED).id();
    }

    private UUID loaded(String type, String... entries) {
        var list = load(type, entries);
        guarded.run();
        return list;
    }

    private String first() {
        return indicator("2026-07-02T00:00:00.000Z", "");
    }

    private String naming(String host) {
        return marked(GREEN).replace("bad.example", host);
    }

    private List<Holdings.TakenBack> told(Actor actor) {
        recalls.run();
        return holdings.takenBack(SOME, actor).stream()
                .filter(each -> each.text().equals(name))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"string,''", "hostname,''", "substring,3", "regex,3"})
    void whatItNamesGoesToNobodyElseUntilItIsTakenOutOfForce(String type, String from) {
        var collection = brought(first(), marked(GREEN));
        assertThat(ids(collection, SPORTS)).hasSize(2).contains(id);
        var list = loaded(type, from.isEmpty() ? name : name.substring(Integer.parseInt(from), 12));
        for (var page : List.of("objects/", "manifest/", "objects/?match[id]=" + id)) {
            assertThat(machines.of(SPORTS).get(collection + page).ids())
                    .as(page)
                    .doesNotContain(id);
        }
        assertThat(machines.of(RAILWAY).get(collection + "objects/" + id + "/").status())
                .isEqualTo(404);
        assertThat(ids(collection, POWER)).hasSize(2).containsOnlyOnce(id);
        warnings.remove(list, ED);
        guarded.run();
        assertThat(ids(collection, SPORTS)).hasSize(2).containsOnlyOnce(id);
        assertThat(ids(collection, POWER)).hasSize(2).containsOnlyOnce(id);
    }

    @Test
    void whoFetchedItIsToldAndToldAgain() {
        var collection = brought(first());
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
        consumers.write();
        var list = loaded("string", name);
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isEmpty());
        assertThat(told(NOOR)).as("its bringer").isEmpty();
        warnings.remove(list, ED);
        guarded.run();
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isPresent());
    }

    @Test
    void aNewVersionHoldsBackWhatItAddsAndReleasesWhatItLeavesOut() {
        var one = naming("a." + name);
        var two = naming("b." + name);
        var both = naming("c." + name);
        var collection = brought(one, two, both);
        loaded("string", "a." + name, "c." + name);
        assertThat(ids(collection, SPORTS)).containsExactly(idOf(two));
        loaded("string", "b." + name, "c." + name);
        assertThat(ids(collection, SPORTS)).containsExactly(idOf(one));
    }

    @Test
    void anExceptionWithAReasonStays() {
        var collection = brought(first());
        warnings.except(new Spelling.Form(IndicatorType.DOMAIN, name), "乗っ取られている", ED);
        loaded("string", name);
        assertThat(ids(collection, SPORTS)).containsExactly(id);
    }

    @Test
    void whatIsAMembersOwnStaysBackWhenTheListIsGone() {
        var collection = brought(first());
        var list = loaded("string", name);
        var asset = assets.register(Optional.empty(), name, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        warnings.remove(list, ED);
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
        assets.remove(asset, MIKA);
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
    }

    /** Killed between two steps: what was looked at is known, what was found has not followed. */
    @Test
    void whatBrokeOffGoesOnBehindTheLastStep() {
        var collection = brought(naming("a." + name), naming("b." + name), naming("c." + name));
        guarded.run();
        var list = load("hostname", name);
        var number = Objects.requireNonNull(transaction.execute(status -> guards.waiting(100)))
                .getLast()
                .number();
        var all = values(number, 100_000);
        var middle = all.get(all.size() / 2);
        var named = all.subList(0, all.size() / 2 + 1).stream()
                .filter(value -> value.form().value().endsWith(name))
                .map(GuardedStore.Value::id)
                .toList();
        transaction.executeWithoutResult(status -> guards.looked(number, middle.id(), named));
        assertThat(values(number, 1)).doesNotContain(middle).allMatch(value -> all.indexOf(value) > all.size() / 2);
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
        assertThat(warnings.named(ED)).containsEntry(list, 3);
    }

    private List<GuardedStore.Value> values(long number, int most) {
        return Objects.requireNonNull(transaction.execute(status -> guards.values(number, most)));
    }

    @Test
    void whoLoadsItSeesHowMuchItNames() {
        brought(first(), naming("www." + name), marked(GREEN));
        var list = load("hostname", name);
        assertThat(warnings.named(ED)).doesNotContainKey(list);
        guarded.run();
        assertThat(warnings.named(ED)).containsEntry(list, 2);
        assertThat(warnings.named(MIKA)).as("the Centre's alone").isEmpty();
    }

    /** Two versions, so three changes of lists; what is no list comes up while the first of them is looked at. */
    @Test
    void aMembersAssetDoesNotWaitForAllLists() {
        var collection = brought(first());
        guarded.run();
        load("string", "a." + name);
        load("string", "b." + name);
        var seen = new ArrayList<List<String>>();
        var asked = mock(WarningLists.class, call -> {
            if (!call.getMethod().getName().equals("naming")) {
                return call.getMethod().invoke(warnings, call.getArguments());
            }
            seen.add(ids(collection, SPORTS));
            if (seen.size() == 1) {
                approvals.approve(List.of(assets.register(Optional.empty(), name, "", MIKA)), DANA);
            }
            return warnings.naming(call.getArgument(0), call.getArgument(1));
        });
        new FollowGuarded(guards, writers, restraint, asked, transactions).run();
        assertThat(seen).containsExactly(List.of(id), List.of(), List.of());
    }

    /** Not in the library yet when the list was loaded, and brought before. */
    @Test
    void whatWasOnItsWayIsFoundWhenItIsLookedForAgain() throws Exception {
        var collection = machines.collection(READERS, List.of(POWER));
        machines.of(POWER).bring(collection, first());
        var list = loaded("string", name);
        library.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
        machines.asOwner("update intel.guard_changed set due_at = now() where list = '" + list + "'");
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
    }
}
