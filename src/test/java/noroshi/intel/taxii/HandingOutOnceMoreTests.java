package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Permission;
import noroshi.intel.RefusedObject;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What was handed out before, and what is told of each object. */
@RunningHouse
class HandingOutOnceMoreTests extends Handing {
    @Test
    void aPlaceIsToldByTheVersion() {
        var id = id("indicator");
        var amber = ",\"object_marking_refs\":[\"" + AMBER + "\"]";
        var bundle = taken(
                Optional.empty(),
                indicator(id, DAY, amber),
                marked(GREEN),
                indicator(id, "2026-07-02T00:00:00.000Z", amber));
        var done = handOut(bundle, machines.id(List.of(RAILWAY), List.of(CENTRE), Tlp.GREEN), ED);
        assertThat(done.refused())
                .extracting(RefusedObject::position, RefusedObject::stixId)
                .containsExactly(tuple(1, id), tuple(3, id));
    }

    @Test
    void aLabelThatChangedIsFollowedWhenItIsHandedOutAgain() {
        var dated = indicator();
        var undated = domain(id("domain-name"), "x" + UUID.randomUUID() + ".example");
        var collection = fetchedBy(RAILWAY);
        assertThat(handOut(taken(FREE, dated, undated), collection, ED).taken()).isEqualTo(2);
        var had = machines.of(RAILWAY).get(path(collection) + "objects/").last();
        var stricter = Permission.typed("AMBER", "JPCERT/CC", "参加組織の中だけ");
        var done = handOut(taken(stricter, dated, undated), collection, ED);
        assertThat(done.known()).isEqualTo(2);
        assertThat(done.refused()).isEmpty();
        assertThat(machines.of(RAILWAY)
                        .get(path(collection) + "objects/?added_after=" + had)
                        .ids())
                .containsExactly(idOf(dated), idOf(undated));
    }

    /** Where it went once, the word that takes it back goes too. */
    @Test
    void aRevocationFollowsWhatWentAndNothingElse() {
        var harmless = "r" + UUID.randomUUID() + ".test";
        var id = id("indicator");
        var collection = fetchedBy(RAILWAY);
        var sent = indicator(id, DAY).replace("bad.example", harmless);
        assertThat(handOut(taken(FREE, sent), collection, ED).taken()).isEqualTo(1);
        var list = "{\"name\":\"%1$s\",\"type\":\"string\",\"list\":[\"%1$s\"]}".formatted(harmless);
        warnings.load(list.getBytes(StandardCharsets.UTF_8), ED);
        var later = "2026-07-02T00:00:00.000Z";
        var back = indicator(id, later, ",\"revoked\":true").replace("bad.example", harmless);
        var never = indicator(id("indicator"), later, ",\"revoked\":true").replace("bad.example", harmless);
        var done = handOut(taken(FREE, back, never), collection, ED);
        assertThat(done.taken()).isEqualTo(1);
        assertThat(done.refused()).extracting(RefusedObject::stixId).containsExactly(idOf(never));
        assertThat(reasons(done)).containsExactly("intel.handout.warned");
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .contains(back);
    }

    @Test
    void thatItIsHandedOutIsRecordedBeforeAnythingGoes() throws Exception {
        var collection = fetchedBy(RAILWAY);
        handOut(taken(FREE, indicator()), collection, ED);
        var acts = Acting.as(
                ADA,
                () -> transaction.execute(tx -> jdbc.sql("select act from audit.entry where subject = :id order by id")
                        .param("id", collection)
                        .query(String.class)
                        .list()));
        assertThat(acts)
                .containsExactly(
                        "intel.collection-created",
                        "intel.bundle-handed-out",
                        "intel.objects-brought",
                        "intel.bundle-hand-out-ended");
    }

    /** What went before there were steps is told by what was recorded then. */
    @Test
    void whatWasHandedOutBeforeTheUpgradeHasItsNumbers() throws Exception {
        var bundle = taken(Optional.empty(), indicator(), marked(GREEN), marked(GREEN));
        var collection = fetchedBy(RAILWAY);
        handOut(bundle, collection, ED);
        owner("update intel.handing set objects = 0, taken = 0, known = 0, stayed = 0 where bundle = '" + bundle + "'");
        var migration = new ClassPathResource("db/migration/intel/V202611300740__hand_out_in_steps.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        var from = migration.indexOf("update intel.handing");
        owner(migration.substring(from, migration.indexOf(';', from)));
        var before = handing.show(library.bundle(bundle, ED), collection, ED);
        assertThat(numbers(before)).containsExactly(2, 0, 1);
        assertThat(before.objects()).isEqualTo(3);
    }

    @Test
    void onlyTheOrganisationItselfIsToldWhatItHandedOut() throws Exception {
        var object = indicator();
        var collection = fetchedBy(RAILWAY, STRANGERS);
        handOut(taken(FREE, object), collection, ED);
        assertThat(versions(collection, object, CENTRE, ED)).isEqualTo(1);
        for (var stranger : List.of(MIKA, OTTO)) {
            assertThat(versions(collection, object, CENTRE, stranger)).isZero();
            assertThat(versions(collection, object, stranger.organisation(), stranger))
                    .isZero();
        }
        assertThat(versions(collection, object, POWER, ED)).isZero();
    }

    private long versions(UUID collection, String object, UUID organisation, Actor reader) throws Exception {
        return Acting.as(
                reader,
                () -> Objects.requireNonNull(transaction.execute(tx -> jdbc.sql(
                                "select count(*) from intel.own_versions(:collection, :organisation, array[:id])")
                        .param("collection", collection)
                        .param("organisation", organisation)
                        .param("id", idOf(object))
                        .query(Long.class)
                        .single())));
    }
}
